using System.Text;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Rtf;

/// <summary>Reads RTF: text, styles, tables, links; pictures and objects are left alone.</summary>
internal sealed class RtfReader
{
    private const int MaxDepth = 1_000;
    private const int White = 0xFFFFFF;

    private readonly RtfTokenizer _tokens;
    private readonly DocumentBuilder _builder;
    private readonly RtfTables _tables = new();
    private readonly FieldTracker _fields = new();
    private readonly Stack<State> _groups = new();
    private readonly List<FlowLine> _body = [];
    private readonly List<FlowLine> _headers = [];
    private readonly List<FlowLine> _notes = [];
    private readonly List<List<FlowLine>> _row = [];
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _info = new();
    private FlowParagraph _paragraph = new();
    private FlowParagraph? _outerParagraph;
    private List<FlowLine> _cell = [];
    private State _state = new() { SkipAfterUnicode = 1 };
    private bool _inTable;
    private bool _afterGridRow;
    private int _skipBytes;
    private int _deleted;

    private RtfReader(ReadOnlyMemory<byte> content, DocumentBuilder builder)
    {
        _tokens = new RtfTokenizer(content);
        _builder = builder;
    }

    private enum Target
    {
        Body,
        Fonts,
        Colors,
        Skipped,
        Instruction,
        Header,
        Note,
        Title,
        Author,
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
        Target.Header => _headers,
        Target.Note => _notes,
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

    private void EndTarget(Target target)
    {
        switch (target)
        {
            case Target.Instruction:
                _fields.Separate();
                break;
            case Target.Header or Target.Note:
                _paragraph.MoveTo(Lines);
                _paragraph = _outerParagraph ?? new FlowParagraph();
                _outerParagraph = null;
                break;
            case Target.Title or Target.Author:
                var text = _info.ToString().Trim();
                if (text.Length is > 0 and <= 2_000)
                    _builder.Metadata = target == Target.Title ? _builder.Metadata with { Title = text } : _builder.Metadata with { Author = text };
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
            _state = _state with { Target = Target.Skipped, Optional = false };
            return;
        }

        switch (_state.Target)
        {
            case Target.Fonts:
                _tables.AddFont(name, number);
                break;
            case Target.Colors:
                _tables.AddColor(name, number);
                break;
            case Target.Skipped or Target.Title or Target.Author:
                break;
            default:
                Format(name, number);
                break;
        }
    }

    /// <summary>Whether the word sends the rest of its group somewhere else.</summary>
    private bool Redirect(string name)
    {
        Target? target = name switch
        {
            "fonttbl" => Target.Fonts,
            "colortbl" => Target.Colors,
            "fldinst" => Target.Instruction,
            "title" => Target.Title,
            "author" => Target.Author,
            "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf" => Target.Header,
            "footnote" => Target.Note,
            "shptxt" or "shpinst" or "fldrslt" or "info" => _state.Target,
            "listtext" or "pntext" => Target.Skipped,
            "stylesheet" or "listtable" or "listoverridetable" or "pict" or "object" or "objdata" or "filetbl" or "revtbl" or "themedata" or "annotation"
                or "nonshppict" or "operator" or "company" or "subject" or "keywords" or "doccomm" or "comment" or "sp" or "xe" or "tc" or "template" =>
                Target.Skipped,
            _ => null,
        };
        if (target is null || _state.Target == Target.Skipped)
            return false;
        if (name is "object" or "objdata")
            _builder.Warn(ReadingWarningKind.EmbeddedFileIgnored);
        if (name is "listtext" or "pntext")
            _paragraph.ListItem = true;
        if (target is Target.Header or Target.Note && target != _state.Target)
            (_outerParagraph, _paragraph) = (_paragraph, new FlowParagraph());
        _state = _state with { Target = target.Value, Optional = false };
        return true;
    }

    private void Format(string name, int? number)
    {
        var on = number != 0;
        switch (name)
        {
            case "par" or "sect" or "page":
                EndParagraph();
                break;
            case "line" or "column":
                _paragraph.Break();
                break;
            case "tab":
                Append("\t");
                break;
            case "cell" or "nestcell":
                EndCell();
                break;
            case "row" or "nestrow":
                EndRow();
                break;
            case "intbl":
                _inTable = true;
                break;
            case "pard":
                _state = _state with { Heading = null };
                _inTable = false;
                break;
            case "plain":
                _state = _state with { Style = default, Font = 0, Deleted = false, Background = null };
                break;
            case "outlinelevel":
                _state = _state with { Heading = number is >= 0 and <= 8 ? number + 1 : null };
                break;
            case "field":
                _fields.Begin();
                _state = _state with { OpensField = true };
                break;
            case "deleted":
                _state = _state with { Deleted = on };
                break;
            case "uc":
                _state = _state with { SkipAfterUnicode = Math.Clamp(number ?? 1, 0, 16) };
                break;
            case "f":
                _state = _state with { Font = number ?? 0 };
                break;
            case "ansicpg":
                _tables.Default = CodePages.Get(number ?? 0) ?? _tables.Default;
                break;
            case "cb" or "highlight" or "chcbpat" or "cbpat" or "clcbpat":
                _state = _state with { Background = number };
                break;
            default:
                FormatText(name, number, on);
                break;
        }
    }

