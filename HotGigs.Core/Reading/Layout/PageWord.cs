namespace HotGigs.Core.Reading.Layout;

/// <summary>A visible word on its way into a line.</summary>
/// <param name="Size">Font size in points.</param>
/// <param name="Order">Its place in the order of painting, from 0.</param>
/// <param name="Glued">Stands without a blank behind the word before it (a superscript, a letter of a spaced-out word).</param>
internal sealed record PageWord(
    string Text, Box Box, float Baseline, float Size, string Font, bool Bold, bool Italic, int? Color, int Order, bool Glued = false)
{
    /// <summary>Where it stands on the page; differs from <see cref="Box"/> for rotated words, which are laid out upright.</summary>
    public Box Printed { get; init; } = Box;

    /// <summary>The page holds text that runs from right to left, and it was painted so: the order of painting is the order of reading.</summary>
    public bool PaintedInReadingOrder { get; init; }

    public float Left => Box.X;

    public float Right => Box.X + Box.Width;

    public float Top => Box.Y;

    public float Bottom => Box.Y + Box.Height;

    /// <summary>Both as one word.</summary>
    public PageWord Join(PageWord next) => this with
    {
        Text = Text + next.Text,
        Box = Box.Union(Box, next.Box),
        Printed = Box.Union(Printed, next.Printed),
    };

    public static PageWord From(SourceWord word, int order) => new(
        word.Text, word.Box, word.Baseline, word.FontSize, word.Font, word.Bold, word.Italic, word.Color, order);
}
