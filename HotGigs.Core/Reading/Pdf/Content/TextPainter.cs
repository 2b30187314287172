using HotGigs.Core.Reading.Pdf.Fonts;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Keeps the text matrices and turns shown strings into glyphs on the page (ISO 32000-1, 9.4).</summary>
internal sealed class TextPainter(PageCanvas canvas)
{
    /// <summary>Points; what a person can no longer read, by far.</summary>
    private const double SmallestReadable = 1;

    private const double LargestSize = 3_000;
    private const int FirstClippingMode = 4;
    private const int InvisibleMode = 3;
    private const int ClipOnlyMode = 7;

    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;
    private int _clippingFrom = -1;

    /// <summary>Content of a layer that is switched off.</summary>
    public bool LayerIsOff { get; set; }

    public void Begin() => _text = _line = Matrix.Identity;

    public void SetMatrix(in Matrix matrix) => _text = _line = matrix;

    public void NextLine(double x, double y) => _text = _line = _line.Moved(x, y);

    /// <param name="thousandths">Of the font size, backward along the line.</param>
    public void Adjust(GraphicsState state, double thousandths)
    {
        var by = -thousandths / 1_000 * state.FontSize;
        _text = state.Font is { Vertical: true } ? _text.Moved(0, by) : _text.Moved(by * state.HorizontalScaling, 0);
    }

    public void Show(GraphicsState state, ReadOnlySpan<byte> text)
    {
        if (state.Font is not { } font)
            return;
        var toPage = _text.Then(state.Ctm);
        if (!toPage.IsFinite)
            return;
        var size = Math.Abs(state.FontSize) * font.GlyphScale;
        var height = size * toPage.VerticalScale;
        var width = size * Math.Abs(state.HorizontalScaling) * toPage.HorizontalScale;
        var hidden = HiddenByState(state, Math.Min(height, width));
        if (state.RenderMode >= FirstClippingMode && _clippingFrom < 0)
            _clippingFrom = canvas.GlyphCount;
        var color = state.RenderMode is 1 or 5 ? state.Stroke : state.Fill;
        var spacing = (float)(state.CharacterSpacing * state.HorizontalScaling * toPage.HorizontalScale);
        for (var at = 0; at < text.Length;)
        {
            var code = font.NextCode(text, ref at, out var length);
            var advance = font.Advance(code) * state.FontSize * (font.Vertical ? 1 : state.HorizontalScaling);
            var extra = state.CharacterSpacing + (length == 1 && code == ' ' ? state.WordSpacing : 0);
            var (x, y) = (toPage.E + (state.Rise * toPage.C), toPage.F + (state.Rise * toPage.D));
            // Vertical text: each glyph is an em high, whatever its width.
            var (alongX, alongY) = font.Vertical ? (0, -state.FontSize) : (advance, 0.0);
            var glyph = new Glyph
            {
                Text = Text(font, code),
                X = (float)x,
                Y = (float)y,
                EndX = (float)(x + (alongX * toPage.A) + (alongY * toPage.C)),
                EndY = (float)(y + (alongX * toPage.B) + (alongY * toPage.D)),
                Size = (float)Math.Min(height, LargestSize),
                Spacing = spacing,
                Font = font,
                Color = color.Rgb,
                RegionsBefore = canvas.Regions.Count,
                Hidden = hidden,
            };
            if (float.IsFinite(glyph.X + glyph.Y + glyph.EndX + glyph.EndY))
            {
                glyph.Hidden ??= HiddenByPlace(glyph, state.Clip);
                canvas.Add(glyph);
            }

            var (moveX, moveY) = font.Vertical
                ? (0, -state.FontSize + -extra)
                : (advance + (extra * state.HorizontalScaling), 0.0);
            _text = _text.Moved(moveX, moveY);
            toPage = toPage.Moved(moveX, moveY);
        }
    }

    /// <summary>Something is painted inside the text clip: the glyphs that made the clip are seen after all.</summary>
    public void PaintThroughTextClip()
    {
        if (_clippingFrom < 0)
            return;
        foreach (ref var glyph in canvas.Glyphs[_clippingFrom..])
        {
            if (glyph.Hidden == HiddenReason.InvisibleRenderMode)
                (glyph.Hidden, glyph.Color) = (null, null);
        }

        _clippingFrom = -1;
    }

    public void EndTextClip() => _clippingFrom = -1;

    private string Text(PdfFont font, int code)
    {
        if (font.Text(code) is { } text)
            return text;
        if (!font.IsIcons)
            canvas.UnmappedGlyphs++;
        return "\uFFFD";
    }

    private HiddenReason? HiddenByState(GraphicsState state, double size)
    {
        if (LayerIsOff)
            return HiddenReason.OptionalContentOff;
        if (state.RenderMode is InvisibleMode or ClipOnlyMode)
            return HiddenReason.InvisibleRenderMode;
        var transparent = state.RenderMode switch
        {
            1 or 5 => state.Stroke.IsInvisible,
            2 or 6 => state.Stroke.IsInvisible && state.Fill.IsInvisible,
            _ => state.Fill.IsInvisible,
        };
        if (transparent)
            return HiddenReason.Transparent;
        return size < SmallestReadable ? HiddenReason.TooSmall : null;
    }

    private HiddenReason? HiddenByPlace(in Glyph glyph, in Bounds clip)
    {
        var box = glyph.Box;
        if (!canvas.Page.Touches(box))
            return HiddenReason.OffPage;
        // Clips are drawn tight around text: half a letter may stand outside.
        return clip.Grown(glyph.Size * 0.1).Touches(box) ? null : HiddenReason.Clipped;
    }
}
