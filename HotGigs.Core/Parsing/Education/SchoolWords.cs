using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Education;

/// <summary>How much a few words look like a school, college or university.</summary>
internal static class SchoolWords
{
    private static readonly PhraseTable<bool> Cues = Lexicon.Phrases("schools", "cue");

    private static readonly PhraseTable<bool> Known = Lexicon.Phrases("schools", "known");

    private static readonly string[] Parts = [.. Lexicon.Words("schools", "part").Where(word => word[0] == '~').Select(word => word[1..])];

    private static readonly string[] Endings = [.. Lexicon.Words("schools", "part").Where(word => word[0] == '*').Select(word => word[1..])];

    /// <summary>0 to 1.</summary>
    public static double Score(Slice slice)
    {
        var text = slice.TrimEdges();
        if (text.IsEmpty || text.WordCount > 16 || DegreeWords.IsDegree(text.Folded))
            return 0;
        var folded = text.Source.Folded.AsSpan(0, text.End);
        double best = 0;
        for (var i = text.Start; i < text.End; i++)
        {
            if (char.IsWhiteSpace(folded[i]) || (i > text.Start && Folding.IsWordChar(folded[i - 1]) && Folding.IsWordChar(folded[i])))
                continue;
            if (Cues.TryMatchAt(folded, i, out var length, out _))
                best = Math.Max(best, length <= 3 ? 0.6 : text.WordCount > 1 || length > 10 ? 0.95 : 0.5);
            else if (i == text.Start && Known.TryMatchAt(folded, i, out length, out _))
                best = Math.Max(best, length == text.Length ? 0.9 : 0.6);
            else if (EndsLikeSchool(folded, i))
                best = Math.Max(best, 0.85);
        }

        if (best < 0.9 && Array.Exists(Parts, part => text.Source.Folded.AsSpan(text.Start, text.Length).Contains(part, StringComparison.Ordinal)))
            best = 0.9;
        return best;
    }

    private static bool EndsLikeSchool(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && Folding.IsWordChar(text[end]))
            end++;
        if (end - position < 8)
            return false;
        foreach (var ending in Endings)
        {
            if (text[position..end].EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
