using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>How much a few words look like an employer.</summary>
internal static class CompanyWords
{
    private static readonly PhraseTable<bool> Suffixes = Lexicon.Phrases("companies", "suffix");

    private static readonly PhraseTable<bool> Cues = Lexicon.Phrases("companies", "cue");

    private static readonly PhraseTable<bool> Known = Lexicon.Phrases("companies", "known");

    private static readonly string[] Parts = [.. Lexicon.Words("companies", "part").Select(word => word.TrimStart('~')).Distinct(StringComparer.Ordinal)];

    /// <summary>0 (nothing of an employer) to 1 (a legal form at its end, or a known name).</summary>
    public static double Score(Slice slice)
    {
        var words = slice.WordCount;
        if (words is 0 or > 14)
            return 0;
        double best = 0;
        var folded = slice.Source.Folded.AsSpan(0, slice.End);
        for (var i = slice.Start; i < slice.End; i++)
        {
            if (char.IsWhiteSpace(folded[i]) || (i > slice.Start && Folding.IsWordChar(folded[i]) && Folding.IsWordChar(folded[i - 1])))
                continue;
            if (i > slice.Start && Suffixes.TryMatchAt(folded, i, out var length, out _) && slice.After(i + length).TrimEdges() is var rest
                && (rest.IsEmpty || !rest.HasLetter || slice.Source.Text[i + length - 1] == '.' || rest[0] is '(' || folded[(i + length)..].TrimStart() is [',', ..]))
                best = Math.Max(best, IsSpelledAsLegalForm(slice, i, length) ? 1 : 0.5);
            else if (Known.TryMatchAt(folded, i, out length, out _) && i == slice.Start)
                best = Math.Max(best, length == slice.Length ? 1 : 0.7);
            else if (Cues.TryMatchAt(folded, i, out length, out _))
                best = Math.Max(best, words == 1 ? 0.45 : slice.After(i + length).TrimEdges().IsEmpty ? 0.7 : 0.6);
        }

        if (best < 0.85 && HasPart(slice))
            best = 0.85;
        return best;
    }

    /// <summary>Nothing but a legal form, such as "Inc." behind its comma.</summary>
    public static bool IsLegalForm(Slice slice) =>
        Suffixes.TryMatchAt(slice.Folded, 0, out var length, out _) && slice.From(length).Raw.TrimStart(". ") is [] or ['(' or ',', ..];

    /// <summary>"Inc", "LLC" or "GmbH" and not "spa" or "se" within a sentence.</summary>
    private static bool IsSpelledAsLegalForm(Slice slice, int start, int length) =>
        char.IsUpper(slice.Source.Text[start]) || length > 5;

    private static bool HasPart(Slice slice)
    {
        foreach (var part in Parts)
        {
            if (slice.Folded.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
