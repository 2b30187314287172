namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>LZWDecode (ISO 32000-1, 7.4.4).</summary>
internal static class LzwDecode
{
    private const int ClearTable = 256;
    private const int EndOfData = 257;
    private const int TableSize = 4_096;

    /// <param name="earlyChange">1 when codes grow one code early, as TIFF did; else 0.</param>
    public static DecodedBuffer Decode(ReadOnlySpan<byte> data, int earlyChange, long limit, PdfBudget budget)
    {
        // Each table entry is a stretch of what was already decoded, so no entry needs bytes of its own.
        var result = new DecodedBuffer(data.Length * 3, limit);
        var starts = new int[TableSize];
        var lengths = new int[TableSize];
        int next = EndOfData + 1, width = 9, bits = 0, count = 0, previousStart = -1, previousLength = 0;
        foreach (var b in data)
        {
            bits = (bits << 8) | b;
            count += 8;
            if (count < width)
                continue;
            count -= width;
            var code = (bits >> count) & ((1 << width) - 1);
            bits &= (1 << count) - 1;
            budget.Tick();
            if (code == EndOfData || result.Full)
                break;
            if (code == ClearTable)
            {
                (next, width, previousStart) = (EndOfData + 1, 9, -1);
                continue;
            }

            var start = result.Length;
            if (code < ClearTable)
            {
                result.Add((byte)code);
            }
            else if (code < next)
            {
                result.Repeat(starts[code], lengths[code]);
            }
            else if (previousStart >= 0)
            {
                result.Repeat(previousStart, previousLength);
                result.Repeat(previousStart, 1);
            }

            if (previousStart >= 0 && next < TableSize)
            {
                starts[next] = previousStart;
                lengths[next++] = previousLength + 1;
            }

            (previousStart, previousLength) = (start, result.Length - start);
            width = (next + earlyChange) switch
            {
                >= 2_048 => 12,
                >= 1_024 => 11,
                >= 512 => 10,
                _ => 9,
            };
        }

        return result;
    }
}
