namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Sets the current colours (ISO 32000-1, 8.6.8).</summary>
internal static class ColorOperators
{
    public static PaintColor Set(PaintColor current, ColorSpace space, Operands operands)
    {
        Span<double> components = stackalloc double[32];
        var count = 0;
        for (var i = 0; i < operands.Count && count < components.Length; i++)
        {
            if (operands[i].Kind == Objects.PdfToken.Number)
                components[count++] = operands[i].Number;
        }

        return current with { Space = space, Rgb = Colors.Rgb(space, components[..count]) };
    }

    public static PaintColor SetSpace(PaintColor current, ColorSpace space) => current with { Space = space, Rgb = Colors.Initial(space) };
}
