using System.Text;
using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>A character map embedded in the file: codes to text (ToUnicode) or codes to glyph numbers (ISO 32000-1, 9.7.5 and 9.10.3).</summary>
internal sealed class CMap
{
    private const int MaxCodes = 1 << 16;
    private readonly Dictionary<int, string> _text = [];
    private readonly List<(int Length, int Low, int High)> _codeSpaces = [];
    private readonly List<(int Low, int High, int Cid)> _cids = [];

    public bool HasText => _text.Count > 0;

    public static CMap Parse(byte[] bytes, NameCache names, PdfBudget budget)
    {
        var map = new CMap();
        var lexer = new PdfLexer(bytes, 0, bytes.Length, names);
        for (var token = lexer.Read(); token != PdfToken.End; token = lexer.Read())
        {
            budget.CountObject();
            if (token != PdfToken.Keyword)
                continue;
            switch (lexer.Text)
            {
                case "begincodespacerange":
                    map.ReadCodeSpaces(lexer);
                    break;
                case "beginbfchar":
                    map.ReadTextCharacters(lexer, budget);
                    break;
                case "beginbfrange":
                    map.ReadTextRanges(lexer, budget);
                    break;
                case "begincidchar":
                    map.ReadCids(lexer, isRange: false, budget);
                    break;
                case "begincidrange":
                    map.ReadCids(lexer, isRange: true, budget);
                    break;
            }
        }

        return map;
    }

    /// <summary>Null when the code is not mapped, or mapped to nothing a person could read.</summary>
    public string? Text(int code) => _text.GetValueOrDefault(code);

    public int Cid(int code)
    {
        foreach (var (low, high, cid) in _cids)
        {
            if (code >= low && code <= high)
                return cid + code - low;
        }

        return _cids.Count == 0 ? code : 0;
    }

    /// <summary>Takes the next code by the code space ranges; two bytes where none fits.</summary>
    public int NextCode(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        var code = 0;
        for (length = 1; length <= 4 && at + length <= text.Length; length++)
        {
            code = (code << 8) | text[at + length - 1];
            foreach (var space in _codeSpaces)
            {
                if (space.Length == length && code >= space.Low && code <= space.High)
                {
                    at += length;
                    return code;
                }
            }
        }

        return TwoBytes(text, ref at, out length);
    }

    public static int TwoBytes(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        if (at + 1 >= text.Length)
        {
            length = 1;
            return text[at++];
        }

        length = 2;
        var code = (text[at] << 8) | text[at + 1];
        at += 2;
        return code;
    }

    private void ReadCodeSpaces(PdfLexer lexer)
    {
        while (lexer.Read() == PdfToken.String)
        {
            var low = lexer.String;
            if (lexer.Read() != PdfToken.String || _codeSpaces.Count >= 256)
                return;
            _codeSpaces.Add((low.Length, Code(low.Span), Code(lexer.String.Span)));
        }
    }

    private void ReadTextCharacters(PdfLexer lexer, PdfBudget budget)
    {
        while (lexer.Read() == PdfToken.String)
        {
            budget.CountObject();
            var code = Code(lexer.String.Span);
            var token = lexer.Read();
            if (token == PdfToken.String)
                Add(code, Utf16(lexer.String.Span));
            else if (token == PdfToken.Name)
                Add(code, GlyphNames.ToText(lexer.Text) ?? "");
            else
                return;
        }
    }

    private void ReadTextRanges(PdfLexer lexer, PdfBudget budget)
    {
        while (lexer.Read() == PdfToken.String)
        {
            budget.CountObject();
            var low = Code(lexer.String.Span);
            if (lexer.Read() != PdfToken.String)
                return;
            var high = Code(lexer.String.Span);
            var token = lexer.Read();
            if (token == PdfToken.String)
            {
                var first = Utf16(lexer.String.Span);
                for (var code = low; code <= high && _text.Count < MaxCodes; code++)
                    Add(code, Increment(first, code - low));
            }
            else if (token == PdfToken.ArrayStart)
            {
                for (var code = low; lexer.Read() == PdfToken.String; code++)
                {
                    budget.CountObject();
                    if (code <= high)
                        Add(code, Utf16(lexer.String.Span));
                }
            }
            else
            {
                return;
            }
        }
    }

    private void ReadCids(PdfLexer lexer, bool isRange, PdfBudget budget)
    {
        while (lexer.Read() == PdfToken.String)
        {
            budget.CountObject();
            var low = Code(lexer.String.Span);
            var high = low;
            if (isRange)
            {
                if (lexer.Read() != PdfToken.String)
                    return;
                high = Code(lexer.String.Span);
            }

            if (lexer.Read() != PdfToken.Number || _cids.Count >= MaxCodes)
                return;
            _cids.Add((low, high, (int)lexer.Number));
        }
    }

    private void Add(int code, string text)
    {
        if (text.Length > 0 && text[0] is not ('\0' or '\uFFFD') && _text.Count < MaxCodes)
            _text[code] = text;
    }

    private static string Increment(string text, int by)
    {
        if (by == 0 || text.Length == 0)
            return text;
        if (text.Length < 2 || !char.IsSurrogatePair(text, text.Length - 2))
            return text[..^1] + (char)(text[^1] + by);
        var code = char.ConvertToUtf32(text, text.Length - 2) + by;
        return code <= 0x10FFFF ? text[..^2] + char.ConvertFromUtf32(code) : "";
    }

    private static int Code(ReadOnlySpan<byte> bytes)
    {
        var code = 0;
        foreach (var b in bytes[..Math.Min(4, bytes.Length)])
            code = (code << 8) | b;
        return code;
    }

    private static string Utf16(ReadOnlySpan<byte> bytes)
    {
        const int MaxBytes = 128;
        if (bytes.Length == 1)
            return ((char)bytes[0]).ToString();
        return Encoding.BigEndianUnicode.GetString(bytes[..Math.Min(MaxBytes, bytes.Length)]);
    }
}
