namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>An area of the page that was painted over.</summary>
/// <param name="Bounds">Already cut to the clip and the page.</param>
/// <param name="Outline">Corners x, y, x, y…; null when the area fills its bounds.</param>
/// <param name="Color">0xRRGGBB; null when not known.</param>
/// <param name="IsCertain">All of the area has that colour and nothing shines through.</param>
internal sealed record PaintedRegion(Bounds Bounds, float[]? Outline, int? Color, bool IsCertain, bool IsImage)
{
    public bool Contains(double x, double y) => Bounds.Contains(x, y) && (Outline is null || IsInsideOutline(x, y));

    public bool Contains(in Bounds box)
    {
        if (Outline is null)
            return Bounds.Contains(box);
        return Contains(box.Left, box.Top) && Contains(box.Right, box.Top) && Contains(box.Left, box.Bottom) && Contains(box.Right, box.Bottom);
    }

    private bool IsInsideOutline(double x, double y)
    {
        var inside = false;
        var outline = Outline!;
        for (int i = 0, j = outline.Length - 2; i < outline.Length; j = i, i += 2)
        {
            var crosses = outline[i + 1] > y != outline[j + 1] > y;
            if (crosses && x < ((outline[j] - outline[i]) * (y - outline[i + 1]) / (outline[j + 1] - outline[i + 1])) + outline[i])
                inside = !inside;
        }

        return inside;
    }
}
