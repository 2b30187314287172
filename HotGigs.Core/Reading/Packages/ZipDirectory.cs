using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Core.Reading.Packages;

/// <param name="Name">As written, with forward slashes and without a leading one.</param>
internal sealed record ZipItem(string Name, ushort Flags, ushort Method, long PackedLength, long HeaderOffset)
{
    public bool Encrypted => (Flags & 1) != 0;
}

/// <summary>The central directory of a ZIP file, read without unpacking anything.</summary>
/// <remarks>
/// Own code because the type check in the API and the reader must agree on what is in a file, and because a directory that claims
/// a million entries must cost nothing. Counts in the end record are not believed; what counts is the directory itself.
/// </remarks>
internal static class ZipDirectory
{
    private const uint LocalHeader = 0x04034B50;
    private const uint DirectoryHeader = 0x02014B50;
    private const uint EndRecord = 0x06054B50;
    private const uint Zip64Locator = 0x07064B50;
    private const uint Zip64EndRecord = 0x06064B50;
    private const int EndRecordLength = 22;

    /// <summary>Entries up to <paramref name="most"/>; null when the file has no readable directory.</summary>
    public static IReadOnlyList<ZipItem>? Read(Stream file, int most)
    {
        if (FindStart(file) is not { } start)
            return null;
        var items = new List<ZipItem>();
        var header = new byte[46];
        file.Position = start;
        while (items.Count < most && file.ReadAtLeast(header, header.Length, false) == header.Length)
        {
            if (Uint(header, 0) != DirectoryHeader)
                break;
            var rest = new byte[Ushort(header, 28) + Ushort(header, 30)];
            if (file.ReadAtLeast(rest, rest.Length, false) < rest.Length)
                break;
            items.Add(ToItem(header, rest));
            file.Position += Ushort(header, 32);
        }

        return items;
    }

    /// <summary>Where the packed bytes of an entry begin.</summary>
    public static long FindData(Stream file, ZipItem item)
    {
        var header = new byte[30];
        if (item.HeaderOffset < 0 || item.HeaderOffset > file.Length - header.Length)
            throw new ReadingException(ReadingFailure.Corrupt, "A ZIP entry points outside the file.");
        file.Position = item.HeaderOffset;
        file.ReadExactly(header);
        if (Uint(header, 0) != LocalHeader)
            throw new ReadingException(ReadingFailure.Corrupt, "A ZIP entry has no header.");
        return item.HeaderOffset + header.Length + Ushort(header, 26) + Ushort(header, 28);
    }

    /// <summary>The name in the header at the very start, for files whose directory is gone.</summary>
    public static string? FirstName(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(head) != LocalHeader)
            return null;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
        return head.Length < 30 + length ? null : Name(head.Slice(30, length));
    }

    private static ZipItem ToItem(byte[] header, byte[] rest)
    {
        var nameLength = Ushort(header, 28);
        long packed = Uint(header, 20);
        long offset = Uint(header, 42);
        if (packed == uint.MaxValue || offset == uint.MaxValue)
            ReadZip64(header, rest.AsSpan(nameLength), ref packed, ref offset);
        return new ZipItem(Name(rest.AsSpan(0, nameLength)), Ushort(header, 8), Ushort(header, 10), packed, offset);
    }

    private static void ReadZip64(byte[] header, ReadOnlySpan<byte> extra, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                return;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                var values = extra.Slice(4, length);
                if (Uint(header, 24) == uint.MaxValue && values.Length >= 8)
                    values = values[8..];
                if (packed == uint.MaxValue && values.Length >= 8)
                {
                    packed = BinaryPrimitives.ReadInt64LittleEndian(values);
                    values = values[8..];
                }

                if (offset == uint.MaxValue && values.Length >= 8)
                    offset = BinaryPrimitives.ReadInt64LittleEndian(values);
                return;
            }

            extra = extra[(4 + length)..];
        }
    }

    private static long? FindStart(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecordLength + ushort.MaxValue)];
        var tailStart = file.Length - tail.Length;
        file.Position = tailStart;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndRecordLength; at >= 0; at--)
        {
            if (Uint(tail, at) != EndRecord)
                continue;
            long size = Uint(tail, at + 12);
            long offset = Uint(tail, at + 16);
            if (offset == uint.MaxValue && at >= 20 && Uint(tail, at - 20) == Zip64Locator)
                return FindZip64Start(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - 12)));
            if (size == 0)
                return tailStart + at;
            if (HasHeader(file, offset))
                return offset;

            // Bytes put before the archive shift all its offsets; the directory still ends where the end record begins.
            var shifted = tailStart + at - size;
            return HasHeader(file, shifted) ? shifted : null;
        }

        return null;
    }

    private static long? FindZip64Start(Stream file, long record)
    {
        var bytes = new byte[56];
        if (record < 0 || record > file.Length - bytes.Length)
            return null;
        file.Position = record;
        file.ReadExactly(bytes);
        if (Uint(bytes, 0) != Zip64EndRecord)
            return null;
        var offset = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48));
        return HasHeader(file, offset) ? offset : null;
    }

    private static bool HasHeader(Stream file, long offset)
    {
        var bytes = new byte[4];
        if (offset < 0 || offset > file.Length - bytes.Length)
            return false;
        file.Position = offset;
        file.ReadExactly(bytes);
        return Uint(bytes, 0) == DirectoryHeader;
    }

    /// <remarks>Names without the UTF-8 flag are in an unknown code page; part names of Office are ASCII, so UTF-8 serves for all.</remarks>
    private static string Name(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Replace('\\', '/').TrimStart('/');

    private static ushort Ushort(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Uint(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
