namespace HotGigs.Core.Reading.Layout;

/// <summary>Words of one baseline without a wide gap between them: what a column, a table cell or a date at the margin is made of.</summary>
internal sealed class Segment(int row)
{
    private readonly List<PageWord> _words = [];

    /// <summary>Number of the page-wide baseline it stands on; segments of different columns can share one.</summary>
    public int Row { get; } = row;

    /// <summary>From left to right.</summary>
    public IReadOnlyList<PageWord> Words => _words;

    public float Left { get; private set; } = float.MaxValue;

    public float Right { get; private set; } = float.MinValue;

    public float Top { get; private set; } = float.MaxValue;

    public float Bottom { get; private set; } = float.MinValue;

    /// <summary>Largest font size in points.</summary>
    public float Size { get; private set; }

    public int Characters { get; private set; }

    public float Centre => (Left + Right) / 2;

    public void Add(PageWord word)
    {
        _words.Add(word);
        Left = Math.Min(Left, word.Left);
        Right = Math.Max(Right, word.Right);
        Top = Math.Min(Top, word.Top);
        Bottom = Math.Max(Bottom, word.Bottom);
        Size = Math.Max(Size, word.Size);
        Characters += word.Text.Length;
    }
}
