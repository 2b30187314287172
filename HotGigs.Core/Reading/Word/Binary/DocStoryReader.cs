using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>What was noticed in the stories of one binary document.</summary>
internal sealed class DocFindings
{
    public int Deleted { get; set; }

    public int Drawings { get; set; }

    public int Pictures { get; set; }

    public int ExternalReferences { get; set; }
}

/// <summary>Walks one story (body, header, footnotes …): a row of characters in which control characters make the structure.</summary>
internal sealed class DocStoryReader(PieceTable pieces, FormattedPages characters, FormattedPages paragraphs, DocFindings findings)
{
    private const char CellMark = '\x07';

    private readonly FieldTracker _fields = new();
    private readonly List<FlowLine> _lines = [];
    private readonly List<List<FlowLine>> _row = [];
    private List<FlowLine> _cell = [];
    private FlowParagraph _paragraph = new();
    private DocCharacterFormat _format;
    private int _formatEnd;
    private bool _afterCellMark;
    private bool _afterGridRow;
    private bool _shaded;

    public List<FlowLine> Read(int start, int length, CancellationToken cancellationToken)
    {
        var text = pieces.Text;
        var end = (int)Math.Min(text.Length, (long)start + length);
        for (var at = start; at < end;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pieces.Find(at) is not { } piece)
                break;
            var pieceEnd = Math.Min(end, piece.Start + piece.Length);
            while (at < pieceEnd)
                at = ReadStretch(text, piece, at, pieceEnd);
        }

        EndRow();
        _paragraph.MoveTo(_lines);
        findings.ExternalReferences += _fields.External;
        return _lines;
    }

    /// <summary>Reads characters of one format, at most up to a control character.</summary>
    private int ReadStretch(string text, Piece piece, int at, int end)
    {
        var offset = piece.OffsetOf(at);
        _format = DocCharacterFormat.Read(characters.Find(offset));
        var width = piece.Compressed ? 1 : 2;
        _formatEnd = at + Math.Max(1, (characters.EndOf(offset) - offset) / width);
        var stop = Math.Min(end, _formatEnd);
        var from = at;
        while (at < stop && !IsControl(text[at]))
            at++;
        if (at > from)
            Append(text[from..at]);
        if (at < stop)
            Handle(text[at], piece.OffsetOf(at++));
        return at;
    }

    private static bool IsControl(char c) => c is < ' ' and not '\t';

    private void Handle(char c, int offset)
    {
        switch (c)
        {
            case '\r' or '\x0C' or '\x0E':
                EndParagraph(offset);
                return;
            case CellMark:
                EndCell(offset);
                return;
            case '\x0B':
                if (!_fields.InInstruction)
                    _paragraph.Break();
                break;
            case '\x13':
                _fields.Begin();
                break;
            case '\x14':
                _fields.Separate();
                break;
            case '\x15':
                _fields.End();
                break;
            case '\x1E':
                Append("-");
                break;
            case '\x01':
                findings.Pictures++;
                if (_fields.Link is { } link)
                    _paragraph.AppendPictureLink(link);
                break;
            case '\x08':
                findings.Drawings++;
                break;
        }
    }

    private void Append(string text)
    {
        if (_format.Symbol is { } symbol)
            text = SymbolFonts.ToText("Wingdings", symbol.ToString());
        if (_fields.InInstruction)
            _fields.AppendInstruction(text);
        else if (_format.Deleted)
            findings.Deleted++;
        else
            _paragraph.Append(text, _format.OnWhite(), _fields.Link);
        _afterCellMark = false;
    }

    private void EndParagraph(int offset)
    {
        if (_fields.InInstruction)
            return;
        var format = DocParagraphFormat.Read(paragraphs.Find(offset));
        if (!format.InTable)
            EndRow();
        Finish(format, format.InTable ? _cell : _lines);
        _afterCellMark = false;
    }

    private void EndCell(int offset)
    {
        var format = DocParagraphFormat.Read(paragraphs.Find(offset));
        var endsRow = format.EndsRow || (_afterCellMark && _cell.Count == 0 && !format.InTable);
        Finish(format with { InTable = true }, _cell);
        if (endsRow)
        {
            EndRow(true);
        }
        else
        {
            _row.Add(_cell);
            _cell = [];
        }

        _afterCellMark = !endsRow;
    }

    private void EndRow(bool more = false)
    {
        if (_cell.Count > 0)
            _row.Add(_cell);
        if (_row.Count > 0)
        {
            _afterGridRow = FlowTable.AddRow(_row, _lines, _afterGridRow);
            _row.Clear();
        }

        _cell = [];
        _afterGridRow &= more;
    }

    private void Finish(DocParagraphFormat format, List<FlowLine> lines)
    {
        _paragraph.HeadingLevel = format.HeadingLevel;
        _paragraph.ListItem = format.ListItem && format.HeadingLevel is null;
        _shaded = format.Shaded || format.InTable;
        var first = lines.Count;
        _paragraph.MoveTo(lines);

        // Cells and shaded paragraphs may have any colour behind their letters; it is not read, so the letters count as seen.
        for (var i = first; i < lines.Count && _shaded; i++)
        {
            for (var part = 0; part < lines[i].Parts.Count; part++)
            {
                if (lines[i].Parts[part] is { Style.Hidden: HiddenReason.SameColorAsBackground } pale)
                    lines[i].Parts[part] = pale with { Style = pale.Style with { Hidden = null } };
            }
        }

        _paragraph = new FlowParagraph();
    }
}
