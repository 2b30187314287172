using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Tests.Support;

/// <summary>Builds Word 97-2003 documents: text in pieces, formatting in pages, stories one behind the other.</summary>
internal sealed class DocFile
{
    private const int TextStart = 1_024;
    private const int Page = 512;

    private readonly List<(string Text, bool Compressed)> _pieces = [];
    private readonly List<(int Start, int Length, byte[] List)> _characters = [];
    private readonly List<(int Start, int Length, byte[] List)> _paragraphs = [];
    private readonly CompoundFileBuilder _file = new();
    private readonly int[] _lengths = new int[22];
    private ushort _identifier = 0xA5EC;
    private ushort _version = 193;
    private ushort _flags = 0x0200;
    private int? _mainLength;
    private bool _small;

    public static byte[] OfText(string text) => new DocFile().Text(text).ToBytes();

    /// <summary>Text of the body; paragraphs end with <c>\r</c>.</summary>
    public DocFile Text(string text, bool compressed = true) => Story(3, text, compressed);

    public DocFile Footnotes(string text) => Story(4, text, true);

    public DocFile Headers(string text) => Story(5, text, true);

    public DocFile TextBoxes(string text) => Story(9, text, true);

    /// <summary>Applies a list of property modifiers to characters; all text must be in compressed pieces.</summary>
    public DocFile Characters(int start, int length, params byte[] list)
    {
        _characters.Add((start, length, list));
        return this;
    }

    /// <param name="list">Style number (2 bytes), then modifiers.</param>
    public DocFile Paragraph(int start, int length, params byte[] list)
    {
        _paragraphs.Add((start, length, list));
        return this;
    }

    public DocFile Flags(ushort flags)
    {
        _flags |= flags;
        return this;
    }

    public DocFile Version(ushort version, ushort identifier = 0xA5EC)
    {
        (_version, _identifier) = (version, identifier);
        return this;
    }

    public DocFile MainLength(int length)
    {
        _mainLength = length;
        return this;
    }

    public DocFile WithStream(string name, byte[] content)
    {
        _file.Stream(name, content);
        return this;
    }

    public DocFile WithStorage(string name)
    {
        _file.Storage(name);
        return this;
    }

    /// <summary>Puts the table stream into the mini stream.</summary>
    public DocFile SmallTable()
    {
        _small = true;
        return this;
    }

    public byte[] ToBytes()
    {
        var main = new MemoryStream();
        main.Write(new byte[TextStart]);
        var positions = new List<int> { 0 };
        var descriptors = new List<uint>();
        foreach (var (text, compressed) in _pieces)
        {
            descriptors.Add(compressed ? (uint)(main.Length * 2) | 0x40000000 : (uint)main.Length);
            main.Write(compressed ? Encoding.Latin1.GetBytes(text) : Encoding.Unicode.GetBytes(text));
            positions.Add(positions[^1] + text.Length);
        }

        var table = new MemoryStream();
        var clx = (table.Position, WriteClx(table, positions, descriptors));
        var characters = (table.Position, WritePages(main, table, _characters, 1));
        var paragraphs = (table.Position, WritePages(main, table, _paragraphs, 13));
        var bytes = main.ToArray();
        WriteFib(bytes);
        Locate(bytes, 33, clx);
        Locate(bytes, 12, characters);
        Locate(bytes, 13, paragraphs);
        Array.Resize(ref bytes, Math.Max(bytes.Length, 4_096));
        var tableBytes = table.ToArray();
        if (!_small)
            Array.Resize(ref tableBytes, Math.Max(tableBytes.Length, 4_096));
        return _file.Stream("WordDocument", bytes).Stream("1Table", tableBytes).ToBytes();
    }

    private DocFile Story(int count, string text, bool compressed)
    {
        _pieces.Add((text, compressed));
        _lengths[count] += text.Length;
        return this;
    }

    private static long WriteClx(MemoryStream table, List<int> positions, List<uint> descriptors)
    {
        var length = (positions.Count * 4) + (descriptors.Count * 8);
        var clx = new byte[5 + length];
        clx[0] = 2;
        BinaryPrimitives.WriteInt32LittleEndian(clx.AsSpan(1), length);
        for (var i = 0; i < positions.Count; i++)
            BinaryPrimitives.WriteInt32LittleEndian(clx.AsSpan(5 + (i * 4)), positions[i]);
        for (var i = 0; i < descriptors.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(clx.AsSpan(5 + (positions.Count * 4) + (i * 8) + 2), descriptors[i]);
        table.Write(clx);
        return clx.Length;
    }

    /// <summary>One page of formatting behind the text, and the list that names it.</summary>
    private static long WritePages(MemoryStream main, MemoryStream table, List<(int Start, int Length, byte[] List)> formats, int entryLength)
    {
        if (formats.Count == 0)
            return 0;
        while (main.Length % Page != 0)
            main.WriteByte(0);
        var number = (int)(main.Length / Page);
        var page = new byte[Page];
        var bounds = new SortedSet<int>(formats.SelectMany(format => new[] { format.Start, format.Start + format.Length })).ToList();
        var count = bounds.Count - 1;
        page[Page - 1] = (byte)count;
        var end = Page - 2;
        for (var i = 0; i <= count; i++)
            BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(i * 4), TextStart + bounds[i]);
        for (var i = 0; i < count; i++)
        {
            var format = formats.Find(format => format.Start == bounds[i]);
            if (format.List is null)
                continue;
            var isParagraph = entryLength > 1;
            var list = format.List;
            end = (end - list.Length - 2) & ~1;
            page[end] = (byte)(isParagraph ? (list.Length / 2) + 1 : list.Length);
            list.CopyTo(page, end + 1);
            page[((count + 1) * 4) + (i * entryLength)] = (byte)(end / 2);
        }

        main.Write(page);
        var index = new byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(index, TextStart + bounds[0]);
        BinaryPrimitives.WriteInt32LittleEndian(index.AsSpan(4), TextStart + bounds[^1]);
        BinaryPrimitives.WriteInt32LittleEndian(index.AsSpan(8), number);
        table.Write(index);
        return index.Length;
    }

    private void WriteFib(byte[] main)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(main, _identifier);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(2), _version);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(10), _flags);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(32), 14);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(62), 22);
        for (var i = 0; i < _lengths.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(64 + (i * 4)), _lengths[i]);
        if (_mainLength is { } length)
            BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(64 + 12), length);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(152), 93);
    }

    private static void Locate(byte[] main, int index, (long At, long Length) place)
    {
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(154 + (index * 8)), (int)place.At);
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(154 + (index * 8) + 4), (int)place.Length);
    }
}
