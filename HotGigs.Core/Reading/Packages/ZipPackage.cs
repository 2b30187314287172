using System.IO.Compression;
using System.Runtime.InteropServices;

namespace HotGigs.Core.Reading.Packages;

/// <summary>A ZIP file in memory as named parts. Names are only ever looked up, never used as paths.</summary>
internal sealed class ZipPackage : IPartSource
{
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly MemoryStream _file;
    private readonly ReadingBudget _budget;
    private readonly Dictionary<string, ZipItem> _items = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twice = new(StringComparer.OrdinalIgnoreCase);

    private ZipPackage(MemoryStream file, IReadOnlyList<ZipItem> items, ReadingBudget budget)
    {
        _file = file;
        _budget = budget;
        foreach (var item in items)
        {
            if (!_items.TryAdd(item.Name, item))
                _twice.Add(item.Name);
        }
    }

    public IReadOnlyCollection<string> Names => _items.Keys;

    /// <exception cref="ReadingException">There is no directory, or it lists too many parts.</exception>
    public static ZipPackage Open(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        var file = ToStream(content);
        var most = budget.Limits.MaxParts;
        var items = ZipDirectory.Read(file, most + 1)
            ?? throw new ReadingException(ReadingFailure.Corrupt, "The ZIP directory is missing.");
        return items.Count > most
            ? throw new ReadingException(ReadingFailure.TooComplex, "The package has too many parts.")
            : new ZipPackage(file, items, budget);
    }

    public Stream? Open(string name)
    {
        if (!_items.TryGetValue(name.TrimStart('/'), out var item))
            return null;

        // Programs disagree on which of two equal names wins, so a file with two could show people one résumé and us another.
        if (_twice.Contains(item.Name))
            throw new ReadingException(ReadingFailure.Corrupt, "Two parts have one name.");
        return Unpack(_file, item, _budget);
    }

    /// <exception cref="ReadingException">The part is encrypted, packed in an unknown way, or ends outside the file.</exception>
    internal static UnpackedStream Unpack(Stream file, ZipItem item, ReadingBudget budget)
    {
        if (item.Encrypted || item.Method is not (Stored or Deflated))
            throw new ReadingException(ReadingFailure.Corrupt, "A part is packed in a way that Office does not use.");
        var start = ZipDirectory.FindData(file, item);
        if (item.PackedLength < 0 || start + item.PackedLength > file.Length)
            throw new ReadingException(ReadingFailure.Corrupt, "A part ends outside the file.");
        var packed = Slice(file, start, (int)item.PackedLength);
        var unpacked = item.Method == Stored ? (Stream)packed : new DeflateStream(packed, CompressionMode.Decompress);
        return new UnpackedStream(unpacked, item.PackedLength, budget);
    }

    internal static MemoryStream ToStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, false, true)
            : new MemoryStream(content.ToArray(), 0, content.Length, false, true);

    private static MemoryStream Slice(Stream file, long start, int length)
    {
        if (file is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return new MemoryStream(buffer.Array!, buffer.Offset + (int)start, length, false);
        var bytes = new byte[length];
        file.Position = start;
        file.ReadExactly(bytes);
        return new MemoryStream(bytes, false);
    }
}
