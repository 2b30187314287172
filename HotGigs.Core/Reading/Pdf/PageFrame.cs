using HotGigs.Core.Reading.Pdf.Content;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>The visible part of a page and how it is turned.</summary>
/// <param name="Width">In points, after rotation.</param>
/// <param name="Height">In points, after rotation.</param>
/// <param name="ToPage">Default user space to page points: origin top left, y growing downward.</param>
internal sealed record PageFrame(double Width, double Height, Matrix ToPage)
{
    private const double LargestSide = 100_000;
    private static readonly double[] Letter = [0, 0, 612, 792];

    public static PageFrame Of(PdfFile file, PdfDictionary page)
    {
        var box = Box(file, page, "CropBox") ?? Box(file, page, "MediaBox") ?? Letter;
        var unit = file.GetNumber(page, "UserUnit", 1);
        if (unit is not (> 0.1 and < 100))
            unit = 1;
        double left = box[0], bottom = box[1], right = box[2], top = box[3];
        double width = (right - left) * unit, height = (top - bottom) * unit;
        var turn = ((int)file.GetNumber(page, "Rotate") % 360 + 360) % 360;
        return turn switch
        {
            90 => new PageFrame(height, width, new Matrix(0, unit, unit, 0, -bottom * unit, -left * unit)),
            180 => new PageFrame(width, height, new Matrix(-unit, 0, 0, unit, right * unit, -bottom * unit)),
            270 => new PageFrame(height, width, new Matrix(0, -unit, -unit, 0, top * unit, right * unit)),
            _ => new PageFrame(width, height, new Matrix(unit, 0, 0, -unit, -left * unit, top * unit)),
        };
    }

    /// <summary>Left, bottom, right, top; null when it is missing or no page could look like that.</summary>
    private static double[]? Box(PdfFile file, PdfDictionary page, string key)
    {
        if (file.GetNumbers(page, key, 4) is not { } box)
            return null;
        double[] sorted = [Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])];
        return sorted[2] - sorted[0] is >= 1 and <= LargestSide && sorted[3] - sorted[1] is >= 1 and <= LargestSide ? sorted : null;
    }
}
