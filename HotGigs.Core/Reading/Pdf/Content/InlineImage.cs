using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Steps over a picture that stands in a content stream (ISO 32000-1, 8.9.7).</summary>
internal static class InlineImage
{
    private const int LookAhead = 12;

    /// <returns>True when it is a mask or has one.</returns>
    public static bool Skip(PdfLexer lexer, PdfBudget budget)
    {
        var isMask = false;
        var previous = "";
        while (true)
        {
            budget.Tick();
            var token = lexer.Read();
            if (token == PdfToken.End)
                return isMask;
            if (token == PdfToken.Keyword && lexer.Text == "ID")
                break;
            isMask |= token == PdfToken.Keyword && lexer.Text == "true" && previous is "IM" or "ImageMask";
            previous = token == PdfToken.Name ? lexer.Text : "";
        }

        lexer.Position = EndOfData(lexer.Bytes, Math.Min(lexer.Position + 1, lexer.End), lexer.End, budget);
        return isMask;
    }

    /// <summary>EI between white space, with something like operators behind it: the data may hold these letters too.</summary>
    private static int EndOfData(byte[] bytes, int at, int end, PdfBudget budget)
    {
        while (at < end)
        {
            budget.Tick();
            var next = bytes.AsSpan(at, end - at).IndexOf("EI"u8);
            if (next < 0)
                return end;
            at += next + 2;
            var startsClean = next == 0 || PdfLexer.IsWhiteSpace(bytes[at - 3]);
            var endsClean = at >= end || PdfLexer.IsWhiteSpace(bytes[at]);
            if (startsClean && endsClean && IsText(bytes.AsSpan(at, Math.Min(LookAhead, end - at))))
                return at;
        }

        return end;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is > 0x7E or (< 0x20 and not (9 or 10 or 13)))
                return false;
        }

        return true;
    }
}
