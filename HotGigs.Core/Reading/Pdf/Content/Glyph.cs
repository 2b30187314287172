using HotGigs.Core.Reading.Pdf.Fonts;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>One glyph as it was shown.</summary>
internal struct Glyph
{
    /// <summary>U+FFFD when nothing tells what it means; empty when another glyph's text stands for it too.</summary>
    public string Text;

    /// <summary>Origin on the page, in points from the top left.</summary>
    public float X;

    public float Y;

    /// <summary>Origin plus the glyph's own width, without spacing.</summary>
    public float EndX;

    public float EndY;

    /// <summary>Effective size in points.</summary>
    public float Size;

    /// <summary>Character spacing behind it, in points.</summary>
    public float Spacing;

    public PdfFont Font;

    /// <summary>0xRRGGBB; null when not known.</summary>
    public int? Color;

    /// <summary>How many regions had been painted before it.</summary>
    public int RegionsBefore;

    public HiddenReason? Hidden;

    /// <summary>A box around where its ink can be expected.</summary>
    public readonly Bounds Box
    {
        get
        {
            double left = Math.Min(X, EndX), right = Math.Max(X, EndX), top = Math.Min(Y, EndY), bottom = Math.Max(Y, EndY);
            return Math.Abs(EndX - X) >= Math.Abs(EndY - Y)
                ? new Bounds(left, top - (0.75 * Size), right, bottom + (0.22 * Size))
                : new Bounds(left - (0.75 * Size), top, right + (0.22 * Size), bottom);
        }
    }
}
