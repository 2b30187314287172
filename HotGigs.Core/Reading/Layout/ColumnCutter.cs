namespace HotGigs.Core.Reading.Layout;

/// <summary>Cuts a page into stretches that are read straight down, one after the other: what is above the columns, each column, what is below.</summary>
internal sealed class ColumnCutter
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

    public static ColumnCutter Cut(IReadOnlyList<Row> rows)
    {
        var cutter = new ColumnCutter();
        cutter.Cut(rows, 0);
        return cutter;
    }

    private void Cut(IReadOnlyList<Row> rows, int depth)
    {
        if (rows.Count == 0)
            return;
        if (depth >= MaxDepth || rows.Count < FewestRows || rows.Sum(row => row.Segments.Count) > MaxSegments
            || GutterFinder.Find(rows) is not { } gutter)
        {
            _stretches.Add(rows);
            return;
        }

        Unsure |= gutter.Unsure;
        Cut([.. rows.Take(gutter.FirstRow)], depth + 1);
        var band = rows.Skip(gutter.FirstRow).Take(gutter.EndRow - gutter.FirstRow).ToArray();
        Cut(SideOf(band, gutter.X, left: true), depth + 1);
        Cut(SideOf(band, gutter.X, left: false), depth + 1);
        Cut([.. rows.Skip(gutter.EndRow)], depth + 1);
    }

    private static Row[] SideOf(IEnumerable<Row> band, float gutter, bool left) =>
        [.. band.Select(row => row.Side(gutter, left)).OfType<Row>()];
}
