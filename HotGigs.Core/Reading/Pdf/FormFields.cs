using HotGigs.Core.Reading.Pdf.Content;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Shows what annotations put on the page: filled form fields, free text, stamps (ISO 32000-1, 12.5.5).</summary>
internal static class FormFields
{
    private const int MaxAnnotations = 2_000;
    private const int HiddenFlag = 1 << 1;
    private const int NoViewFlag = 1 << 5;
    private const int MaxParents = 16;

    public static void Show(ContentContext context, PdfDictionary page, GraphicsState state)
    {
        var file = context.File;
        var count = 0;
        foreach (var annotation in Links.Annotations(file, page))
        {
            if (++count > MaxAnnotations)
                return;
            var subtype = file.GetName(annotation, "Subtype");
            if (subtype == "FileAttachment")
                file.Budget.Warn(ReadingWarningKind.EmbeddedFileIgnored);
            if (subtype is null or "Link" or "Popup" or "Text" or "FileAttachment")
                continue;
            var flags = (int)file.GetNumber(annotation, "F");
            if ((flags & (HiddenFlag | NoViewFlag)) != 0 || file.GetNumbers(annotation, "Rect", 4) is not { } rect)
                continue;
            if (Appearance(file, annotation) is { } appearance)
                ShowAppearance(context, appearance, rect, state);
            else if (subtype == "Widget")
                ShowValue(context, annotation, rect, state);
        }
    }

    private static PdfStream? Appearance(PdfFile file, PdfDictionary annotation)
    {
        if (file.GetDictionary(annotation, "AP") is not { } appearances)
            return null;
        return file.Get(appearances, "N") switch
        {
            PdfStream stream => stream,
            PdfDictionary states when file.GetName(annotation, "AS") is { } current => file.GetStream(states, current),
            _ => null,
        };
    }

    /// <summary>The form's box, after its matrix, is fitted into the annotation's rectangle (12.5.5, algorithm 8.1).</summary>
    private static void ShowAppearance(ContentContext context, PdfStream form, double[] rect, GraphicsState state)
    {
        var box = context.File.GetNumbers(form.Dictionary, "BBox", 4) ?? [0, 0, rect[2] - rect[0], rect[3] - rect[1]];
        var matrix = context.File.GetNumbers(form.Dictionary, "Matrix", 6) is { } stated ? Matrix.FromNumbers(stated) : Matrix.Identity;
        var shown = matrix.Apply(box[0], box[1], box[2], box[3]);
        if (shown.IsEmpty)
            return;
        double left = Math.Min(rect[0], rect[2]), bottom = Math.Min(rect[1], rect[3]);
        var scaleX = Math.Abs(rect[2] - rect[0]) / shown.Width;
        var scaleY = Math.Abs(rect[3] - rect[1]) / shown.Height;
        var fit = new Matrix(scaleX, 0, 0, scaleY, left - (shown.Left * scaleX), bottom - (shown.Top * scaleY));
        var inner = state.Copy();
        inner.Ctm = fit.Then(state.Ctm);
        XObjects.DrawForm(context, form, [], inner, depth: 0);
    }

    /// <summary>A viewer would make the appearance of a text or choice field itself.</summary>
    private static void ShowValue(ContentContext context, PdfDictionary widget, double[] rect, GraphicsState state)
    {
        const double UsualSize = 10;
        var file = context.File;
        if (Inherited(file, widget, "FT") is not PdfName { Value: "Tx" or "Ch" } || Inherited(file, widget, "V") is not PdfString value)
            return;
        var height = Math.Abs(rect[3] - rect[1]);
        var size = Math.Clamp(height * 0.7, 4, UsualSize);
        var place = new Glyph
        {
            Text = TextStrings.Decode(value.Bytes),
            Size = (float)size,
            Font = context.Fonts.Fallback,
            Color = 0,
            RegionsBefore = context.Canvas.Regions.Count,
        };
        var y = Math.Min(rect[1], rect[3]) + (height > 3 * size ? height - size : (height - size) / 2 + (0.2 * size));
        var (x1, y1) = state.Ctm.Apply(Math.Min(rect[0], rect[2]), y);
        var (x2, y2) = state.Ctm.Apply(Math.Min(rect[0], rect[2]) + (place.Text.Length * size * 0.5), y);
        (place.X, place.Y, place.EndX, place.EndY) = ((float)x1, (float)y1, (float)x2, (float)y2);
        if (place.Text.Length > 0 && context.Canvas.Page.Touches(place.Box))
            context.Canvas.Add(place);
    }

    private static object? Inherited(PdfFile file, PdfDictionary field, string key)
    {
        for (var i = 0; i < MaxParents; i++)
        {
            if (file.Get(field, key) is { } value)
                return value;
            if (file.GetDictionary(field, "Parent") is not { } parent)
                return null;
            field = parent;
        }

        return null;
    }
}
