namespace HotGigs.Core.Reading.Layout;

/// <summary>What speaks for and against reading the two sides of a gutter one after the other.</summary>
/// <remarks>
/// The numbers were measured on 184 résumé PDFs (order right .963, rows of a job kept together .930): the painter seldom alternates between
/// real columns, real columns share few baselines, and a side that is short, date-like and on the other side's baselines is a margin, not a column.
/// </remarks>
internal sealed class GutterEvidence
{
    private const int FewestSegments = 3;
    private const float NarrowestGutter = 5;

    private readonly Side _left = new();
    private readonly Side _right = new();
    private int _sharedRows;
    private double _alternation;
    private double _alignment;
    private int _height;

    private GutterEvidence()
    {
    }

    /// <summary>Middle of the white stripe, in points.</summary>
    public float Middle => (_left.Right + _right.Left) / 2;

    /// <summary>0 when the sides are read row by row.</summary>
    public double Score { get; private set; }

    /// <summary>Columns were chosen although the sides share most baselines and the painter moved between them.</summary>
    public bool Unsure { get; private set; }

    public static GutterEvidence? Gather(IReadOnlyList<Row> rows, float x, int first, int end)
    {
        var evidence = new GutterEvidence { _height = end - first };
        for (var i = first; i < end; i++)
        {
            var left = evidence._left.Add(rows[i], segment => segment.Centre < x);
            var right = evidence._right.Add(rows[i], segment => segment.Centre >= x);
            evidence._sharedRows += left && right ? 1 : 0;
        }

        if (evidence._left.Segments < FewestSegments || evidence._right.Segments < FewestSegments
            || evidence._right.Left - evidence._left.Right < NarrowestGutter)
        {
            return null;
        }

        evidence.Weigh();
        return evidence;
    }

    private void Weigh()
    {
        var fewer = Math.Min(_left.Rows, _right.Rows);
        _alternation = Alternations() / (double)Math.Max(1, fewer);
        _alignment = _right.Alignment(places: 3);
        var strong = _alternation < 0.45 && _left.Rows >= 4 && _right.Rows >= 4;
        if (IsMargin() || !strong && !IsColumn(fewer))
            return;
        var gutter = Math.Min(_right.Left - _left.Right, 30);
        Score = fewer * (strong ? 2 : 1) * (0.5 + _alignment) * (0.5 + gutter / 30) + 0.5 * _height;
        Unsure = !strong && _sharedRows > 0.5 * fewer;
    }

    /// <summary>One side holds dates, places or labels for the rows of the other.</summary>
    private bool IsMargin()
    {
        double rightShared = _sharedRows / (double)_right.Rows, leftShared = _sharedRows / (double)_left.Rows;
        return rightShared > 0.75 && _right.MeanLength < 28 && _right.DateLike >= 0.3 * _right.Rows
            || leftShared > 0.75 && _left.MeanLength < 24 && _left.DateLike >= 0.4 * _left.Rows;
    }

    private bool IsColumn(int fewer)
    {
        double rightShared = _sharedRows / (double)_right.Rows, leftShared = _sharedRows / (double)_left.Rows;
        var rightIsMargin = rightShared > 0.85 && _right.MeanLength < 28
            && (_right.DateLike >= 0.35 * _right.Rows || _alignment < 0.5 || _right.Rows < 0.5 * _left.Rows);
        var leftIsMargin = leftShared > 0.85 && _left.MeanLength < 26
            && (_left.DateLike >= 0.5 * _left.Rows || _left.Rows <= 0.75 * _right.Rows && _left.Rows < 12);
        var isTable = rightShared > 0.95 && leftShared > 0.95 && (_right.MeanLength < 25 || _left.MeanLength < 22) && _right.Rows < 14;
        if (rightIsMargin || leftIsMargin || isTable)
            return false;
        var independent = _sharedRows < 0.7 * fewer;
        return (independent || _alternation <= 0.9) && _left.IsDense() && _right.IsDense() && _alignment >= 0.35 && _right.Alignment(places: 1) >= 0.4 && _left.Alignment(places: 1) >= 0.4;
    }

    /// <summary>The row starts, on one of the sides, where other rows of that side start too.</summary>
    public bool IsAligned(Row row, float x)
    {
        foreach (var segment in row.Segments)
        {
            if ((segment.Centre < x ? _left : _right).IsShared(segment.Left))
                return true;
        }

        return false;
    }

    /// <summary>How often the painter moved from one side to the other.</summary>
    private int Alternations()
    {
        const byte Left = 1, Right = 2;
        var first = Math.Min(_left.Orders.Min(), _right.Orders.Min());
        var sides = new byte[Math.Max(_left.Orders.Max(), _right.Orders.Max()) - first + 1];
        foreach (var order in _left.Orders)
            sides[order - first] = Left;
        foreach (var order in _right.Orders)
            sides[order - first] = Right;
        var count = 0;
        byte last = 0;
        foreach (var side in sides)
        {
            if (side == 0)
                continue;
            count += last != 0 && side != last ? 1 : 0;
            last = side;
        }

        return count;
    }

    private sealed class Side
    {
        private readonly List<float> _starts = [];
        private int _characters;
        private float _top = float.MaxValue;
        private float _bottom = float.MinValue;
        private float _sizes;

        public List<int> Orders { get; } = [];

        public int Segments { get; private set; }

        public int Rows { get; private set; }

        /// <summary>Rows of this side that are short and hold a number of four or more characters.</summary>
        public int DateLike { get; private set; }

        public float Left { get; private set; } = float.MaxValue;

        public float Right { get; private set; } = float.MinValue;

        /// <summary>Characters a row.</summary>
        public double MeanLength => _characters / (double)Rows;

        public bool Add(Row row, Func<Segment, bool> belongs)
        {
            var start = float.MaxValue;
            var characters = 0;
            var dated = false;
            foreach (var segment in row.Segments)
            {
                if (!belongs(segment))
                    continue;
                Segments++;
                start = Math.Min(start, segment.Left);
                Right = Math.Max(Right, segment.Right);
                characters += segment.Characters;
                foreach (var word in segment.Words)
                {
                    Orders.Add(word.Order);
                    dated |= word.Text.Length >= 4 && word.Text.Any(char.IsDigit);
                }
            }

            if (characters == 0)
                return false;
            Rows++;
            _top = Math.Min(_top, row.Baseline);
            _bottom = Math.Max(_bottom, row.Baseline);
            _sizes += row.Size;
            Left = Math.Min(Left, start);
            _starts.Add(start);
            _characters += characters;
            DateLike += dated && characters < 30 ? 1 : 0;
            return true;
        }

        /// <summary>Its rows follow each other as the lines of a column do; what stands here and there is no column.</summary>
        public bool IsDense()
        {
            const float WidestPitch = 4;
            return _bottom - _top <= WidestPitch * _sizes;
        }

        /// <summary>Share of the rows that start at one of the commonest places, 0-1.</summary>
        public double Alignment(int places) =>
            _starts.CountBy(Place).Select(place => place.Value).OrderDescending().Take(places).Sum() / (double)_starts.Count;

        /// <summary>Three rows or more start there.</summary>
        public bool IsShared(float start) => _starts.Count(other => Math.Abs(other - start) < Step) >= Math.Min(3, _starts.Count);

        private const float Step = 4;

        private static float Place(float start) => MathF.Round(start / Step);
    }
}
