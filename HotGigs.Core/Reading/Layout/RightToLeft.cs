namespace HotGigs.Core.Reading.Layout;

/// <summary>Puts Arabic and Hebrew from the order in which words stand on the page into the order in which they are read.</summary>
internal static class RightToLeft
{
    public static bool IsLetter(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    public static bool HasLetter(this PageWord word)
    {
        foreach (var c in word.Text)
        {
            if (IsLetter(c))
                return true;
        }

        return false;
    }

    /// <summary>More of the letters run from right to left.</summary>
    public static bool Prevails(IEnumerable<PageWord> words)
    {
        int right = 0, left = 0;
        foreach (var word in words)
        {
            foreach (var c in word.Text)
            {
                if (IsLetter(c))
                    right++;
                else if (char.IsLetter(c))
                    left++;
            }
        }

        return right > left;
    }

    /// <summary>The page as a whole runs from right to left: by its letters, and by lines that begin at its right side.</summary>
    public static bool Runs(IReadOnlyList<Row> rows) =>
        Prevails(rows.SelectMany(row => row.Words)) && Alignment(rows.Select(row => row.Right)) >= Alignment(rows.Select(row => row.Left));

    /// <summary>The words of one cell in the order they are read.</summary>
    /// <param name="words">From left to right.</param>
    /// <param name="rightToLeft">The line runs from right to left; what stands in it in other scripts does not.</param>
    public static IReadOnlyList<PageWord> InOrder(IReadOnlyList<PageWord> words, bool rightToLeft)
    {
        if (!rightToLeft && !words.Any(HasLetter))
            return words;
        if (words[0].PaintedInReadingOrder)
            return WithTouchingGlued([.. words.OrderBy(word => word.Order)]);
        var ordered = words.ToArray();
        if (rightToLeft)
            Array.Reverse(ordered);

        // Runs of the other direction keep their own order within the line.
        for (var start = 0; start < ordered.Length;)
        {
            var end = start;
            var last = start;
            while (end < ordered.Length && RunsAgainst(ordered[end], rightToLeft) is not false)
            {
                if (RunsAgainst(ordered[end], rightToLeft) is true)
                    last = end + 1;
                end++;
            }

            if (last > start && RunsAgainst(ordered[start], rightToLeft) is true)
                Array.Reverse(ordered, start, last - start);
            start = Math.Max(last, start + 1);
        }

        return ordered;
    }

    /// <summary>The source parts words where the direction changes; a colon or the parts of a number that touch stay together.</summary>
    private static PageWord[] WithTouchingGlued(PageWord[] words)
    {
        const float Touching = 0.1f;
        for (var i = 1; i < words.Length; i++)
        {
            PageWord word = words[i], before = words[i - 1];
            if (Math.Min(Math.Abs(word.Left - before.Right), Math.Abs(before.Left - word.Right)) < Touching * word.Size
                && !ListMarkers.IsBullet(before.Text))
            {
                words[i] = word with { Glued = true };
            }
        }

        return words;
    }

    /// <summary>Rows that share the commonest edge.</summary>
    private static int Alignment(IEnumerable<float> edges)
    {
        const float Step = 4;
        return edges.CountBy(edge => MathF.Round(edge / Step)).Select(place => place.Value).DefaultIfEmpty().Max();
    }

    /// <summary>Null for words without letters, which follow their neighbours.</summary>
    private static bool? RunsAgainst(PageWord word, bool rightToLeft)
    {
        foreach (var c in word.Text)
        {
            if (IsLetter(c))
                return !rightToLeft;
            if (char.IsLetter(c))
                return rightToLeft;
        }

        return null;
    }
}
