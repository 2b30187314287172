using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>ASCII85Decode, ASCIIHexDecode and RunLengthDecode (ISO 32000-1, 7.4.2, 7.4.3, 7.4.5).</summary>
internal static class TextFilters
{
    public static DecodedBuffer Ascii85(ReadOnlySpan<byte> data, long limit)
    {
        var result = new DecodedBuffer(data.Length * 4 / 5, limit);
        var value = 0u;
        var digits = 0;
        foreach (var c in data)
        {
            if (c == '~')
                break;
            if (c == 'z' && digits == 0)
            {
                result.Add([0, 0, 0, 0]);
                continue;
            }

            if (c is < (byte)'!' or > (byte)'u')
                continue;
            value = unchecked((value * 85) + (uint)(c - '!'));
            if (++digits < 5)
                continue;
            result.Add([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
            (value, digits) = (0, 0);
        }

        if (digits > 1)
        {
            for (var i = digits; i < 5; i++)
                value = unchecked((value * 85) + 84);
            for (var i = 0; i < digits - 1; i++)
                result.Add((byte)(value >> (24 - (8 * i))));
        }

        return result;
    }

    public static DecodedBuffer AsciiHex(ReadOnlySpan<byte> data, long limit)
    {
        var result = new DecodedBuffer(data.Length / 2, limit);
        var high = -1;
        foreach (var c in data)
        {
            if (c == '>')
                break;
            var digit = PdfLexer.HexValue(c);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
            }
            else
            {
                result.Add((byte)((high * 16) + digit));
                high = -1;
            }
        }

        if (high >= 0)
            result.Add((byte)(high * 16));
        return result;
    }

    public static DecodedBuffer RunLength(ReadOnlySpan<byte> data, long limit, PdfBudget budget)
    {
        const int EndOfData = 128;
        var result = new DecodedBuffer(data.Length * 2, limit);
        for (var i = 0; i < data.Length && !result.Full;)
        {
            budget.Tick();
            var length = data[i++];
            if (length == EndOfData)
                break;
            if (length < EndOfData)
            {
                var count = Math.Min(length + 1, data.Length - i);
                result.Add(data.Slice(i, count));
                i += count;
            }
            else if (i < data.Length)
            {
                for (var copies = 257 - length; copies > 0; copies--)
                    result.Add(data[i]);
                i++;
            }
        }

        return result;
    }
}
