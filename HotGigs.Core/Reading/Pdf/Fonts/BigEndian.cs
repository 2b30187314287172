namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Reads numbers of font programs; 0 beyond the end, so that damaged programs need no checks at each step.</summary>
internal readonly ref struct BigEndian(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public int U8(long at) => at >= 0 && at < _bytes.Length ? _bytes[(int)at] : 0;

    public int U16(long at) => (U8(at) << 8) | U8(at + 1);

    public long U32(long at) => ((long)U16(at) << 16) | (uint)U16(at + 2);

    /// <param name="size">Bytes, 1-4.</param>
    public long Unsigned(long at, int size)
    {
        long value = 0;
        for (var i = 0; i < size; i++)
            value = (value << 8) | (uint)U8(at + i);
        return value;
    }

    public string Latin1(long at, long length) =>
        at >= 0 && length is > 0 and <= 128 && at + length <= _bytes.Length
            ? System.Text.Encoding.Latin1.GetString(_bytes.Slice((int)at, (int)length))
            : "";
}
