namespace HotGigs.Core.Reading.Layout;

/// <summary>A stretch of rows of which the left part names or dates what the right part holds.</summary>
/// <param name="FirstRow">Index of its first row.</param>
/// <param name="EndRow">Index behind the last.</param>
/// <param name="CellByCell">The left cell is read first, then the right one; otherwise both stay on their rows.</param>
internal readonly record struct CellBand(int FirstRow, int EndRow, bool CellByCell);

/// <summary>
/// Finds narrow left columns that hold section labels, or company and dates, each beside its own text: such a page is read band by band, for
/// reading the left column as a whole would tear labels from their text.
/// </summary>
/// <remarks>The painter tells: it draws a label, then the text beside it, then the next label. A sidebar is drawn in one go.</remarks>
internal sealed class CellBands
{
    private const int FewestBands = 3;

    /// <summary>In points; a label's text starts at least so far to the right.</summary>
    private const float NarrowestLabel = 40;

    /// <summary>Widest left column as share of the region.</summary>
    private const float WidestShare = 0.45f;

    /// <summary>Characters a row, on average.</summary>
    private const double LongestLabel = 30;

    /// <summary>Share of the right side's words that must be painted with their band.</summary>
    private const double Orderly = 0.85;

    private readonly IReadOnlyList<Row> _rows;
    private readonly float _x;
    private readonly List<CellBand> _bands = [];

    private CellBands(IReadOnlyList<Row> rows, float x) => (_rows, _x) = (rows, x);

    /// <summary>Where the right side starts, in points.</summary>
    public float X => _x;

    /// <summary>From top to bottom, without holes.</summary>
    public IReadOnlyList<CellBand> Bands => _bands;

    /// <summary>Null when the region is not made of such bands.</summary>
    public static CellBands? Find(IReadOnlyList<Row> rows)
    {
        float left = rows.Min(row => row.Left), right = rows.Max(row => row.Right);
        const float Step = 2;
        var edges = rows.SelectMany(row => row.Segments).Where(segment => segment.Left > left + NarrowestLabel)
            .CountBy(segment => MathF.Round(segment.Left / Step)).OrderByDescending(edge => edge.Value).ThenBy(edge => edge.Key).Take(2);
        foreach (var edge in edges)
        {
            var x = edge.Key * Step - Step;
            if (x - left > WidestShare * (right - left))
                continue;
            var bands = new CellBands(rows, x);
            var (first, end) = bands.LongestRun();
            if (end - first >= FewestBands && bands.Divide(first, end))
                return bands;
        }

        return null;
    }

    /// <summary>The most rows in a row that no segment crosses.</summary>
    private (int First, int End) LongestRun()
    {
        var longest = (First: 0, End: 0);
        var first = 0;
        for (var i = 0; i <= _rows.Count; i++)
        {
            if (i < _rows.Count && !_rows[i].Crosses(_x))
                continue;
            if (i - first > longest.End - longest.First)
                longest = (first, i);
            first = i + 1;
        }

        return longest;
    }

    private bool Divide(int first, int end)
    {
        var starts = BandStarts(first, end, out var characters, out var labels);
        if (starts.Count < FewestBands || characters > LongestLabel * labels || !IsPaintedBandByBand(starts, end))
            return false;
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1].Row : end;
            _bands.Add(new CellBand(starts[i].Row, last, IsCellByCell(starts[i].Row, last)));
        }

        return _bands.Exists(band => band.CellByCell);
    }

    /// <summary>A label starts a band when something on the right was painted since the label above.</summary>
    private List<BandStart> BandStarts(int first, int end, out int characters, out int labels)
    {
        var rights = new List<int>();
        for (var i = first; i < end; i++)
            rights.AddRange(Words(_rows[i], left: false).Select(word => word.Order));
        rights.Sort();
        var starts = new List<BandStart>();
        var lastOrder = 0;
        (characters, labels) = (0, 0);
        for (var i = first; i < end; i++)
        {
            var words = Words(_rows[i], left: true).ToArray();
            if (words.Length == 0)
                continue;
            labels++;
            characters += words.Sum(word => word.Text.Length);
            var order = words.Min(word => word.Order);
            var next = rights.BinarySearch(lastOrder);
            next = next < 0 ? ~next : next;
            if (starts.Count == 0 || order < lastOrder || next < rights.Count && rights[next] < order)
                starts.Add(new BandStart(i, order));
            lastOrder = words.Max(word => word.Order);
        }

        return starts;
    }

    private bool IsPaintedBandByBand(List<BandStart> starts, int end)
    {
        int orderly = 0, all = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            var (row, order) = starts[i];
            var (nextRow, nextOrder) = i + 1 < starts.Count ? (starts[i + 1].Row, starts[i + 1].Order) : (end, int.MaxValue);
            for (var r = row; r < nextRow; r++)
            {
                foreach (var word in Words(_rows[r], left: false))
                {
                    all++;
                    orderly += word.Order > order && word.Order < nextOrder ? 1 : 0;
                }
            }
        }

        return orderly > Orderly * all;
    }

    private bool IsCellByCell(int first, int end)
    {
        const double MarginLength = 28;
        int left = 0, right = 0, rightCharacters = 0;
        var dated = false;
        for (var i = first; i < end; i++)
        {
            var label = string.Join(' ', Words(_rows[i], left: true).Select(word => word.Text));
            left += label.Length > 0 ? 1 : 0;
            dated |= label.Any(char.IsDigit);
            var characters = Words(_rows[i], left: false).Sum(word => word.Text.Length);
            right += characters > 0 ? 1 : 0;
            rightCharacters += characters;
        }

        if (left == 1 && (right <= 1 || dated))
            return false;
        return right > left || rightCharacters > MarginLength * right;
    }

    private IEnumerable<PageWord> Words(Row row, bool left) =>
        row.Segments.Where(segment => segment.Centre < _x == left).SelectMany(segment => segment.Words);

    private readonly record struct BandStart(int Row, int Order);
}
