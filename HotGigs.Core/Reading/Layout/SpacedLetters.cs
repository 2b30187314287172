namespace HotGigs.Core.Reading.Layout;

/// <summary>Joins letters that were set apart for looks: <c>E X P E R I E N C E</c>, <c>J O H N   D O E</c>.</summary>
internal static class SpacedLetters
{
    /// <summary>Fewer single letters than this may be what they look like: a list of grades, initials.</summary>
    private const int FewestLetters = 4;

    /// <summary>In font sizes; letters further apart are cells of a table.</summary>
    private const float WidestLetterGap = 1.0f;

    /// <summary>In font sizes; the gap between two spaced-out words.</summary>
    private const float WidestWordGap = 3.5f;

    /// <summary>A gap this many times the usual one between the letters parts two words.</summary>
    private const float WordGapRatio = 1.6f;

    /// <param name="line">Words of one baseline from left to right.</param>
    public static List<PageWord> Join(List<PageWord> line)
    {
        if (line.Count < FewestLetters)
            return line;
        List<PageWord>? joined = null;
        for (var start = 0; start < line.Count;)
        {
            var end = EndOfRun(line, start);
            if (end - start >= FewestLetters && JoinRun(line.GetRange(start, end - start)) is { } words)
            {
                joined ??= line.GetRange(0, start);
                joined.AddRange(words);
            }
            else
            {
                end = Math.Max(end, start + 1);
                joined?.AddRange(line.GetRange(start, end - start));
            }

            start = end;
        }

        return joined ?? line;
    }

    private static int EndOfRun(List<PageWord> line, int start)
    {
        var end = start;
        while (end < line.Count && IsLetter(line[end])
            && (end == start || Gap(line, end) < WidestWordGap * line[end].Size && Math.Abs(line[end].Size - line[start].Size) < 0.1f * line[start].Size))
        {
            end++;
        }

        return end;
    }

    private static List<PageWord>? JoinRun(List<PageWord> run)
    {
        var gaps = new float[run.Count - 1];
        for (var i = 1; i < run.Count; i++)
            gaps[i - 1] = Gap(run, i);
        var usual = Usual(gaps);
        if (usual > WidestLetterGap * run[0].Size)
            return null;
        var limit = Math.Max(usual, 0.05f * run[0].Size) * WordGapRatio;
        var words = new List<PageWord> { run[0] };
        var longest = 1;
        for (var i = 1; i < run.Count; i++)
        {
            if (gaps[i - 1] > limit)
            {
                words.Add(run[i]);
                continue;
            }

            words[^1] = words[^1].Join(run[i]);
            longest = Math.Max(longest, words[^1].Text.Length);
        }

        return longest >= 3 ? words : null;
    }

    /// <summary>The median: most gaps stand between letters, few between words.</summary>
    private static float Usual(float[] gaps)
    {
        var sorted = (float[])gaps.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static float Gap(List<PageWord> line, int index) => line[index].Left - line[index - 1].Right;

    private static bool IsLetter(PageWord word) =>
        word.Text.Length == 1 && (char.IsLetterOrDigit(word.Text[0]) || word.Text[0] is '&' or '.' or '-' or '\'' or '’' or '/');
}
