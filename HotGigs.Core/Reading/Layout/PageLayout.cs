namespace HotGigs.Core.Reading.Layout;

/// <summary>The visible text of one page in reading order.</summary>
/// <param name="Lines">The first line begins a block.</param>
/// <param name="Unsure">The order of columns was a close call.</param>
internal sealed record PageLayout(IReadOnlyList<LayoutLine> Lines, bool Unsure)
{
    /// <param name="rows">From top to bottom.</param>
    public static PageLayout Arrange(IReadOnlyList<Row> rows)
    {
        var cutter = ColumnCutter.Cut(rows);
        var lines = new List<LayoutLine>(rows.Count);
        foreach (var stretch in cutter.Stretches)
        {
            var block = stretch.Select(row => LayoutLine.From(row)).ToArray();
            BlockCutter.Cut(block);
            lines.AddRange(block);
        }

        return new PageLayout(lines, cutter.Unsure);
    }
}
