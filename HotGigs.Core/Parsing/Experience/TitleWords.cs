using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>How much a few words look like a job title.</summary>
internal static class TitleWords
{
    private static readonly PhraseTable<bool> Strong =
        new(Lexicon.Words("titles", "strong").Select(word => (word.TrimStart('*'), true)));

    private static readonly string[] Endings =
        [.. Lexicon.Words("titles", "strong").Where(word => word.StartsWith('*')).Select(word => word[1..]).Where(word => word.Length > 3)];

    private static readonly string[] Parts = [.. Lexicon.Words("titles", "part").Select(word => word.TrimStart('~')).Distinct(StringComparer.Ordinal)];

    private static readonly PhraseTable<bool> Modifiers = Lexicon.Phrases("titles", "modifier");

    private static readonly PhraseTable<bool> Titles = Lexicon.Phrases("titles", "phrase");

    /// <summary>0 (nothing of a title) to 1 (every word of it belongs to titles).</summary>
    public static double Score(Slice slice)
    {
        var words = slice.WordCount;
        if (words is 0 or > 14)
            return 0;
        var folded = slice.Source.Folded;
        int strong = 0, modifiers = 0, lastStrongEnd = -1, firstStrong = -1;
        for (var i = slice.Start; i < slice.End; i++)
        {
            if (char.IsWhiteSpace(folded[i]) || (i > slice.Start && Folding.IsWordChar(folded[i]) && Folding.IsWordChar(folded[i - 1])))
                continue;
            var text = folded.AsSpan(0, slice.End);
            if (Titles.TryMatchAt(text, i, out var length, out _) || Strong.TryMatchAt(text, i, out length, out _) || EndsLikeTitle(text, i, out length))
            {
                strong++;
                firstStrong = firstStrong < 0 ? i : firstStrong;
                lastStrongEnd = i + length;
                i += length - 1;
            }
            else if (Modifiers.TryMatchAt(text, i, out length, out _))
            {
                modifiers++;
                i += length - 1;
            }
        }

        if (strong == 0)
            return HasPart(slice) ? 0.85 : modifiers > 0 ? 0.15 : 0;
        var share = Math.Min(1, (strong + modifiers) / (double)words);
        var behind = slice.After(lastStrongEnd).TrimEdges();
        var headed = behind.IsEmpty || firstStrong == slice.Start || Modifiers.TryGet(behind.Folded, out _);
        return Math.Min(1, 0.5 + 0.3 * share + (headed ? 0.2 : 0.05) - (words > 8 ? 0.2 : 0));
    }

    /// <summary>The last word of the text heads a title ("Software Engineer"): where a title ends and another thing begins.</summary>
    public static bool IsStrongAt(Slice slice, int position, out int length) =>
        Strong.TryMatchAt(slice.Source.Folded.AsSpan(0, slice.End), position, out length, out _)
        || EndsLikeTitle(slice.Source.Folded.AsSpan(0, slice.End), position, out length);

    private static bool HasPart(Slice slice)
    {
        foreach (var part in Parts)
        {
            if (slice.Folded.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EndsLikeTitle(ReadOnlySpan<char> text, int position, out int length)
    {
        var end = position;
        while (end < text.Length && (Folding.IsWordChar(text[end]) || text[end] == '-'))
            end++;
        length = end - position;
        if (length < 7)
            return false;
        var word = text[position..end];
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        // Both genders in one word: "Entwickler*in", "Berater/in" end here at the mark.
        return false;
    }
}
