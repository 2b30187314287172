namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>Undoes TIFF and PNG prediction (ISO 32000-1, 7.4.4.4).</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int FirstPng = 10;

    public static byte[] Undo(byte[] data, int predictor, int colors, int bitsPerComponent, int columns)
    {
        const int MaxRowBytes = 1 << 24;
        if (predictor is not (Tiff or >= FirstPng) || colors is < 1 or > 64 || bitsPerComponent is not (1 or 2 or 4 or 8 or 16) || columns < 1)
            return data;
        var rowBits = (long)columns * colors * bitsPerComponent;
        if (rowBits > MaxRowBytes * 8L)
            return data;
        var row = (int)((rowBits + 7) / 8);
        var pixel = Math.Max(1, colors * bitsPerComponent / 8);
        return predictor == Tiff ? UndoTiff(data, bitsPerComponent, row, pixel) : UndoPng(data, row, pixel);
    }

    private static byte[] UndoTiff(byte[] data, int bitsPerComponent, int row, int pixel)
    {
        // Text streams use 8 bits when they use it at all.
        if (bitsPerComponent != 8)
            return data;
        for (var start = 0; start + row <= data.Length; start += row)
        {
            for (var i = start + pixel; i < start + row; i++)
                data[i] += data[i - pixel];
        }

        return data;
    }

    private static byte[] UndoPng(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var result = new byte[Math.Max(0, data.Length - rows)];
        for (var r = 0; r < rows; r++)
        {
            var source = r * (row + 1);
            var target = r * row;
            var count = Math.Min(row, result.Length - target);
            var filter = data[source++];
            for (var i = 0; i < count; i++)
            {
                int left = i >= pixel ? result[target + i - pixel] : 0;
                int above = r > 0 ? result[target + i - row] : 0;
                int corner = r > 0 && i >= pixel ? result[target + i - row - pixel] : 0;
                var predicted = filter switch
                {
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => 0,
                };
                result[target + i] = (byte)(data[source + i] + predicted);
            }
        }

        return result;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var toLeft = Math.Abs(estimate - left);
        var toAbove = Math.Abs(estimate - above);
        var toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
