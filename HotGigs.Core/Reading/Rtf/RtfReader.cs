using System.Text;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Rtf;

/// <summary>Reads RTF: text, styles, tables, links; pictures and objects are left alone.</summary>
internal sealed partial class RtfReader
{
    private const int MaxDepth = 1_000;
    private const int White = 0xFFFFFF;

    private readonly RtfTokenizer _tokens;
    private readonly DocumentBuilder _builder;
    private readonly RtfTables _tables = new();
    private readonly FieldTracker _fields = new();
    private readonly Stack<RtfState> _groups = new();
    private readonly List<FlowLine> _body = [];
    private readonly List<FlowLine> _headers = [];
    private readonly List<FlowLine> _notes = [];
    private readonly List<List<FlowLine>> _row = [];
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _info = new();
    private FlowParagraph _paragraph = new();
    private FlowParagraph? _outerParagraph;
    private List<FlowLine> _cell = [];
    private RtfState _state = new() { SkipAfterUnicode = 1 };
    private bool _inTable;
    private bool _afterGridRow;
    private int _skipBytes;
    private int _deleted;

    private RtfReader(ReadOnlyMemory<byte> content, DocumentBuilder builder)
    {
        _tokens = new RtfTokenizer(content);
        _builder = builder;
    }

    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(FileFormat.Rtf, limits);
        builder.BeginPage();
        new RtfReader(content, builder).Read(cancellationToken);
        return builder.Build();
    }

    private void Read(CancellationToken cancellationToken)
    {
        RtfTokenKind kind;
        var count = 0;
        while ((kind = _tokens.Read()) != RtfTokenKind.End)
        {
            if ((++count & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (kind == RtfTokenKind.Byte)
            {
                TakeByte();
                continue;
            }

            if (kind == RtfTokenKind.Word && _tokens.Name == "u")
            {
                TakeUnicode();
                continue;
            }

            FlushBytes();
            _skipBytes = 0;
            if (kind == RtfTokenKind.Open)
                OpenGroup();
            else if (kind == RtfTokenKind.Close)
                CloseGroup();
            else
                Control(_tokens.Name, _tokens.Number);
        }

        FlushBytes();
        EndRow();
        _paragraph.MoveTo(Lines);
        Write();
    }

    private List<FlowLine> Lines => _state.Target switch
    {
        RtfTarget.Header => _headers,
        RtfTarget.Note => _notes,
        _ => _inTable ? _cell : _body,
    };

    private void Write()
    {
        var writer = new FlowWriter(_builder);
        WordDocument.WriteOnce(writer, [_headers], LineKind.HeaderOrFooter, []);
        writer.Write(_body);
        writer.Write(_notes, LineKind.Footnote);
        writer.WriteLinkTargets();
        if (_deleted > 0)
            _builder.Warn(ReadingWarningKind.TrackedChangesDropped, _deleted);
        if (_fields.External > 0)
            _builder.Warn(ReadingWarningKind.ExternalReferenceIgnored, _fields.External);
    }

    private void OpenGroup()
    {
        if (_groups.Count >= MaxDepth)
            throw new ReadingException(ReadingFailure.TooComplex, "The RTF groups are nested too deep.");
        _groups.Push(_state);
        _state = _state with { First = true, OpensField = false };
    }

    private void CloseGroup()
    {
        if (!_groups.TryPop(out var outer))
            return;
        if (_state.Target != outer.Target)
            EndTarget(_state.Target);
        if (_state.OpensField)
            _fields.End();
        _state = outer;
    }

    private void EndTarget(RtfTarget target)
    {
        switch (target)
        {
            case RtfTarget.Instruction:
                _fields.Separate();
                break;
            case RtfTarget.Header or RtfTarget.Note:
                _paragraph.MoveTo(Lines);
                _paragraph = _outerParagraph ?? new FlowParagraph();
                _outerParagraph = null;
                break;
            case RtfTarget.Title or RtfTarget.Author:
                var text = _info.ToString().Trim();
                if (text.Length is > 0 and <= 2_000)
                    _builder.Metadata = target == RtfTarget.Title ? _builder.Metadata with { Title = text } : _builder.Metadata with { Author = text };
                _info.Clear();
                break;
        }
    }

    private void Control(string name, int? number)
    {
        var first = _state.First;
        _state = _state with { First = false };
        if (name == "bin")
        {
            _tokens.SkipBytes(number ?? 0);
            return;
        }

        if (name == "*")
        {
            _state = _state with { Optional = true };
            return;
        }

        if ((first || _state.Optional) && Redirect(name))
            return;
        if (_state.Optional)
        {
            // A destination nobody has to know holds no text of the page.
            _state = _state with { Target = RtfTarget.Skipped, Optional = false };
            return;
        }

        switch (_state.Target)
        {
            case RtfTarget.Fonts:
                _tables.AddFont(name, number);
                break;
            case RtfTarget.Colors:
                _tables.AddColor(name, number);
                break;
            case RtfTarget.Skipped or RtfTarget.Title or RtfTarget.Author:
                break;
            default:
                Format(name, number);
                break;
        }
    }

    /// <summary>Whether the word sends the rest of its group somewhere else.</summary>
    private bool Redirect(string name)
    {
        RtfTarget? target = name switch
        {
            "fonttbl" => RtfTarget.Fonts,
            "colortbl" => RtfTarget.Colors,
            "fldinst" => RtfTarget.Instruction,
            "title" => RtfTarget.Title,
            "author" => RtfTarget.Author,
            "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf" => RtfTarget.Header,
            "footnote" => RtfTarget.Note,
            "shptxt" or "shpinst" or "fldrslt" or "info" => _state.Target,
            "listtext" or "pntext" => RtfTarget.Skipped,
            "stylesheet" or "listtable" or "listoverridetable" or "pict" or "object" or "objdata" or "filetbl" or "revtbl" or "themedata" or "annotation"
                or "nonshppict" or "operator" or "company" or "subject" or "keywords" or "doccomm" or "comment" or "sp" or "xe" or "tc" or "template" =>
                RtfTarget.Skipped,
            _ => null,
        };
        if (target is null || _state.Target == RtfTarget.Skipped)
            return false;
        if (name is "object" or "objdata")
            _builder.Warn(ReadingWarningKind.EmbeddedFileIgnored);
        if (name is "listtext" or "pntext")
            _paragraph.ListItem = true;
        if (target is RtfTarget.Header or RtfTarget.Note && target != _state.Target)
            (_outerParagraph, _paragraph) = (_paragraph, new FlowParagraph());
        _state = _state with { Target = target.Value, Optional = false };
        return true;
    }
}
