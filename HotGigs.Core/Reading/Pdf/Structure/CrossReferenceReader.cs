using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>Reads cross-reference tables and streams from the newest to the oldest (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
internal sealed class CrossReferenceReader
{
    private const int StartSearchedFromEnd = 2_048;
    private const int MaxSections = 1_024;
    private readonly PdfFile _file;
    private readonly CrossReferences _result = new();
    private readonly Queue<long> _pending = new();

    private CrossReferenceReader(PdfFile file) => _file = file;

    /// <returns>Null when the sections cannot be read or name no catalog.</returns>
    public static CrossReferences? TryRead(PdfFile file)
    {
        var reader = new CrossReferenceReader(file);
        try
        {
            return reader.ReadSections() && reader._result.Trailer.ContainsKey("Root") ? reader._result : null;
        }
        catch (PdfDamageException)
        {
            return null;
        }
    }

    private bool ReadSections()
    {
        var tail = Math.Max(0, _file.Bytes.Length - StartSearchedFromEnd);
        var start = _file.Bytes.AsSpan(tail).LastIndexOf("startxref"u8);
        if (start < 0)
            return false;
        var lexer = Lexer(tail + start + "startxref".Length);
        if (lexer.Read() != PdfToken.Number)
            return false;
        _pending.Enqueue((long)lexer.Number);
        var seen = new HashSet<long>();
        while (_pending.TryDequeue(out var offset) && seen.Count < MaxSections)
        {
            if (offset < 0 || offset >= _file.Bytes.Length || !seen.Add(offset))
                continue;
            var trailer = ReadSection(offset);
            if (trailer is null)
                return false;
            _result.AddTrailer(trailer);
            if (trailer.GetValueOrDefault("Prev") is double previous)
                _pending.Enqueue((long)previous);
        }

        return true;
    }

    private PdfDictionary? ReadSection(long offset)
    {
        var lexer = Lexer(offset);
        return lexer.TrySkipKeyword("xref"u8) ? ReadTable(lexer) : ReadStream(offset);
    }

    private PdfDictionary? ReadTable(PdfLexer lexer)
    {
        var entries = new List<(double Number, CrossReference Reference)>();
        while (true)
        {
            var token = lexer.Read();
            if (token == PdfToken.Keyword)
                break;
            if (token != PdfToken.Number)
                return null;
            var first = lexer.Number;
            if (lexer.Read() != PdfToken.Number)
                return null;
            var count = lexer.Number;
            for (var i = 0; i < count; i++)
            {
                _file.Budget.CountObject();
                if (lexer.Read() != PdfToken.Number)
                    return null;
                var offset = lexer.Number;
                if (lexer.Read() != PdfToken.Number || lexer.Read() != PdfToken.Keyword)
                    return null;
                entries.Add((first + i, lexer.Text == "n" && offset > 0 ? new CrossReference((long)offset, null) : CrossReference.Free));
            }
        }

        if (new PdfObjectParser(lexer, _file.Budget).ReadValue() is not PdfDictionary trailer)
            return null;
        // A hybrid file's table calls free what its stream section places (7.5.8.4).
        if (trailer.GetValueOrDefault("XRefStm") is double hybrid)
            ReadStream((long)hybrid);
        foreach (var (number, reference) in entries)
            Add(number, reference);
        return trailer;
    }

    private PdfDictionary? ReadStream(long offset)
    {
        if (_file.ReadObjectAt(offset).Value is not PdfStream stream || Widths(stream.Dictionary) is not { } widths)
            return null;
        var data = _file.Decode(stream);
        var row = widths.Sum();
        var at = 0;
        foreach (var (first, count) in Subsections(stream.Dictionary))
        {
            for (var i = 0; i < count && at + row <= data.Length; i++)
            {
                _file.Budget.CountObject();
                var type = Field(widths[0], absent: 1);
                var second = Field(widths[1], absent: 0);
                var third = Field(widths[2], absent: 0);
                Add(first + i, type switch
                {
                    1 => new CrossReference(second, null),
                    2 => new CrossReference(third, (int)Math.Clamp(second, 0, int.MaxValue)),
                    _ => CrossReference.Free,
                });
            }
        }

        return stream.Dictionary;

        long Field(int width, long absent)
        {
            if (width == 0)
                return absent;
            long value = 0;
            for (var i = 0; i < width; i++)
                value = (value << 8) | data[at++];
            return value;
        }
    }

    private int[]? Widths(PdfDictionary dictionary)
    {
        const int MaxFieldBytes = 8;
        if (_file.GetNumbers(dictionary, "W", 3) is not { } stated || stated.Any(width => width is < 0 or > MaxFieldBytes))
            return null;
        int[] widths = [(int)stated[0], (int)stated[1], (int)stated[2]];
        return widths.Sum() == 0 ? null : widths;
    }

    private List<(double First, double Count)> Subsections(PdfDictionary dictionary)
    {
        if (dictionary.GetValueOrDefault("Index") is not PdfArray index)
            return [(0, _file.GetNumber(dictionary, "Size"))];
        var result = new List<(double First, double Count)>(index.Count / 2);
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            if (index[i] is double first && index[i + 1] is double count)
                result.Add((first, count));
        }

        return result;
    }

    private void Add(double number, CrossReference reference)
    {
        if (number is >= 0 and < int.MaxValue)
            _result.Entries.TryAdd((int)number, reference);
    }

    private PdfLexer Lexer(long offset) => new(_file.Bytes, (int)offset, _file.Bytes.Length, _file.Names);
}
