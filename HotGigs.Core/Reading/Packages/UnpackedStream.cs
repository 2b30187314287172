namespace HotGigs.Core.Reading.Packages;

/// <summary>The unpacked bytes of one part, counted against the limits while they are read, so that a bomb stops early.</summary>
internal sealed class UnpackedStream(Stream inner, long packedLength, ReadingBudget budget) : Stream
{
    /// <summary>Small parts may shrink to any size: repeated markup of an honest document does.</summary>
    private const long RatioJudgedFrom = 1024 * 1024;

    private long _unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _unpacked;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _unpacked += read;
        budget.SpendDecoded(read);
        if (_unpacked > budget.Limits.MaxDecodedStreamBytes)
            throw new ReadingException(ReadingFailure.TooComplex, "A part unpacks to too many bytes.");
        if (_unpacked > RatioJudgedFrom && _unpacked > packedLength * budget.Limits.MaxRatio)
            throw new ReadingException(ReadingFailure.TooComplex, "A part unpacks to too large a multiple of its size.");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