    private void FormatText(string name, int? number, bool on)
    {
        var style = _state.Style;
        _state = _state with
        {
            Style = name switch
            {
                "b" => style with { Bold = on },
                "i" => style with { Italic = on },
                "v" => style with { Hidden = on ? HiddenReason.Vanish : null },
                "fs" => style with { Size = (number ?? 24) / 2f },
                "cf" => style with { Color = _tables.Color(number) },
                _ => style,
            },
        };
        if (Special(name) is { } text)
            Append(text);
    }

    private static string? Special(string name) => name switch
    {
        "~" => " ",
        "_" or "endash" => name == "_" ? "-" : "–",
        "emdash" => "—",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "emspace" or "enspace" => " ",
        _ => null,
    };

    private void TakeByte()
    {
        _state = _state with { First = false };
        if (_skipBytes > 0)
            _skipBytes--;
        else if (_state.Target == Target.Colors && _tokens.Byte == ';')
            _tables.EndColor();
        else if (_state.Target is not (Target.Skipped or Target.Fonts or Target.Colors))
            _bytes.Add(_tokens.Byte);
    }

    private void TakeUnicode()
    {
        FlushBytes();
        if (_tokens.Number is { } code)
            Append(((char)(code & 0xFFFF)).ToString());
        _skipBytes = _state.SkipAfterUnicode;
    }

    private void FlushBytes()
    {
        if (_bytes.Count == 0)
            return;
        var bytes = _bytes.ToArray();
        _bytes.Clear();
        Append(_tables.IsSymbol(_state.Font)
            ? SymbolFonts.ToText("Wingdings", Encoding.Latin1.GetString(bytes))
            : _tables.EncodingOf(_state.Font).GetString(bytes));
    }

    private void Append(string text)
    {
        switch (_state.Target)
        {
            case Target.Instruction:
                _fields.AppendInstruction(text);
                break;
            case Target.Title or Target.Author:
                _info.Append(text);
                break;
            case Target.Body or Target.Header or Target.Note when _state.Deleted:
                _deleted++;
                break;
            case Target.Body or Target.Header or Target.Note when !_fields.InInstruction:
                _paragraph.Append(text, Judged(), _fields.Link);
                break;
        }
    }

    private FlowStyle Judged()
    {
        var style = _state.Style;
        if (style.Hidden is not null)
            return style;
        if (style.Size <= RunFormat.InvisibleSize)
            return style with { Hidden = HiddenReason.TooSmall };
        var background = _state.Background is > 0 ? _tables.Color(_state.Background) : _inTable ? null : White;
        return style.Color is { } color && background is { } ground && ThemeColors.IsInvisible(color, ground)
            ? style with { Hidden = HiddenReason.SameColorAsBackground }
            : style;
    }

    private void EndParagraph()
    {
        if (!_inTable && _state.Target == Target.Body)
            EndRow();
        _paragraph.HeadingLevel = _state.Heading;
        _paragraph.MoveTo(Lines);
    }

    private void EndCell()
    {
        _paragraph.MoveTo(_cell);
        _row.Add(_cell);
        _cell = [];
    }

    private void EndRow()
    {
        if (_cell.Count > 0)
            _row.Add(_cell);
        _cell = [];
        if (_row.Count > 0)
            _afterGridRow = FlowTable.AddRow(_row, _body, _afterGridRow);
        else
            _afterGridRow = false;
        _row.Clear();
    }

    private readonly record struct State
    {
        public Target Target { get; init; }

        public FlowStyle Style { get; init; }

        public int? Background { get; init; }

        public int Font { get; init; }

        public int? Heading { get; init; }

        public int SkipAfterUnicode { get; init; }

        public bool Deleted { get; init; }

        public bool First { get; init; }

        public bool Optional { get; init; }

        public bool OpensField { get; init; }
    }
}
