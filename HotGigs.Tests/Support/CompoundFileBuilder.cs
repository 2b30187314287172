using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Tests.Support;

/// <summary>Writes compound files: streams under 4,096 bytes into the mini stream, others into sectors of their own.</summary>
internal sealed class CompoundFileBuilder
{
    private const int Sector = 512;
    private const int MiniSector = 64;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FatSector = 0xFFFFFFFD;

    private readonly List<(string Name, byte[] Content, bool Storage)> _entries = [];

    public CompoundFileBuilder Stream(string name, byte[] content)
    {
        _entries.Add((name, content, false));
        return this;
    }

    public CompoundFileBuilder Storage(string name)
    {
        _entries.Add((name, [], true));
        return this;
    }

    public byte[] ToBytes()
    {
        var fat = new List<uint> { FatSector };
        var body = new MemoryStream();
        body.Write(new byte[Sector]);
        var mini = new MemoryStream();
        var miniFat = new List<uint>();
        var starts = new uint[_entries.Count];
        for (var i = 0; i < _entries.Count; i++)
        {
            var (_, content, storage) = _entries[i];
            starts[i] = storage ? 0 : content.Length < 4_096 ? Append(mini, miniFat, content, MiniSector) : Append(body, fat, content, Sector);
        }

        var miniStart = mini.Length == 0 ? EndOfChain : Append(body, fat, mini.ToArray(), Sector);
        var miniFatStart = miniFat.Count == 0 ? EndOfChain : Append(body, fat, Words(miniFat), Sector);
        var directory = new MemoryStream();
        directory.Write(Entry("Root Entry", 5, miniStart, (uint)mini.Length));
        for (var i = 0; i < _entries.Count; i++)
            directory.Write(Entry(_entries[i].Name, (byte)(_entries[i].Storage ? 1 : 2), starts[i], (uint)_entries[i].Content.Length));
        var directoryStart = Append(body, fat, directory.ToArray(), Sector);
        if (fat.Count > Sector / 4)
            throw new InvalidOperationException("Too large for one FAT sector.");
        var bytes = body.ToArray();
        var table = Words(fat);
        table.CopyTo(bytes, 0);
        bytes.AsSpan(table.Length, Sector - table.Length).Fill(0xFF);
        return [.. Header(directoryStart, miniFatStart), .. bytes];
    }

    private static uint Append(MemoryStream stream, List<uint> fat, byte[] content, int unit)
    {
        var start = (uint)fat.Count;
        var count = Math.Max(1, (content.Length + unit - 1) / unit);
        for (var i = 1; i <= count; i++)
            fat.Add(i == count ? EndOfChain : (uint)fat.Count + 1);
        stream.Write(content);
        stream.Write(new byte[(count * unit) - content.Length]);
        return start;
    }

    private static byte[] Words(List<uint> values)
    {
        var bytes = new byte[values.Count * 4];
        for (var i = 0; i < values.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), values[i]);
        return bytes;
    }

    private static byte[] Entry(string name, byte type, uint start, uint length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(116), start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(120), length);
        return entry;
    }

    private static byte[] Header(uint directory, uint miniFat)
    {
        var header = new byte[Sector];
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 6);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), directory);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(56), 4_096);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), miniFat);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), EndOfChain);
        header.AsSpan(76).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76), 0);
        return header;
    }
}
