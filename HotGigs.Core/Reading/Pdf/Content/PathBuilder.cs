namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Collects the current path in page points (ISO 32000-1, 8.5.2); curves become a few straight pieces.</summary>
internal sealed class PathBuilder
{
    /// <summary>A path with more corners than that is a drawing; only its bounds are kept.</summary>
    private const int MaxCorners = 20_000;

    private const int CurvePieces = 4;
    private readonly List<float> _open = [];
    private List<Subpath> _done = [];
    private List<Subpath> _taken = [];
    private bool _tooLong;
    private double _x;
    private double _y;
    private int _corners;

    public bool IsEmpty => _done.Count == 0 && _open.Count == 0;

    public void MoveTo(in Matrix ctm, double x, double y)
    {
        EndSubpath();
        Add(ctm, x, y);
    }

    public void LineTo(in Matrix ctm, double x, double y) => Add(ctm, x, y);

    public void CurveTo(in Matrix ctm, double x1, double y1, double x2, double y2, double x3, double y3)
    {
        var (x0, y0) = (_x, _y);
        for (var i = 1; i <= CurvePieces; i++)
        {
            var t = i / (double)CurvePieces;
            var u = 1 - t;
            Add(
                ctm,
                (u * u * u * x0) + (3 * u * u * t * x1) + (3 * u * t * t * x2) + (t * t * t * x3),
                (u * u * u * y0) + (3 * u * u * t * y1) + (3 * u * t * t * y2) + (t * t * t * y3));
        }
    }

    /// <summary>The v operator: the current point is the first control point.</summary>
    public void CurveFromHere(in Matrix ctm, double x2, double y2, double x3, double y3) => CurveTo(ctm, _x, _y, x2, y2, x3, y3);

    public void Rectangle(in Matrix ctm, double x, double y, double width, double height)
    {
        MoveTo(ctm, x, y);
        Add(ctm, x + width, y);
        Add(ctm, x + width, y + height);
        Add(ctm, x, y + height);
        EndSubpath();
        (_x, _y) = (x, y);
    }

    /// <summary>The finished subpaths; the path is empty afterwards. The list is good until the next call.</summary>
    public List<Subpath> Take()
    {
        EndSubpath();
        (_done, _taken) = (_taken, _done);
        _done.Clear();
        _corners = 0;
        _tooLong = false;
        return _taken;
    }

    public void EndSubpath()
    {
        if (_open.Count >= 4)
            _done.Add(Subpath.From(_open, _tooLong));
        _open.Clear();
    }

    private void Add(in Matrix ctm, double x, double y)
    {
        (_x, _y) = (x, y);
        var (pageX, pageY) = ctm.Apply(x, y);
        if (!double.IsFinite(pageX + pageY))
            return;
        // Past the limit the last corners move outward only, so that the bounds stay right.
        if (++_corners > MaxCorners)
        {
            _tooLong = true;
            if (_open.Count >= 4)
            {
                _open[0] = Math.Min(_open[0], (float)pageX);
                _open[1] = Math.Min(_open[1], (float)pageY);
                _open[2] = Math.Max(_open[2], (float)pageX);
                _open[3] = Math.Max(_open[3], (float)pageY);
                return;
            }
        }

        _open.Add((float)pageX);
        _open.Add((float)pageY);
    }
}

/// <param name="Outline">Null for an upright rectangle, and when the shape is not known.</param>
/// <param name="IsKnown">The shape is that of the outline or of the bounds.</param>
internal sealed record Subpath(Bounds Bounds, float[]? Outline, bool IsKnown)
{
    public static Subpath From(List<float> corners, bool tooLong)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        for (var i = 0; i < corners.Count; i += 2)
        {
            left = Math.Min(left, corners[i]);
            right = Math.Max(right, corners[i]);
            top = Math.Min(top, corners[i + 1]);
            bottom = Math.Max(bottom, corners[i + 1]);
        }

        var bounds = new Bounds(left, top, right, bottom);
        if (tooLong)
            return new Subpath(bounds, null, IsKnown: false);
        return new Subpath(bounds, IsUpright(corners, bounds) ? null : [.. corners], IsKnown: true);
    }

    private static bool IsUpright(List<float> corners, in Bounds bounds)
    {
        const double Tolerance = 0.05;
        if (corners.Count is not (8 or 10))
            return false;
        for (var i = 0; i < corners.Count; i += 2)
        {
            var (x, y) = (corners[i], corners[i + 1]);
            var onCorner = Math.Min(x - bounds.Left, bounds.Right - x) <= Tolerance && Math.Min(y - bounds.Top, bounds.Bottom - y) <= Tolerance;
            // Each side runs along one axis, so neighbours differ in one coordinate only.
            var next = (i + 2) % corners.Count;
            var straight = Math.Abs(corners[next] - x) <= Tolerance || Math.Abs(corners[next + 1] - y) <= Tolerance;
            if (!onCorner || !straight)
                return false;
        }

        return true;
    }
}
