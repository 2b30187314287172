using HotGigs.Core.Reading;
using HotGigs.Core.Reading.Layout;

namespace HotGigs.Tests.Reading.Layout;

/// <summary>Paints words onto a synthetic page, each glyph half a font size wide, blanks a quarter.</summary>
internal sealed class PaintedPage(float width = 600, float height = 800)
{
    private readonly List<SourceWord> _words = [];
    private readonly List<SourceLink> _links = [];

    public float ImageCoverage { get; init; }

    /// <summary>Paints the words of a text from left to right on one baseline.</summary>
    /// <param name="y">Of the baseline.</param>
    public PaintedPage Paint(
        float x, float y, string text, float size = 10, bool bold = false, bool italic = false, int? color = 0,
        HiddenReason? hidden = null, string font = "Lato", float blank = 0.25f, int angle = 0)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = word.Length * size / 2;
            var box = angle is 90 or 270 ? new Box(x - size, y, size, length) : new Box(x, y - 0.75f * size, length, size);
            _words.Add(new SourceWord(word, box, angle is 90 or 270 ? y + length : y, size, font, bold, italic, color, angle, hidden));
            if (angle is 90 or 270)
                y += length + blank * size;
            else
                x += length + blank * size;
        }

        return this;
    }

    /// <summary>Paints lines below each other.</summary>
    public PaintedPage PaintLines(float x, float y, float pitch, params string[] lines)
    {
        foreach (var line in lines)
        {
            Paint(x, y, line);
            y += pitch;
        }

        return this;
    }

    public PaintedPage Link(string target, Box box)
    {
        _links.Add(new SourceLink(target, box));
        return this;
    }

    public Document Read() => Read(this);

    public static Document Read(params PaintedPage[] pages) => DocumentAssembler.Assemble(
        Source(pages), FileFormat.Pdf, ReadingLimits.Default, CancellationToken.None);

    public static SourceDocument Source(params PaintedPage[] pages) =>
        new([.. pages.Select((page, index) => page.Page(index + 1))], new DocumentMetadata(null, null), []);

    private SourcePage Page(int number) => new(number, width, height, _words, _links, ImageCoverage);
}
