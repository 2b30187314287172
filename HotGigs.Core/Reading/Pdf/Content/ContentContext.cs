using HotGigs.Core.Reading.Pdf.Fonts;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>What all content streams of one page share.</summary>
internal sealed record ContentContext(PdfFile File, FontLoader Fonts, OptionalContent Layers, PageCanvas Canvas)
{
    public PdfBudget Budget => File.Budget;

    /// <summary>Forms being drawn: one that draws itself is left out.</summary>
    public HashSet<PdfStream> OpenForms { get; } = new(ReferenceEqualityComparer.Instance);

    public TextPainter Text { get; } = new(Canvas);
}
