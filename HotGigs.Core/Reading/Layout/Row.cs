namespace HotGigs.Core.Reading.Layout;

/// <summary>The segments of one region that share a baseline, from left to right.</summary>
/// <param name="Number">Number of the page-wide baseline.</param>
/// <param name="Baseline">In points from the page's top.</param>
internal sealed record Row(int Number, float Baseline, IReadOnlyList<Segment> Segments)
{
    public float Left => Segments[0].Left;

    public float Right => Segments.Max(segment => segment.Right);

    public float Top => Segments.Min(segment => segment.Top);

    public float Bottom => Segments.Max(segment => segment.Bottom);

    public float Size => Segments.Max(segment => segment.Size);

    public IEnumerable<PageWord> Words => Segments.SelectMany(segment => segment.Words);

    /// <summary>A segment stands on both sides.</summary>
    public bool Crosses(float x)
    {
        foreach (var segment in Segments)
        {
            if (segment.Left < x && segment.Right > x + 1)
                return true;
        }

        return false;
    }

    /// <summary>The part of the row on one side of a gutter; null when nothing of it stands there.</summary>
    public Row? Side(float gutter, bool left)
    {
        var side = Segments.Where(segment => segment.Centre < gutter == left).ToArray();
        return side.Length == 0 ? null : side.Length == Segments.Count ? this : this with { Segments = side };
    }
}
