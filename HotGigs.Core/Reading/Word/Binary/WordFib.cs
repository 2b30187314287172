using System.Buffers.Binary;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>The file information block: the table of contents of a binary Word document.</summary>
internal sealed class WordFib
{
    /// <summary>Word 97; older versions lay everything out differently.</summary>
    private const int FirstVersion = 193;

    private const int Word97 = 0xA5EC;
    private const int Word95 = 0xA5DC;
    private const int Word2 = 0xA5DB;

    private readonly byte[] _main;
    private readonly int _counts;
    private readonly int _locations;
    private readonly int _locationCount;

    public WordFib(byte[] main)
    {
        _main = main;
        if (main.Length < 68)
            throw new ReadingException(ReadingFailure.Corrupt, "The document has no information block.");
        var identifier = Ushort(0);
        if (identifier is Word95 or Word2 || (identifier == Word97 && Ushort(2) < FirstVersion))
            throw new ReadingException(ReadingFailure.UnsupportedVersion, "Written by a Word version before 97.");
        if (identifier != Word97)
            throw new ReadingException(ReadingFailure.Corrupt, "The information block is damaged.");
        var flags = Ushort(10);
        if ((flags & 0x0100) != 0)
            throw new ReadingException(ReadingFailure.PasswordProtected, "The document is encrypted.");
        TableName = (flags & 0x0200) != 0 ? "1Table" : "0Table";
        _counts = 34 + (Ushort(32) * 2) + 2;
        _locations = _counts + (Ushort(_counts - 2) * 4) + 2;
        _locationCount = Ushort(_locations - 2);
    }

    public string TableName { get; }

    public int MainLength => Int(_counts + (3 * 4)) is >= 0 and var length
        ? length
        : throw new ReadingException(ReadingFailure.Corrupt, "The document says that it has a negative length.");

    public int FootnoteLength => Count(4);

    public int HeaderLength => Count(5);

    public int AnnotationLength => Count(7);

    public int EndnoteLength => Count(8);

    public int TextBoxLength => Count(9);

    public int HeaderTextBoxLength => Count(10);

    /// <summary>The part of the table stream that the block's n-th location names; empty when it lies outside.</summary>
    public ReadOnlySpan<byte> Locate(byte[] table, int index)
    {
        if (index >= _locationCount)
            return [];
        var offset = Int(_locations + (index * 8));
        var length = Int(_locations + (index * 8) + 4);
        return offset < 0 || length <= 0 || (long)offset + length > table.Length ? [] : table.AsSpan(offset, length);
    }

    /// <summary>A count of characters; a negative one comes from damage and counts nothing.</summary>
    private int Count(int index) => Math.Max(0, Int(_counts + (index * 4)));

    private int Ushort(int at) => at + 2 <= _main.Length ? BinaryPrimitives.ReadUInt16LittleEndian(_main.AsSpan(at)) : 0;

    private int Int(int at) => at >= 0 && at + 4 <= _main.Length ? BinaryPrimitives.ReadInt32LittleEndian(_main.AsSpan(at)) : 0;
}
