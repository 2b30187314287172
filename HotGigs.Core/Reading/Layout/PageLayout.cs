namespace HotGigs.Core.Reading.Layout;

/// <summary>The visible text of one page in reading order.</summary>
/// <param name="Unsure">The order of columns was a close call.</param>
internal sealed record PageLayout(IReadOnlyList<LayoutLine> Lines, bool Unsure)
{
    /// <param name="directions">The rows of each direction of text, from top to bottom; the direction of most text first, the others go to the end.</param>
    public static PageLayout Arrange(IReadOnlyList<IReadOnlyList<Row>> directions, PageFurniture furniture)
    {
        var lines = new List<LayoutLine>();
        if (directions.Count == 0)
            return new PageLayout(lines, Unsure: false);
        var rows = directions[0];
        var rightToLeft = RightToLeft.Runs(rows);
        var body = rows.Where(row => !furniture.Holds(row)).ToArray();
        var middle = rows.Count > 0 ? (rows[0].Top + rows[^1].Bottom) / 2 : 0;

        Add(rows.Where(row => furniture.Holds(row) && row.Baseline <= middle), LineKind.HeaderOrFooter);
        var cutter = ColumnCutter.Cut(body, rightToLeft);
        foreach (var stretch in cutter.Stretches)
            Add(stretch, LineKind.Text);
        Add(rows.Where(row => furniture.Holds(row) && row.Baseline > middle), LineKind.HeaderOrFooter);
        foreach (var rotated in directions.Skip(1))
            Add(rotated, LineKind.Text);
        return new PageLayout(lines, cutter.Unsure);

        void Add(IEnumerable<Row> stretch, LineKind kind)
        {
            var block = stretch.Select(row => LayoutLine.From(row, kind, rightToLeft)).ToArray();
            BlockCutter.Cut(block);
            lines.AddRange(block);
        }
    }
}
