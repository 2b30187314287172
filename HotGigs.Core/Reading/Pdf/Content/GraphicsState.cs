using HotGigs.Core.Reading.Pdf.Fonts;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>The graphics state as far as text and what hides it depend on it (ISO 32000-1, 8.4 and 9.3).</summary>
internal sealed class GraphicsState
{
    /// <summary>User space to page points.</summary>
    public Matrix Ctm { get; set; } = Matrix.Identity;

    public Bounds Clip { get; set; }

    /// <summary>The clip is a rectangle; else it only lies inside <see cref="Clip"/>.</summary>
    public bool ClipIsExact { get; set; } = true;

    public PaintColor Fill { get; set; } = PaintColor.Black;

    public PaintColor Stroke { get; set; } = PaintColor.Black;

    public double LineWidth { get; set; } = 1;

    /// <summary>A blend mode or soft mask makes the result of painting unknown.</summary>
    public bool Blends { get; set; }

    public bool Masked { get; set; }

    public PdfFont? Font { get; set; }

    public double FontSize { get; set; }

    public double CharacterSpacing { get; set; }

    public double WordSpacing { get; set; }

    /// <summary>1 for 100 %.</summary>
    public double HorizontalScaling { get; set; } = 1;

    public double Leading { get; set; }

    public double Rise { get; set; }

    public int RenderMode { get; set; }

    public GraphicsState Copy() => new GraphicsState().CopyFrom(this);

    /// <summary>Takes over all of another state; saving a state is the most frequent operator of some producers.</summary>
    public GraphicsState CopyFrom(GraphicsState other)
    {
        Ctm = other.Ctm;
        Clip = other.Clip;
        ClipIsExact = other.ClipIsExact;
        Fill = other.Fill;
        Stroke = other.Stroke;
        LineWidth = other.LineWidth;
        Blends = other.Blends;
        Masked = other.Masked;
        Font = other.Font;
        FontSize = other.FontSize;
        CharacterSpacing = other.CharacterSpacing;
        WordSpacing = other.WordSpacing;
        HorizontalScaling = other.HorizontalScaling;
        Leading = other.Leading;
        Rise = other.Rise;
        RenderMode = other.RenderMode;
        return this;
    }

    public void ClipTo(in Bounds bounds, bool exact)
    {
        Clip = Clip.Intersect(bounds);
        ClipIsExact &= exact;
    }
}

/// <summary>A current colour with the space it is set in.</summary>
/// <param name="Space">How further components are to be taken.</param>
/// <param name="Rgb">0xRRGGBB; null when not known (patterns, palettes, spot colours).</param>
/// <param name="Alpha">0 transparent, 1 opaque.</param>
internal readonly record struct PaintColor(ColorSpace Space, int? Rgb, double Alpha)
{
    public static PaintColor Black { get; } = new(ColorSpace.Gray, 0, 1);

    public bool IsOpaque => Alpha > 0.98;

    public bool IsInvisible => Alpha < 0.02;
}
