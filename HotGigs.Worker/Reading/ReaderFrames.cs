using System.Buffers.Binary;

namespace HotGigs.Worker.Reading;

/// <summary>What passes through the pipes: four bytes of length, little-endian, then as many bytes.</summary>
internal static class ReaderFrames
{
    /// <summary>A child answers at most this much; more is a breach.</summary>
    public const int MaxAnswerBytes = 128 * 1024 * 1024;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <returns>Null at the end of the stream, and for a frame that was cut off.</returns>
    /// <exception cref="ReaderFrameTooLongException">The other side announces more than allowed.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var head = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > maxBytes)
            throw new ReaderFrameTooLongException();
        var frame = new byte[length];
        return await stream.ReadAtLeastAsync(frame, length, throwOnEndOfStream: false, cancellationToken) < length ? null : frame;
    }
}

internal sealed class ReaderFrameTooLongException() : Exception("A frame is longer than allowed.");
