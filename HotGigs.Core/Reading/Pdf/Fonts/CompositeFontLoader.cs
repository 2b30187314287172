using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Loads Type0 fonts (ISO 32000-1, 9.7).</summary>
internal sealed class CompositeFontLoader(PdfFile file)
{
    private const int MaxCid = 1 << 16;
    private const double GlyphSpace = 0.001;

    public CompositeFont Load(PdfDictionary font, CMap? toUnicode)
    {
        var descendants = file.Get(font, "DescendantFonts");
        var cidFont = (descendants is PdfArray { Count: > 0 } array ? file.Resolve(array[0]) : descendants) as PdfDictionary ?? [];
        var descriptor = file.GetDictionary(cidFont, "FontDescriptor");
        var encoding = file.Get(font, "Encoding");
        var encodingName = (encoding as PdfName)?.Value ?? "";
        var parts = new CompositeFontParts(
            Advances(cidFont),
            file.GetNumber(cidFont, "DW", 1_000) * GlyphSpace,
            toUnicode,
            encoding is PdfStream embedded ? CMap.Parse(file.DecodeOrNothing(embedded), file.Names, file.Budget) : null,
            PredefinedCMap.Find(encodingName),
            Collection(cidFont),
            GlyphOfCid(cidFont),
            TextOfGlyph(descriptor),
            encodingName.EndsWith("-V", StringComparison.Ordinal));
        return new CompositeFont(FontStyle.Of(file, font, descriptor), parts);
    }

    private Dictionary<int, double> Advances(PdfDictionary cidFont)
    {
        var result = new Dictionary<int, double>();
        if (file.GetArray(cidFont, "W") is not { } widths)
            return result;
        for (var i = 0; i + 1 < widths.Count;)
        {
            file.Budget.Tick();
            if (file.Resolve(widths[i]) is not double first)
            {
                i++;
                continue;
            }

            var second = file.Resolve(widths[i + 1]);
            if (second is PdfArray list)
            {
                for (var k = 0; k < list.Count && result.Count < MaxCid; k++)
                    result[(int)first + k] = (file.Resolve(list[k]) as double? ?? 0) * GlyphSpace;
                i += 2;
            }
            else if (second is double last && i + 2 < widths.Count)
            {
                var width = (file.Resolve(widths[i + 2]) as double? ?? 0) * GlyphSpace;
                for (var cid = (int)first; cid <= last && cid < MaxCid; cid++)
                    result[cid] = width;
                i += 3;
            }
            else
            {
                i++;
            }
        }

        return result;
    }

    private CidCollection? Collection(PdfDictionary cidFont) =>
        file.GetDictionary(cidFont, "CIDSystemInfo") is { } info && file.Get(info, "Ordering") is PdfString ordering
            ? CidCollection.Find(System.Text.Encoding.Latin1.GetString(ordering.Bytes))
            : null;

    private Func<int, int>? GlyphOfCid(PdfDictionary cidFont)
    {
        if (file.GetStream(cidFont, "CIDToGIDMap") is not { } stream)
            return null;
        var map = new Lazy<byte[]>(() => file.DecodeOrNothing(stream));
        return cid => new BigEndian(map.Value).U16(cid * 2L);
    }

    /// <summary>The program is opened when a code is met that ToUnicode does not tell.</summary>
    private Func<int, string?>? TextOfGlyph(PdfDictionary? descriptor)
    {
        if (descriptor is null)
            return null;
        if (file.GetStream(descriptor, "FontFile2") is { } trueType)
        {
            var program = new Lazy<TrueTypeProgram>(() => TrueTypeProgram.Parse(file.DecodeOrNothing(trueType)));
            return glyph => program.Value.TextOfGlyph(glyph);
        }

        if (file.GetStream(descriptor, "FontFile3") is not { } compact)
            return null;
        var texts = new Lazy<Func<int, string?>>(() => CompactTexts(file.DecodeOrNothing(compact)));
        return glyph => texts.Value(glyph);
    }

    private static Func<int, string?> CompactTexts(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("OTTO"u8))
            return CffProgram.Parse(bytes) is { } plain ? plain.TextOfGlyph : _ => null;
        var openType = TrueTypeProgram.Parse(bytes);
        var names = CffProgram.Parse(bytes.AsSpan(openType.CffTable.Offset, openType.CffTable.Length));
        return glyph => openType.TextOfGlyph(glyph) ?? names?.TextOfGlyph(glyph);
    }
}
