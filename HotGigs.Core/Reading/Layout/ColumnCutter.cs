namespace HotGigs.Core.Reading.Layout;

/// <summary>Cuts a page into stretches that are read straight down, one after the other: what is above the columns, each column, what is below.</summary>
internal sealed class ColumnCutter(bool rightToLeft)
{
    /// <summary>Columns within columns: a page with sidebar, main part and a table in it needs three.</summary>
    private const int MaxDepth = 8;

    private const int FewestRows = 3;

    /// <summary>Above this a page is a drawing or a data table; its rows are read as they stand, so that time stays bounded.</summary>
    public const int MaxSegments = 1_200;

    private readonly List<IReadOnlyList<Row>> _stretches = [];

    /// <summary>A choice between columns and rows was close.</summary>
    public bool Unsure { get; private set; }

    public IReadOnlyList<IReadOnlyList<Row>> Stretches => _stretches;

    /// <param name="rightToLeft">The right column is read first.</param>
    public static ColumnCutter Cut(IReadOnlyList<Row> rows, bool rightToLeft)
    {
        var cutter = new ColumnCutter(rightToLeft);
        cutter.Cut(rows, 0);
        return cutter;
    }

    private void Cut(IReadOnlyList<Row> rows, int depth)
    {
        if (rows.Count == 0)
            return;
        if (depth >= MaxDepth || rows.Count < FewestRows || rows.Sum(row => row.Segments.Count) > MaxSegments)
            _stretches.Add(rows);
        else if (!rightToLeft && CellBands.Find(rows) is { } cells)
            Cut(rows, cells, depth + 1);
        else if (GutterFinder.Find(rows) is { } gutter)
            Cut(rows, gutter, depth + 1);
        else
            _stretches.Add(rows);
    }

    private void Cut(IReadOnlyList<Row> rows, CellBands cells, int depth)
    {
        Cut([.. rows.Take(cells.Bands[0].FirstRow)], depth);
        foreach (var band in cells.Bands)
        {
            var part = rows.Skip(band.FirstRow).Take(band.EndRow - band.FirstRow).ToArray();
            if (!band.CellByCell)
            {
                _stretches.Add(part);
                continue;
            }

            _stretches.Add(SideOf(part, cells.X, left: true));
            Cut(SideOf(part, cells.X, left: false), depth);
        }

        Cut([.. rows.Skip(cells.Bands[^1].EndRow)], depth);
    }

    private void Cut(IReadOnlyList<Row> rows, Gutter gutter, int depth)
    {
        Unsure |= gutter.Unsure;
        Cut([.. rows.Take(gutter.FirstRow)], depth);
        var band = rows.Skip(gutter.FirstRow).Take(gutter.EndRow - gutter.FirstRow).ToArray();
        Cut(SideOf(band, gutter.X, left: !rightToLeft), depth);
        Cut(SideOf(band, gutter.X, left: rightToLeft), depth);
        Cut([.. rows.Skip(gutter.EndRow)], depth);
    }

    private static Row[] SideOf(IEnumerable<Row> band, float gutter, bool left) =>
        [.. band.Select(row => row.Side(gutter, left)).OfType<Row>()];
}
