using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Loads Type1, MMType1, TrueType and Type3 fonts (ISO 32000-1, 9.6).</summary>
internal sealed class SimpleFontLoader(PdfFile file)
{
    private const double GlyphSpace = 0.001;
    private const int SymbolicFlag = 1 << 2;

    /// <summary>Letters from which on a map that differs is no accident of a subset.</summary>
    private const int FewestLetters = 10;

    private static readonly string[] EmbeddedPrograms = ["FontFile", "FontFile2", "FontFile3"];

    public SimpleFont Load(PdfDictionary font, CMap? toUnicode)
    {
        var subtype = file.GetName(font, "Subtype");
        var descriptor = file.GetDictionary(font, "FontDescriptor");
        var style = FontStyle.Of(file, font, descriptor);
        var text = BaseEncoding(font, subtype, descriptor, style, toUnicode is not null);
        AddDifferences(font, text);
        if (toUnicode is not null && !Contradicts(font, descriptor, text, toUnicode))
        {
            for (var code = 0; code < text.Length; code++)
                text[code] = toUnicode.Text(code) ?? text[code];
        }

        if (subtype == "Type3")
            return LoadType3(font, style, text);
        var advances = Widths(font, descriptor) ?? StandardWidths.For(style.Name, text);
        for (var code = 0; code < advances.Length; code++)
            advances[code] *= GlyphSpace;
        return new SimpleFont(style, text, advances, glyphScale: 1);
    }

    /// <summary>
    /// A font that is not embedded is drawn by its encoding: where ToUnicode says other letters for most of them, readers of the page and
    /// readers of its text would see two documents.
    /// </summary>
    private bool Contradicts(PdfDictionary font, PdfDictionary? descriptor, string?[] text, CMap toUnicode)
    {
        if (file.GetName(font, "Subtype") is "Type3" || descriptor is not null && EmbeddedPrograms.Any(descriptor.ContainsKey))
            return false;
        int told = 0, other = 0;
        for (var code = 'A'; code <= 'z'; code++)
        {
            if (text[code] is not [var drawn] || !char.IsAsciiLetter(drawn) || toUnicode.Text(code) is not { } letter)
                continue;
            told++;
            other += letter == text[code] ? 0 : 1;
        }

        if (told < FewestLetters || other * 2 < told)
            return false;
        file.Budget.Warn(ReadingWarningKind.UnusualCharacters, other);
        return true;
    }

    private SimpleFont LoadType3(PdfDictionary font, FontStyle style, string?[] text)
    {
        var matrix = file.GetNumbers(font, "FontMatrix", 6) ?? [GlyphSpace, 0, 0, GlyphSpace, 0, 0];
        var advances = Widths(font, descriptor: null) ?? new double[256];
        for (var code = 0; code < advances.Length; code++)
            advances[code] *= Math.Abs(matrix[0]);
        // The box tells how high glyphs are drawn; without one the matrix is taken to mean an em of 1000.
        var scale = Math.Abs(matrix[3]) / GlyphSpace;
        if (file.GetNumbers(font, "FontBBox", 4) is { } box && Math.Abs(box[3] - box[1]) is > 0 and var height)
            scale = Math.Abs(matrix[3]) * height;
        return new SimpleFont(style, text, advances, scale is > 0.01 and < 100 ? scale : 1);
    }

    private double[]? Widths(PdfDictionary font, PdfDictionary? descriptor)
    {
        if (file.GetArray(font, "Widths") is not { } stated)
            return null;
        var widths = new double[256];
        Array.Fill(widths, descriptor is null ? 0 : file.GetNumber(descriptor, "MissingWidth"));
        var first = (int)file.GetNumber(font, "FirstChar");
        for (var i = 0; i < Math.Min(stated.Count, 256); i++)
        {
            if (first + i is >= 0 and < 256 && file.Resolve(stated[i]) is double width)
                widths[first + i] = width;
        }

        return widths;
    }

