using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Draws forms and pictures (ISO 32000-1, 8.8 to 8.10).</summary>
internal static class XObjects
{
    public static void Draw(
        ContentContext context, PdfDictionary resources, string name, GraphicsState state, PathPainter paths, int depth)
    {
        var file = context.File;
        if (file.GetDictionary(resources, "XObject") is not { } objects || file.GetStream(objects, name) is not { } stream)
            return;
        var dictionary = stream.Dictionary;
        var layerWasOff = context.Text.LayerIsOff;
        context.Text.LayerIsOff |= context.Layers.IsOff(file.GetDictionary(dictionary, "OC"));
        if (file.GetName(dictionary, "Subtype") == "Image")
        {
            paths.PaintImage(state, dictionary.ContainsKey("SMask") || dictionary.ContainsKey("Mask") || file.Get(dictionary, "ImageMask") is true);
        }
        else if (file.GetName(dictionary, "Subtype") == "Form" || dictionary.ContainsKey("BBox"))
        {
            DrawForm(context, stream, resources, state, depth);
        }

        context.Text.LayerIsOff = layerWasOff;
    }

    /// <summary>Draws a form in the given state, which stays as it is.</summary>
    /// <param name="resources">Those of the stream that draws it: old forms have none of their own.</param>
    public static void DrawForm(ContentContext context, PdfStream form, PdfDictionary resources, GraphicsState state, int depth)
    {
        var file = context.File;
        if (depth >= context.Budget.Limits.MaxDepth)
        {
            context.Budget.Warn(ReadingWarningKind.DepthLimit);
            return;
        }

        if (!context.OpenForms.Add(form))
            return;
        var inner = state.Copy();
        if (file.GetNumbers(form.Dictionary, "Matrix", 6) is { } matrix)
            inner.Ctm = Matrix.FromNumbers(matrix).Then(inner.Ctm);
        if (file.GetNumbers(form.Dictionary, "BBox", 4) is { } box)
            inner.ClipTo(inner.Ctm.Apply(box[0], box[1], box[2], box[3]), inner.Ctm.KeepsAxes);
        ContentInterpreter.Run(
            context, file.DecodeOrNothing(form), file.GetDictionary(form.Dictionary, "Resources") ?? resources, inner, depth + 1);
        context.OpenForms.Remove(form);
    }
}
