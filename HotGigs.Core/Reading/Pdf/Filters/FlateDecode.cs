using System.IO.Compression;

namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>FlateDecode (ISO 32000-1, 7.4.4). The checksum is not judged, and a damaged stream gives what came before the damage.</summary>
internal static class FlateDecode
{
    public static DecodedBuffer Decode(ReadOnlyMemory<byte> data, long limit, PdfBudget budget)
    {
        var span = data.Span;
        var hasZlibHeader = span.Length >= 2 && (span[0] & 0x0F) == 8 && ((span[0] << 8) + span[1]) % 31 == 0;
        var result = Inflate(data[(hasZlibHeader ? 2 : 0)..], limit, budget);
        // A wrong header in front of good data, or blank bytes in front of a good header.
        if (result.Length == 0 && !hasZlibHeader && span.Length > 2)
            result = Inflate(data[2..], limit, budget);
        var header = span[..Math.Min(8, span.Length)].IndexOf((byte)0x78);
        if (result.Length == 0 && header > 0)
            result = Inflate(data[(header + 2)..], limit, budget);
        return result;
    }

    private static DecodedBuffer Inflate(ReadOnlyMemory<byte> data, long limit, PdfBudget budget)
    {
        var result = new DecodedBuffer(data.Length * 4, limit);
        if (!TryInflate(data, result, int.MaxValue, budget))
        {
            // The damage takes the whole chunk it lies in along: with small chunks less is lost.
            const int SmallChunk = 64;
            result.Clear();
            TryInflate(data, result, SmallChunk, budget);
        }

        return result;
    }

    private static bool TryInflate(ReadOnlyMemory<byte> data, DecodedBuffer result, int chunk, PdfBudget budget)
    {
        using var source = AsStream(data);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                budget.Tick();
                var free = result.Free();
                if (free.IsEmpty)
                    return true;
                var count = inflater.Read(free[..Math.Min(free.Length, chunk)]);
                if (count == 0)
                    return true;
                result.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> data) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(data, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
}
