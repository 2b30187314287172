using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Core.Reading.Word.Binary;

/// <param name="Start">First character position.</param>
/// <param name="Offset">Of its first byte in the document stream.</param>
/// <param name="Compressed">One byte a character (Windows-1252), else two.</param>
internal readonly record struct Piece(int Start, int Length, int Offset, bool Compressed)
{
    public int OffsetOf(int position) => Offset + ((position - Start) * (Compressed ? 1 : 2));
}

/// <summary>Where the characters of the document stand in its stream; saved edits leave them in pieces.</summary>
internal sealed class PieceTable
{
    private readonly List<Piece> _pieces = [];

    private PieceTable(string text) => Text = text;

    /// <summary>All stories one after the other.</summary>
    public string Text { get; private set; }

    /// <exception cref="ReadingException">There is no usable table.</exception>
    public static PieceTable Read(byte[] main, ReadOnlySpan<byte> clx, ReadingLimits limits)
    {
        var at = 0;
        while (at + 3 <= clx.Length && clx[at] == 1)
            at += 3 + BinaryPrimitives.ReadUInt16LittleEndian(clx[(at + 1)..]);
        if (at + 5 > clx.Length || clx[at] != 2)
            throw new ReadingException(ReadingFailure.Corrupt, "The piece table is missing.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(clx[(at + 1)..]);
        var plc = clx[(at + 5)..];
        if (length < 4 || length > plc.Length)
            throw new ReadingException(ReadingFailure.Corrupt, "The piece table is damaged.");
        var table = new PieceTable("");
        var text = new StringBuilder();
        var count = (length - 4) / 12;
        for (var i = 0; i < count && text.Length < limits.MaxCharacters; i++)
            table.Add(main, plc, i, count, text);
        table.Text = text.ToString();
        return table;
    }

    /// <summary>The piece that holds a position; null behind the end.</summary>
    public Piece? Find(int position)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var piece = _pieces[middle];
            if (position < piece.Start)
                high = middle - 1;
            else if (position >= piece.Start + piece.Length)
                low = middle + 1;
            else
                return piece;
        }

        return null;
    }

    private void Add(byte[] main, ReadOnlySpan<byte> plc, int index, int count, StringBuilder text)
    {
        var from = BinaryPrimitives.ReadInt32LittleEndian(plc[(index * 4)..]);
        var to = BinaryPrimitives.ReadInt32LittleEndian(plc[((index + 1) * 4)..]);
        var descriptor = BinaryPrimitives.ReadUInt32LittleEndian(plc[(((count + 1) * 4) + (index * 8) + 2)..]);
        var compressed = (descriptor & 0x40000000) != 0;
        var offset = (int)(descriptor & 0x3FFFFFFF);
        if (compressed)
            offset /= 2;
        var width = compressed ? 1 : 2;
        var length = (int)Math.Min((long)to - from, (main.Length - (long)offset) / width);
        if (length <= 0)
            return;
        _pieces.Add(new Piece(text.Length, length, offset, compressed));
        var bytes = main.AsSpan(offset, length * width);
        text.Append(compressed ? CodePages.Windows1252.GetString(bytes) : Encoding.Unicode.GetString(bytes));
    }
}
