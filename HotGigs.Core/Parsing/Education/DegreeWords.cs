using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Education;

/// <summary>Finds the degree in a few words, and where the field of study begins.</summary>
internal static class DegreeWords
{
    private static readonly PhraseTable<DegreeLevel> Degrees = new(Lexicon.Lines("degrees").SelectMany(
        line => line.Phrases.Select(phrase => (phrase, Enum.Parse<DegreeLevel>(line.Key)))));

    /// <summary>The whole text is a degree, such as "High School Diploma".</summary>
    public static bool IsDegree(ReadOnlySpan<char> folded) => Degrees.TryGet(folded, out _);

    /// <summary>The first degree in the words.</summary>
    /// <param name="start">Position in the document.</param>
    public static bool TryFind(Slice slice, out int start, out int length, out DegreeLevel level)
    {
        var folded = slice.Source.Folded.AsSpan(0, slice.End);
        for (start = slice.Start; start < slice.End; start++)
        {
            if (start > slice.Start && Folding.IsWordChar(folded[start]) && Folding.IsWordChar(folded[start - 1]))
                continue;
            if (!Degrees.TryMatchAt(folded, start, out length, out level) || !IsMeant(slice, start, length))
                continue;
            return true;
        }

        (length, level) = (0, default);
        return false;
    }

    /// <summary>Two or three letters are a degree only in capitals or with dots: "MA" and "m.a.", not "ma".</summary>
    private static bool IsMeant(Slice slice, int start, int length)
    {
        var text = slice.Source.Text.AsSpan(start, length);
        if (length <= 4 && !text.Contains('.') && char.IsAscii(text[0]) && text.IndexOfAnyInRange('0', '9') < 0)
        {
            var capitals = 0;
            foreach (var c in text)
                capitals += char.IsUpper(c) ? 1 : 0;
            if (capitals < 2 && !(length == 4 && capitals == 1 && start == slice.Start))
                return false;

            // "Cambridge, MA" is a place.
            if (text is "MA" or "MS" && start >= slice.Start + 2 && slice.Source.Text.AsSpan(slice.Start, start - slice.Start).TrimEnd() is [.., ','])
                return false;
        }

        return true;
    }
}
