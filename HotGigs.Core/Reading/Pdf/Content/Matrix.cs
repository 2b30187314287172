namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>A transformation (ISO 32000-1, 8.3.4): x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public bool IsFinite => double.IsFinite(A + B + C + D + E + F);

    /// <summary>Sides of a rectangle stay parallel to the axes.</summary>
    public bool KeepsAxes => (IsNil(B) && IsNil(C)) || (IsNil(A) && IsNil(D));

    /// <summary>How much it stretches what runs horizontally.</summary>
    public double HorizontalScale => Math.Sqrt((A * A) + (B * B));

    /// <summary>How much it stretches what runs vertically.</summary>
    public double VerticalScale => Math.Sqrt((C * C) + (D * D));

    public static Matrix FromNumbers(double[] six) => new(six[0], six[1], six[2], six[3], six[4], six[5]);

    /// <summary>First this, then <paramref name="next"/>.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>A move by (<paramref name="x"/>, <paramref name="y"/>), then this.</summary>
    public Matrix Moved(double x, double y) => this with { E = (x * A) + (y * C) + E, F = (x * B) + (y * D) + F };

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The smallest upright rectangle around the image of a rectangle.</summary>
    public Bounds Apply(double left, double bottom, double right, double top)
    {
        var (x1, y1) = Apply(left, bottom);
        var (x2, y2) = Apply(right, top);
        var (x3, y3) = Apply(left, top);
        var (x4, y4) = Apply(right, bottom);
        return new Bounds(
            Math.Min(Math.Min(x1, x2), Math.Min(x3, x4)),
            Math.Min(Math.Min(y1, y2), Math.Min(y3, y4)),
            Math.Max(Math.Max(x1, x2), Math.Max(x3, x4)),
            Math.Max(Math.Max(y1, y2), Math.Max(y3, y4)));
    }

    private static bool IsNil(double value) => Math.Abs(value) < 1e-6;
}

/// <summary>An upright rectangle on the page: points, origin top left, y growing downward.</summary>
internal readonly record struct Bounds(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool IsEmpty => !(Right > Left && Bottom > Top);

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public bool Contains(in Bounds other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Touches(in Bounds other) =>
        other.Left < Right && other.Right > Left && other.Top < Bottom && other.Bottom > Top;

    public Bounds Intersect(in Bounds other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    public Bounds Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}
