namespace HotGigs.Core.Reading.Layout;

/// <summary>The white stripe between two columns, and the rows it runs through.</summary>
/// <param name="X">Its middle, in points.</param>
/// <param name="FirstRow">Index of the first row of the band it divides.</param>
/// <param name="EndRow">Index behind the last.</param>
internal readonly record struct Gutter(float X, int FirstRow, int EndRow, double Score, bool Unsure);

/// <summary>Looks for the gutter that divides a region best.</summary>
internal static class GutterFinder
{
    /// <summary>Narrower regions, in points, hold one column only.</summary>
    private const float NarrowestRegion = 120;

    /// <summary>In points; a column is wider than a bullet's indent.</summary>
    private const float NarrowestColumn = 40;

    private const int FewestRows = 3;

    public static Gutter? Find(IReadOnlyList<Row> rows)
    {
        float left = rows.Min(row => row.Left), right = rows.Max(row => row.Right);
        if (right - left < NarrowestRegion)
            return null;
        Gutter? best = null;
        foreach (var x in Candidates(rows, left + NarrowestColumn))
        {
            for (var first = 0; first < rows.Count;)
            {
                if (rows[first].Crosses(x))
                {
                    first++;
                    continue;
                }

                var end = first + 1;
                while (end < rows.Count && !rows[end].Crosses(x))
                    end++;
                if (Judge(rows, x, first, end) is { } gutter && !(best?.Score >= gutter.Score))
                    best = gutter;
                first = end;
            }
        }

        return best;
    }

    /// <summary>Columns start where segments start: left edges, a little to the left, one of each few points.</summary>
    private static List<float> Candidates(IReadOnlyList<Row> rows, float from)
    {
        const float Before = 2;
        const float Apart = 3;
        var edges = rows.SelectMany(row => row.Segments).Select(segment => segment.Left).Where(edge => edge > from).Order();
        var candidates = new List<float>();
        foreach (var edge in edges)
        {
            if (candidates.Count == 0 || edge - Before - candidates[^1] > Apart)
                candidates.Add(edge - Before);
        }

        return candidates;
    }

    private static Gutter? Judge(IReadOnlyList<Row> rows, float x, int first, int end)
    {
        while (first < end && !rows[first].Segments.Any(segment => segment.Left >= x))
            first++;
        first = WithoutNameAboveRightColumn(rows, x, first, end);
        if (end < rows.Count)
            end = WithoutHeadOfWhatFollows(rows, x, first, end);
        if (end - first < FewestRows)
            return null;
        var evidence = GutterEvidence.Gather(rows, x, first, end);
        if (evidence is null)
            return null;
        var (firstAligned, endAligned) = WithoutUnaligned(rows, x, first, end, evidence);
        if (endAligned - firstAligned < FewestRows)
            return null;
        if ((firstAligned, endAligned) != (first, end))
        {
            (first, end) = (firstAligned, endAligned);
            evidence = GutterEvidence.Gather(rows, x, first, end);
        }

        return evidence?.Score is > 0 and var score ? new Gutter(evidence.Middle, first, end, score, evidence.Unsure) : null;
    }

    /// <summary>The name and what stands right below it come first, also when they stand over the right column only, beside a portrait.</summary>
    private static int WithoutNameAboveRightColumn(IReadOnlyList<Row> rows, float x, int first, int end)
    {
        const int MaxRows = 4;
        const float Large = 1.5f;
        if (end - first < FewestRows || rows[first].Size < Large * rows[(first + end) / 2].Size || rows[first].Size < rows.Max(row => row.Size))
            return first;
        var below = first;
        while (below < end && below - first < MaxRows && rows[below].Segments.All(segment => segment.Left >= x))
            below++;
        return below;
    }

    /// <summary>
    /// A centred contact line above the columns or a footer below them may leave the gutter free by chance; unlike the columns' own rows, it starts
    /// at no edge that they share.
    /// </summary>
    private static (int First, int End) WithoutUnaligned(IReadOnlyList<Row> rows, float x, int first, int end, GutterEvidence evidence)
    {
        const int MaxRows = 5;
        int firstAligned = first, endAligned = end;
        while (firstAligned < end && firstAligned - first < MaxRows && !evidence.IsAligned(rows[firstAligned], x))
            firstAligned++;
        firstAligned += PaintedAcross(rows, x, firstAligned, end);
        while (endAligned > firstAligned && end - endAligned < MaxRows && !evidence.IsAligned(rows[endAligned - 1], x))
            endAligned--;
        return (firstAligned, endAligned);
    }

    /// <summary>
    /// Rows on both sides that were painted before anything else of the band: a line across both columns. Where the painter goes on like that, it
    /// paints row by row, and that says nothing.
    /// </summary>
    private static int PaintedAcross(IReadOnlyList<Row> rows, float x, int first, int end)
    {
        const int MaxRows = 4;
        var across = 0;
        while (across <= MaxRows && first + across + 1 < end && rows[first + across] is var row && row.Side(x, left: true) is { } left
            && row.Side(x, left: false) is not null && !ReferenceEquals(left, row)
            && row.Words.Max(word => word.Order) < rows.Skip(first + across + 1).Take(end - first - across - 1).Min(below => below.Words.Min(word => word.Order)))
        {
            across++;
        }

        return across <= MaxRows ? across : 0;
    }

    /// <summary>
    /// A short heading above full-width text crosses no gutter, yet belongs below: without this, it would be read before the right column.
    /// </summary>
    private static int WithoutHeadOfWhatFollows(IReadOnlyList<Row> rows, float x, int first, int end)
    {
        const int MaxRows = 4;
        const float Attached = 2.0f;
        var kept = end;
        while (kept > first && end - kept < MaxRows && rows[kept - 1].Segments.All(segment => segment.Left < x)
            && rows[kept].Top - rows[kept - 1].Bottom < Attached * rows[kept - 1].Size)
        {
            kept--;
        }

        // All of the last rows are attached: then they are the left column itself, not the head of what follows.
        return end - kept < MaxRows ? kept : end;
    }
}
