using System.Text;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Rtf;

/// <content>Text and its looks, paragraphs and tables.</content>
internal sealed partial class RtfReader
{
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
        else if (_state.Target == RtfTarget.Colors && _tokens.Byte == ';')
            _tables.EndColor();
        else if (_state.Target is not (RtfTarget.Skipped or RtfTarget.Fonts or RtfTarget.Colors))
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
            case RtfTarget.Instruction:
                _fields.AppendInstruction(text);
                break;
            case RtfTarget.Title or RtfTarget.Author:
                _info.Append(text);
                break;
            case RtfTarget.Body or RtfTarget.Header or RtfTarget.Note when _state.Deleted:
                _deleted++;
                break;
            case RtfTarget.Body or RtfTarget.Header or RtfTarget.Note when !_fields.InInstruction:
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
        if (!_inTable && _state.Target == RtfTarget.Body)
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
}
