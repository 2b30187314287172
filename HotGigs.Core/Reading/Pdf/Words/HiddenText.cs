using HotGigs.Core.Reading.Pdf.Content;

namespace HotGigs.Core.Reading.Pdf.Words;

/// <summary>Judges, once a page is painted, which of its glyphs a person cannot see.</summary>
/// <remarks>
/// What is not certain counts as visible: text over pictures, shadings, patterns and half-transparent areas. A white letter is
/// hidden on white paper and visible on a dark column, so the topmost area under each glyph decides.
/// </remarks>
internal sealed class HiddenText
{
    private const int Bands = 64;

    /// <summary>Comparisons for one page; a page with more of them is a drawing.</summary>
    private const int MaxComparisons = 50_000_000;

    /// <summary>A picture over that much of the page makes it a scan.</summary>
    private const float ScanCoverage = 0.5f;

    private readonly PageCanvas _canvas;
    private readonly PdfBudget _budget;
    private readonly List<int>?[] _bands = new List<int>?[Bands];
    private int _comparisons;

    private HiddenText(PageCanvas canvas, PdfBudget budget)
    {
        _canvas = canvas;
        _budget = budget;
        for (var i = 0; i < canvas.Regions.Count; i++)
        {
            var bounds = canvas.Regions[i].Bounds;
            for (var band = Band(bounds.Top); band <= Band(bounds.Bottom); band++)
                (_bands[band] ??= []).Add(i);
        }
    }

    /// <summary>Sets <see cref="Glyph.Hidden"/> where painting alone did not tell.</summary>
    public static void Judge(PageCanvas canvas, PdfBudget budget)
    {
        var judge = new HiddenText(canvas, budget);
        foreach (ref var glyph in canvas.Glyphs)
            glyph.Hidden ??= judge.Reason(glyph);
        judge.AcceptTextOverOutlines();
        judge.AcceptTextBehindScan();
    }

    /// <summary>
    /// Browsers draw letters they embolden as shapes and put the text over them fully transparent, for copying:
    /// such a glyph has a shape of a letter's size in its place.
    /// </summary>
    private void AcceptTextOverOutlines()
    {
        var glyphs = _canvas.Glyphs;
        for (var start = 0; start < glyphs.Length;)
        {
            // Judged by the line: strokes of i and - are rectangles, which alone prove nothing.
            var end = start + 1;
            while (end < glyphs.Length && glyphs[end].Hidden == glyphs[start].Hidden && glyphs[end].Y == glyphs[start].Y)
                end++;
            var run = glyphs[start..end];
            start = end;
            if (run[0].Hidden is not (HiddenReason.Transparent or HiddenReason.InvisibleRenderMode))
                continue;
            var outlined = 0;
            foreach (ref readonly var glyph in run)
                outlined += IsDrawnAsOutline(glyph) ? 1 : 0;
            if (outlined * 2 < run.Length)
                continue;
            foreach (ref var glyph in run)
                glyph.Hidden = null;
        }
    }

    private bool IsDrawnAsOutline(in Glyph glyph)
    {
        var box = glyph.Box;
        var regions = _bands[Band((box.Top + box.Bottom) / 2)];
        if (regions is null || _comparisons > MaxComparisons)
            return false;
        _comparisons += regions.Count;
        foreach (var index in regions)
        {
            var region = _canvas.Regions[index];
            var shape = region.Bounds;
            if (region is { Outline: not null, IsImage: false }
                && box.Grown(glyph.Size * 0.15).Contains(shape)
                && shape.Height > 0.2 * glyph.Size)
            {
                return true;
            }
        }

        return false;
    }

    private HiddenReason? Reason(in Glyph glyph)
    {
        _budget.Tick();
        var box = glyph.Box;
        double x = (box.Left + box.Right) / 2, y = (box.Top + box.Bottom) / 2;
        var regions = _bands[Band(y)];
        if (regions is null || _comparisons > MaxComparisons)
            return MatchesBackground(glyph, [], x, y) ? HiddenReason.SameColorAsBackground : null;
        _comparisons += regions.Count;
        return IsCovered(glyph, regions, box) ? HiddenReason.Covered
            : MatchesBackground(glyph, regions, x, y) ? HiddenReason.SameColorAsBackground
            : null;
    }

    private bool IsCovered(in Glyph glyph, List<int> regions, in Bounds box)
    {
        // The box is larger than most letters; what matters is that the middle part is gone.
        var core = new Bounds(
            box.Left + (box.Width * 0.1), box.Top + (box.Height * 0.25), box.Right - (box.Width * 0.1), box.Bottom - (box.Height * 0.25));
        for (var i = regions.Count - 1; i >= 0 && regions[i] >= glyph.RegionsBefore; i--)
        {
            var region = _canvas.Regions[regions[i]];
            if (region.IsCertain && region.Contains(core))
                return true;
        }

        return false;
    }

    private bool MatchesBackground(in Glyph glyph, List<int> regions, double x, double y)
    {
        if (glyph.Color is not { } color)
            return false;
        for (var i = regions.Count - 1; i >= 0; i--)
        {
            if (regions[i] >= glyph.RegionsBefore)
                continue;
            var region = _canvas.Regions[regions[i]];
            if (!region.Contains(x, y))
                continue;
            if (region.Color is not { } background || !Colors.LookAlike(color, background))
                return false;
            // Whether this area or what lies under it shows: only when both look like the text, the text is hidden.
            if (region.IsCertain)
                return true;
        }

        return Colors.LookAlike(color, Colors.White);
    }

    /// <summary>
    /// A scan carries the text that was recognised invisibly in front of or behind the picture: that is the page's text.
    /// A page that shows other text as well is no scan, and what is invisible there stays hidden.
    /// </summary>
    private void AcceptTextBehindScan()
    {
        if (_canvas.ImageCoverage < ScanCoverage)
            return;
        int shown = 0, behind = 0;
        foreach (ref readonly var glyph in _canvas.Glyphs)
        {
            if (glyph.Hidden is null)
                shown++;
            else if (IsBehindScan(glyph))
                behind++;
        }

        if (behind <= 3 * shown)
            return;

        // Nobody can tell without looking at the picture whether it says the same.
        _budget.Warn(ReadingWarningKind.ImageOnlyPages);
        foreach (ref var glyph in _canvas.Glyphs)
        {
            if (IsBehindScan(glyph))
                (glyph.Hidden, glyph.Color) = (null, null);
        }
    }

    private bool IsBehindScan(in Glyph glyph)
    {
        if (glyph.Hidden is not (HiddenReason.InvisibleRenderMode or HiddenReason.Covered or HiddenReason.Transparent))
            return false;
        var box = glyph.Box;
        double x = (box.Left + box.Right) / 2, y = (box.Top + box.Bottom) / 2;
        foreach (var index in _bands[Band(y)] ?? [])
        {
            if (_canvas.Regions[index] is { IsImage: true } image && image.Contains(x, y))
                return true;
        }

        return false;
    }

    private int Band(double y) => (int)Math.Clamp(y / Math.Max(1, _canvas.Page.Height) * Bands, 0, Bands - 1);
}
