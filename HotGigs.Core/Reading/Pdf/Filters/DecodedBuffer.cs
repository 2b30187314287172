namespace HotGigs.Core.Reading.Pdf.Filters;

/// <summary>Collects decoded bytes up to a cap; what comes after the cap is dropped and <see cref="Full"/> says so.</summary>
/// <param name="expected">A guess at the size, in bytes.</param>
/// <param name="limit">Most bytes it takes.</param>
internal sealed class DecodedBuffer(int expected, long limit)
{
    private byte[] _bytes = new byte[(int)Math.Clamp(expected, 64, Math.Clamp(limit + 1, 64, 1 << 20))];

    public int Length { get; private set; }

    /// <summary>There was more than the limit. One byte more than the limit is taken in to know it.</summary>
    public bool Full => Length > limit;

    /// <summary>Room to write at least one byte; empty when full. <see cref="Advance"/> tells how much was used.</summary>
    public Span<byte> Free()
    {
        if (Full)
            return [];
        if (Length == _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(limit + 1, _bytes.Length * 2L));
        return _bytes.AsSpan(Length, (int)Math.Min(_bytes.Length, limit + 1) - Length);
    }

    public void Advance(int count) => Length += count;

    public void Add(byte value)
    {
        var free = Free();
        if (free.IsEmpty)
            return;
        free[0] = value;
        Length++;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        while (!values.IsEmpty)
        {
            var free = Free();
            if (free.IsEmpty)
                return;
            var count = Math.Min(free.Length, values.Length);
            values[..count].CopyTo(free);
            Length += count;
            values = values[count..];
        }
    }

    /// <summary>Adds <paramref name="count"/> of the bytes already there once more, from <paramref name="start"/> on.</summary>
    public void Repeat(int start, int count)
    {
        for (var i = 0; i < count && !Full; i++)
            Add(_bytes[start + i]);
    }

    public void Clear() => Length = 0;

    public byte[] ToArray()
    {
        var length = (int)Math.Min(Length, limit);
        return length == _bytes.Length ? _bytes : _bytes[..length];
    }
}
