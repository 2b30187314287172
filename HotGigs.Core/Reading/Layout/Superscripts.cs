namespace HotGigs.Core.Reading.Layout;

/// <summary>Puts raised and lowered small words onto the baseline of the word they belong to, so that they don't become a row of their own.</summary>
internal static class Superscripts
{
    /// <summary>Share of the neighbour's size up to which a word is small.</summary>
    private const float Small = 0.85f;

    /// <summary>Changes the list in place; a superscript is painted right behind its word.</summary>
    public static void Attach(List<PageWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            PageWord word = words[i], before = words[i - 1];
            if (word.Size > Small * before.Size || word.Baseline == before.Baseline || !IsRaisedOrLowered(word, before))
                continue;
            words[i] = word with { Baseline = before.Baseline, Glued = BelongsToWord(word, before) };
        }
    }

    private static bool IsRaisedOrLowered(PageWord word, PageWord before)
    {
        const float WidestGap = 0.25f, Overlap = -0.15f, HighestRise = 0.65f, DeepestFall = 0.35f;
        var gap = (word.Left - before.Right) / before.Size;
        var rise = (before.Baseline - word.Baseline) / before.Size;
        return gap is > Overlap and < WidestGap && rise is < HighestRise and > -DeepestFall;
    }

    /// <summary><c>4th</c>, <c>1er</c>, <c>m2</c>; but a digit behind a whole word is the mark of a footnote and stays apart.</summary>
    private static bool BelongsToWord(PageWord word, PageWord before) =>
        word.Text.Length <= 3 && (char.IsLetter(word.Text[0]) && char.IsDigit(before.Text[^1]) || before.Text.Length <= 2 || word.Text[0] is '™' or '®');
}
