using System.Buffers;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>What showing one page leaves behind: its glyphs and the areas painted, in paint order.</summary>
internal sealed class PageCanvas(double width, double height, PdfBudget budget) : IDisposable
{
    /// <summary>Areas are only looked at to find hidden text; a drawing with more than that many hides none.</summary>
    public const int MaxRegions = 4_096;

    private const int ImageGrid = 32;

    /// <summary>Thinner than any letter: rules and borders.</summary>
    private const double ThinnestRegion = 1;

    private readonly bool[] _imageCells = new bool[ImageGrid * ImageGrid];
    private Glyph[] _glyphs = ArrayPool<Glyph>.Shared.Rent(2_048);

    public Bounds Page { get; } = new(0, 0, width, height);

    public int GlyphCount { get; private set; }

    public Span<Glyph> Glyphs => _glyphs.AsSpan(0, GlyphCount);

    public List<PaintedRegion> Regions { get; } = [];

    public int UnmappedGlyphs { get; set; }

    /// <summary>Share of the page that pictures cover, 0-1, to about 3 %.</summary>
    /// <summary>Subpaths filled or stroked.</summary>
    public int PaintedPaths { get; set; }

    public float ImageCoverage => _imageCells.Count(covered => covered) / (float)_imageCells.Length;

    /// <exception cref="PdfLimitException">The page holds more than <see cref="PdfBudget.MaxGlyphsPerPage"/>.</exception>
    public void Add(in Glyph glyph)
    {
        budget.Tick();
        if (GlyphCount >= PdfBudget.MaxGlyphsPerPage)
            throw new PdfLimitException(ReadingWarningKind.TextLimit);
        if (GlyphCount == _glyphs.Length)
            Grow();
        _glyphs[GlyphCount++] = glyph;
    }

    public void Add(PaintedRegion region)
    {
        if (region.IsImage)
            MarkImage(region.Bounds);
        if (region.Bounds.Width >= ThinnestRegion && region.Bounds.Height >= ThinnestRegion && Regions.Count < MaxRegions)
            Regions.Add(region);
    }

    /// <summary>Gives the room for glyphs back; the canvas must not be used afterwards.</summary>
    public void Dispose()
    {
        Glyphs.Clear();
        ArrayPool<Glyph>.Shared.Return(_glyphs);
        _glyphs = [];
        GlyphCount = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Glyph>.Shared.Rent(_glyphs.Length * 2);
        Glyphs.CopyTo(larger);
        Glyphs.Clear();
        ArrayPool<Glyph>.Shared.Return(_glyphs);
        _glyphs = larger;
    }

    private void MarkImage(in Bounds bounds)
    {
        double cellWidth = Page.Width / ImageGrid, cellHeight = Page.Height / ImageGrid;
        for (var row = 0; row < ImageGrid; row++)
        {
            for (var column = 0; column < ImageGrid; column++)
            {
                if (bounds.Contains((column + 0.5) * cellWidth, (row + 0.5) * cellHeight))
                    _imageCells[(row * ImageGrid) + column] = true;
            }
        }
    }
}
