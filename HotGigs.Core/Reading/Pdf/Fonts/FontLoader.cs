using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Loads each font of a file once.</summary>
internal sealed class FontLoader(PdfFile file)
{
    private readonly Dictionary<PdfDictionary, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);

    private SimpleFont? _fallback;

    /// <summary>For text whose font is missing: most likely Latin.</summary>
    public PdfFont Fallback => _fallback ??= new SimpleFontLoader(file).Load(
        new PdfDictionary { ["BaseFont"] = new PdfName("Helvetica"), ["Encoding"] = new PdfName("WinAnsiEncoding") }, toUnicode: null);

    public PdfFont Get(PdfDictionary font)
    {
        if (_fonts.TryGetValue(font, out var known))
            return known;
        return _fonts[font] = Load(font);
    }

    private PdfFont Load(PdfDictionary font)
    {
        CMap? toUnicode = null;
        if (file.GetStream(font, "ToUnicode") is { } stream)
        {
            var map = CMap.Parse(file.DecodeOrNothing(stream), file.Names, file.Budget);
            toUnicode = map.HasText ? map : null;
        }

        return file.GetName(font, "Subtype") == "Type0"
            ? new CompositeFontLoader(file).Load(font, toUnicode)
            : new SimpleFontLoader(file).Load(font, toUnicode);
    }
}