    private string?[] BaseEncoding(PdfDictionary font, string? subtype, PdfDictionary? descriptor, FontStyle style, bool hasToUnicode)
    {
        // Symbol fonts have one meaning only, whatever encoding is written beside them.
        if (BuiltIn(style.Name) is { } known)
            return Texts(known);
        var encoding = file.Get(font, "Encoding");
        var name = encoding is PdfDictionary differences ? file.GetName(differences, "BaseEncoding") : (encoding as PdfName)?.Value;
        switch (name)
        {
            case "WinAnsiEncoding":
                return Texts(StandardEncodings.WinAnsi);
            case "MacRomanEncoding":
                return Texts(StandardEncodings.MacRoman);
            case "StandardEncoding":
                return Texts(StandardEncodings.Standard);
        }

        // What ToUnicode tells needs no look into the program.
        var program = descriptor is null || hasToUnicode ? null : ProgramEncoding(descriptor);
        if (program is not null)
            return program;
        if (subtype != "TrueType")
            return Texts(StandardEncodings.Standard);
        return Texts(StandardEncodings.WinAnsi);
    }

    private static string? BuiltIn(string font)
    {
        if (font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
            return StandardEncodings.Symbol;
        if (font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase))
            return StandardEncodings.ZapfDingbats;
        return font.Contains("Wingdings", StringComparison.OrdinalIgnoreCase) ? StandardEncodings.Wingdings : null;
    }

    private string?[]? ProgramEncoding(PdfDictionary descriptor)
    {
        if (file.GetStream(descriptor, "FontFile") is { } type1)
            return Type1Program.Encoding(file.DecodeOrNothing(type1), file.Names);
        if (file.GetStream(descriptor, "FontFile3") is { } compact)
        {
            var bytes = file.DecodeOrNothing(compact);
            if (!bytes.AsSpan().StartsWith("OTTO"u8))
                return CffProgram.Parse(bytes)?.Encoding;
            var (offset, length) = TrueTypeProgram.Parse(bytes).CffTable;
            return CffProgram.Parse(bytes.AsSpan(offset, length))?.Encoding;
        }

        // A program without the symbol flag is encoded as WinAnsi or by differences, whatever its own maps say.
        if (((int)file.GetNumber(descriptor, "Flags") & SymbolicFlag) == 0 || file.GetStream(descriptor, "FontFile2") is not { } trueType)
            return null;
        var program = TrueTypeProgram.Parse(file.DecodeOrNothing(trueType));
        var text = new string?[256];
        for (var code = 0; code < text.Length; code++)
            text[code] = program.TextOfCode(code);
        if (text.All(character => character is null))
            return null;
        for (var code = ' '; code <= '~'; code++)
            text[code] ??= code.ToString();
        return text;
    }

    private void AddDifferences(PdfDictionary font, string?[] text)
    {
        if (file.Get(font, "Encoding") is not PdfDictionary encoding || file.GetArray(encoding, "Differences") is not { } differences)
            return;
        var code = 0;
        foreach (var item in differences)
        {
            switch (file.Resolve(item))
            {
                case double first:
                    code = (int)first;
                    break;
                case PdfName glyph:
                    if (code is >= 0 and < 256)
                        text[code] = GlyphNames.ToText(glyph.Value) ?? ByCode(glyph.Value, code);
                    code++;
                    break;
            }
        }
    }

    /// <summary>Some producers name the glyph for code 65 <c>g65</c> or <c>C65</c>.</summary>
    private static string? ByCode(string glyph, int code) =>
        code is >= ' ' and <= '~' && glyph.Length is 3 or 4 && int.TryParse(glyph.AsSpan(1), out var number) && number == code
            ? ((char)code).ToString()
            : null;

    private static string?[] Texts(string encoding)
    {
        var text = new string?[256];
        for (var code = 0; code < text.Length; code++)
            text[code] = encoding[code] == '\0' ? null : SingleCharacters.Of(encoding[code]);
        return text;
    }
}
