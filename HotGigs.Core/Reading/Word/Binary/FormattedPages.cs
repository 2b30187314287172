using System.Buffers.Binary;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>Formatting of a binary Word document: which property list applies to which bytes of the document stream.</summary>
/// <remarks>It stands in pages of 512 bytes, each with the offsets first and the lists from the end on.</remarks>
internal sealed class FormattedPages
{
    private const int PageLength = 512;

    private readonly byte[] _main;
    private readonly bool _paragraphs;
    private readonly List<Range> _ranges = [];
    private int _last;

    /// <param name="index">The list of pages from the table stream.</param>
    /// <param name="paragraphs">Paragraph formatting; else that of characters.</param>
    public FormattedPages(byte[] main, ReadOnlySpan<byte> index, bool paragraphs)
    {
        _main = main;
        _paragraphs = paragraphs;
        var count = (index.Length - 4) / 8;
        for (var i = 0; i < count; i++)
        {
            var page = BinaryPrimitives.ReadUInt32LittleEndian(index[(((count + 1) * 4) + (i * 4))..]) & 0x3FFFFF;
            var offset = (long)page * PageLength;
            if (offset + PageLength <= main.Length)
                AddPage((int)offset);
        }

        _ranges.Sort((a, b) => a.From.CompareTo(b.From));
    }

    /// <summary>The property list for the byte at an offset; empty when there is none.</summary>
    public ReadOnlySpan<byte> Find(int offset) => FindRange(offset) is { } range ? _main.AsSpan(range.At, range.Length) : [];

    /// <summary>First offset behind the stretch of equal formatting that holds this one.</summary>
    public int EndOf(int offset) => FindRange(offset)?.To ?? offset + 1;

    private Range? FindRange(int offset)
    {
        // Text is read front to back, so the last range or the one behind it nearly always serves.
        for (var i = _last; i < _ranges.Count && i < _last + 2; i++)
        {
            if (_ranges[i].Holds(offset))
            {
                _last = i;
                return _ranges[i];
            }
        }

        int low = 0, high = _ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].Holds(offset))
            {
                _last = middle;
                return _ranges[middle];
            }

            if (offset < _ranges[middle].From)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    private void AddPage(int page)
    {
        var entryLength = _paragraphs ? 13 : 1;
        int count = _main[page + PageLength - 1];
        var entries = page + ((count + 1) * 4);
        if (entries + (count * entryLength) > page + PageLength)
            return;
        for (var i = 0; i < count; i++)
        {
            var from = BinaryPrimitives.ReadInt32LittleEndian(_main.AsSpan(page + (i * 4)));
            var to = BinaryPrimitives.ReadInt32LittleEndian(_main.AsSpan(page + ((i + 1) * 4)));
            var list = _main[entries + (i * entryLength)] * 2;
            if (to <= from)
                continue;
            var (at, length) = list == 0 ? (0, 0) : ListAt(page, list);
            _ranges.Add(new Range(from, to, at, length));
        }
    }

    private (int At, int Length) ListAt(int page, int list)
    {
        var at = page + list;
        int length = _main[at];
        if (!_paragraphs)
            return list + 1 + length <= PageLength ? (at + 1, length) : (0, 0);

        // The length counts words; 0 says that it did not fit into an odd number of bytes and the next byte has it.
        var (skip, bytes) = length == 0 ? (2, list + 1 < PageLength ? _main[at + 1] * 2 : 0) : (1, (length * 2) - 1);
        return list + skip + bytes <= PageLength ? (at + skip, bytes) : (0, 0);
    }

    private readonly record struct Range(int From, int To, int At, int Length)
    {
        public bool Holds(int offset) => offset >= From && offset < To;
    }
}
