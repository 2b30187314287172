using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>A compound file (OLE 2): a small file system of sectors in chains. Every chain is checked for loops.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int MiniSectorLength = 64;
    private const int MiniStreamBelow = 4_096;
    private const int MaxEntries = 4_096;
    private const uint FirstReserved = 0xFFFFFFFA;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _sectorLength;
    private readonly uint[] _next;
    private readonly uint[] _nextMini;
    private readonly Dictionary<string, Entry> _streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _storages = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _miniStream = [];

    /// <exception cref="ReadingException">The file is damaged beyond use.</exception>
    public CompoundFile(ReadOnlyMemory<byte> file)
    {
        _file = file;
        if (file.Length < HeaderLength)
            throw Corrupt("The compound file is cut.");
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file.Span[30..]);
        if (shift is not (9 or 12))
            throw Corrupt("The compound file has an impossible sector size.");
        _sectorLength = 1 << shift;
        _next = ReadTable(FatSectors());
        var directory = ReadChain(Uint(48), long.MaxValue, _next);
        for (var at = 0; at + EntryLength <= directory.Length && at < MaxEntries * EntryLength; at += EntryLength)
        {
            if (AddEntry(directory.AsSpan(at, EntryLength)) is { } root)
                _miniStream = ReadChain(root.Start, root.Length, _next);
        }

        var mini = ReadChain(Uint(60), long.MaxValue, _next);
        _nextMini = new uint[mini.Length / 4];
        for (var i = 0; i < _nextMini.Length; i++)
            _nextMini[i] = BinaryPrimitives.ReadUInt32LittleEndian(mini.AsSpan(i * 4));
    }

    /// <summary>Whether any stream or storage has this name, at whatever depth.</summary>
    public bool Has(string name) => _streams.ContainsKey(name) || _storages.Contains(name);

    /// <summary>Null when there is no such stream.</summary>
    public byte[]? Read(string name)
    {
        if (!_streams.TryGetValue(name, out var entry))
            return null;
        return entry.Length >= MiniStreamBelow ? ReadChain(entry.Start, entry.Length, _next) : ReadMini(entry);
    }

    private Entry? AddEntry(ReadOnlySpan<byte> bytes)
    {
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]);
        if (nameLength is < 2 or > 64)
            return null;
        var name = Encoding.Unicode.GetString(bytes[..(nameLength - 2)]);
        var entry = new Entry(BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..]));
        switch (bytes[66])
        {
            case 1:
                _storages.Add(name);
                return null;
            case 2:
                _streams.TryAdd(name, entry);
                return null;
            case 5:
                return entry;
            default:
                return null;
        }
    }

    private List<uint> FatSectors()
    {
        var most = (_file.Length / _sectorLength) + 1;
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
            Add(Uint(76 + (i * 4)));
        var seen = new HashSet<uint>();
        for (var at = Uint(68); at < FirstReserved && sectors.Count < most && seen.Add(at); at = Uint(Offset(at) + _sectorLength - 4))
        {
            for (var i = 0; i < (_sectorLength / 4) - 1; i++)
                Add(Uint(Offset(at) + (i * 4)));
        }

        return sectors;

        void Add(uint sector)
        {
            if (sector < FirstReserved && sectors.Count < most)
                sectors.Add(sector);
        }
    }

    private uint[] ReadTable(List<uint> sectors)
    {
        var perSector = _sectorLength / 4;
        var table = new uint[sectors.Count * perSector];
        for (var i = 0; i < table.Length; i++)
            table[i] = Uint(Offset(sectors[i / perSector]) + (i % perSector * 4));
        return table;
    }

    private byte[] ReadChain(uint sector, long length, uint[] next)
    {
        var bytes = new MemoryStream();
        var seen = new HashSet<uint>();
        while (sector < FirstReserved && bytes.Length < length)
        {
            if (!seen.Add(sector))
                throw Corrupt("A sector chain of the compound file runs in a circle.");
            var offset = Offset(sector);
            if (offset >= _file.Length)
                break;
            bytes.Write(_file.Span.Slice((int)offset, (int)Math.Min(_sectorLength, _file.Length - offset)));
            sector = sector < next.Length ? next[sector] : uint.MaxValue;
        }

        if (bytes.Length > length)
            bytes.SetLength(length);
        return bytes.ToArray();
    }

    private byte[] ReadMini(Entry entry)
    {
        var bytes = new MemoryStream();
        for (var sector = entry.Start; sector < FirstReserved && bytes.Length < entry.Length;)
        {
            var offset = (long)sector * MiniSectorLength;
            if (offset >= _miniStream.Length)
                break;
            bytes.Write(_miniStream, (int)offset, (int)Math.Min(MiniSectorLength, _miniStream.Length - offset));
            sector = sector < _nextMini.Length ? _nextMini[sector] : uint.MaxValue;
        }

        if (bytes.Length > entry.Length)
            bytes.SetLength(entry.Length);
        return bytes.ToArray();
    }

    private long Offset(uint sector) => ((long)sector + 1) * _sectorLength;

    private uint Uint(long at) =>
        at >= 0 && at + 4 <= _file.Length ? BinaryPrimitives.ReadUInt32LittleEndian(_file.Span[(int)at..]) : uint.MaxValue;

    private static ReadingException Corrupt(string message) => new(ReadingFailure.Corrupt, message);

    private readonly record struct Entry(uint Start, long Length);
}
