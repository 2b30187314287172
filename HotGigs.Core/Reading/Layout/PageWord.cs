namespace HotGigs.Core.Reading.Layout;

/// <summary>A visible word on its way into a line.</summary>
/// <param name="Size">Font size in points.</param>
/// <param name="Order">Its place in the order of painting, from 0.</param>
/// <param name="Glued">Stands without a blank behind the word before it (a superscript, a letter of a spaced-out word).</param>
internal sealed record PageWord(
    string Text, Box Box, float Baseline, float Size, string Font, bool Bold, bool Italic, int? Color, int Order, bool Glued = false)
{
    public float Left => Box.X;

    public float Right => Box.X + Box.Width;

    public float Top => Box.Y;

    public float Bottom => Box.Y + Box.Height;

    public static PageWord From(SourceWord word, int order) => new(
        word.Text, word.Box, word.Baseline, word.FontSize, word.Font, word.Bold, word.Italic, word.Color, order);
}
