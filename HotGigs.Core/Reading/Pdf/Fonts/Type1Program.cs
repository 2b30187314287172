using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>The built-in encoding of a Type 1 program: the clear-text part says <c>dup 65 /A put</c>.</summary>
internal static class Type1Program
{
    private const int LongestClearText = 64 * 1024;

    /// <summary>Text of the 256 codes; null when the program uses the standard encoding or states none.</summary>
    public static string?[]? Encoding(byte[] bytes, NameCache names)
    {
        var end = bytes.AsSpan().IndexOf("eexec"u8);
        if (end < 0)
            end = Math.Min(bytes.Length, LongestClearText);
        var start = bytes.AsSpan(0, end).IndexOf("/Encoding"u8);
        if (start < 0)
            return null;
        var lexer = new PdfLexer(bytes, start + "/Encoding".Length, end, names);
        var result = new string?[256];
        var found = false;
        double code = -1;
        string? glyph = null;
        for (var token = lexer.Read(); token != PdfToken.End; token = lexer.Read())
        {
            switch (token)
            {
                case PdfToken.Number:
                    code = lexer.Number;
                    break;
                case PdfToken.Name:
                    glyph = lexer.Text;
                    break;
                case PdfToken.Keyword when lexer.Text == "StandardEncoding" && !found:
                    return null;
                case PdfToken.Keyword when lexer.Text == "put" && glyph is not null && code is >= 0 and < 256:
                    result[(int)code] = GlyphNames.ToText(glyph);
                    found = true;
                    break;
                case PdfToken.Keyword when found && lexer.Text is "def" or "readonly":
                    return result;
            }
        }

        return found ? result : null;
    }
}
