using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Worker.Reading;

/// <summary>One file for a child to read: day number, length of the extension, extension, content.</summary>
/// <param name="Extension">Of the uploaded file's name; null without one.</param>
/// <param name="AsOf">"Today" for the parser: the child takes no clock.</param>
internal sealed record ReaderRequest(ReadOnlyMemory<byte> Content, string? Extension, DateOnly AsOf)
{
    private const int HeadBytes = sizeof(int) + 1;
    private const int MaxExtensionBytes = 20;

    public byte[] Write()
    {
        var extension = Encoding.UTF8.GetBytes(Extension ?? "");
        if (extension.Length > MaxExtensionBytes)
            extension = [];
        var frame = new byte[HeadBytes + extension.Length + Content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, AsOf.DayNumber);
        frame[sizeof(int)] = (byte)extension.Length;
        extension.CopyTo(frame.AsSpan(HeadBytes));
        Content.Span.CopyTo(frame.AsSpan(HeadBytes + extension.Length));
        return frame;
    }

    /// <exception cref="ArgumentException">The frame is no request; only a bug in the parent makes one.</exception>
    public static ReaderRequest Read(byte[] frame)
    {
        if (frame.Length < HeadBytes || frame.Length < HeadBytes + frame[sizeof(int)])
            throw new ArgumentException("Not a request.", nameof(frame));
        var start = HeadBytes + frame[sizeof(int)];
        var extension = Encoding.UTF8.GetString(frame, HeadBytes, start - HeadBytes);
        return new ReaderRequest(
            frame.AsMemory(start), extension.Length == 0 ? null : extension, DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(frame)));
    }
}
