namespace HotGigs.Core.Reading;

/// <summary>A stretch of <see cref="Document.Text"/>.</summary>
/// <param name="Start">First position, in UTF-16 units, 0 or more.</param>
/// <param name="Length">Number of UTF-16 units, 1 or more for evidence.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>First position behind the span.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Start + Length;

    /// <summary>The words the span points at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public string Quote(string text) => text.Substring(Start, Length);

    public static TextSpan Between(int start, int end) => new(start, end - start);
}

/// <summary>A rectangle on a page, in points (1/72 inch), origin top left, y growing downward.</summary>
public readonly record struct Box(float X, float Y, float Width, float Height)
{
    /// <summary>The smallest rectangle around both.</summary>
    public static Box Union(Box a, Box b)
    {
        var left = Math.Min(a.X, b.X);
        var top = Math.Min(a.Y, b.Y);
        return new Box(left, top, Math.Max(a.X + a.Width, b.X + b.Width) - left, Math.Max(a.Y + a.Height, b.Y + b.Height) - top);
    }

    public bool HoldsCentreOf(Box inner)
    {
        var (x, y) = (inner.X + inner.Width / 2, inner.Y + inner.Height / 2);
        return x >= X && x <= X + Width && y >= Y && y <= Y + Height;
    }
}
