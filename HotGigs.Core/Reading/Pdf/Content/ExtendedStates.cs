using HotGigs.Core.Reading.Pdf.Fonts;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Applies a graphics state parameter dictionary (ISO 32000-1, 8.4.5).</summary>
internal static class ExtendedStates
{
    public static void Apply(PdfFile file, PdfDictionary resources, string name, GraphicsState state, FontLoader fonts)
    {
        if (file.GetDictionary(resources, "ExtGState") is not { } states || file.GetDictionary(states, name) is not { } parameters)
            return;
        foreach (var (key, value) in parameters)
        {
            switch (key)
            {
                case "ca" when file.Resolve(value) is double alpha:
                    state.Fill = state.Fill with { Alpha = alpha };
                    break;
                case "CA" when file.Resolve(value) is double alpha:
                    state.Stroke = state.Stroke with { Alpha = alpha };
                    break;
                case "LW" when file.Resolve(value) is double width:
                    state.LineWidth = width;
                    break;
                case "BM":
                    state.Blends = BlendMode(file, value) is not ("Normal" or "Compatible");
                    break;
                case "SMask":
                    state.Masked = file.Resolve(value) is not PdfName { Value: "None" };
                    break;
                case "Font" when file.Resolve(value) is PdfArray { Count: >= 2 } font && file.Resolve(font[0]) is PdfDictionary dictionary:
                    state.Font = fonts.Get(dictionary);
                    state.FontSize = file.Resolve(font[1]) as double? ?? state.FontSize;
                    break;
            }
        }
    }

    private static string? BlendMode(PdfFile file, object? value)
    {
        value = file.Resolve(value);
        if (value is PdfArray { Count: > 0 } candidates)
            value = file.Resolve(candidates[0]);
        return (value as PdfName)?.Value;
    }
}
