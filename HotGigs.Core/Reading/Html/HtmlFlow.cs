using System.Text;
using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Html;

/// <summary>Turns the tags of one page into lines.</summary>
internal sealed class HtmlFlow(string html, DocumentBuilder builder)
{
    /// <summary>Elements deeper than this keep their text and lose their look.</summary>
    private const int MaxDepth = 256;

    private const int MaxTables = 32;

    private readonly HtmlTokenizer _tokens = new(html);
    private readonly HtmlStyleSheet _sheet = new();
    private readonly Stack<Element> _open = new();
    private readonly Stack<Table> _tables = new();
    private readonly FlowParagraph _paragraph = new();
    private readonly List<FlowLine> _page = [];
    private HtmlStyle _style = HtmlStyle.Default;
    private FlowLink? _link;
    private bool _blankPending;
    private bool _anything;

    private List<FlowLine> Lines => _tables.TryPeek(out var table) && table.Cell is { } cell ? cell : _page;

    public List<FlowLine> Read(CancellationToken cancellationToken)
    {
        HtmlTokenKind kind;
        var count = 0;
        while ((kind = _tokens.Read()) != HtmlTokenKind.End)
        {
            if ((++count & 0x3FF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (kind == HtmlTokenKind.Text)
                AddText(_tokens.Text);
            else if (kind == HtmlTokenKind.StartTag)
                Start();
            else
                End(_tokens.Name);
        }

        while (_tables.Count > 0)
            EndTable();
        EndParagraph();
        return _page;
    }

    private void Start()
    {
        var name = _tokens.Name;
        switch (name)
        {
            case "script" or "object" or "embed" or "applet":
                builder.Warn(ReadingWarningKind.ActiveContentIgnored);
                SkipContent(name);
                return;
            case "iframe" or "frame":
                builder.Warn(ReadingWarningKind.ExternalReferenceIgnored);
                SkipContent(name);
                return;
            case "style":
                _sheet.Read(_tokens.SkipTo(name));
                return;
            case "title":
                ReadTitle();
                return;
            case "noscript" or "template" or "svg" or "select" or "textarea" or "xml":
                SkipContent(name);
                return;
            case "br":
                _paragraph.Break();
                _blankPending = false;
                return;
            case "img":
                StartPicture();
                return;
        }

        StartBlock(name);
        if (name == "a")
            _link = LinkTargets.Accept(_tokens.Attribute("href")) is { } target ? new FlowLink(target) : null;
        Push(name);
    }

    private void Push(string name)
    {
        if (_tokens.SelfClosing || name is "hr" or "meta" or "link" or "input" or "col" or "base" or "wbr" or "area" or "source" || _open.Count >= MaxDepth)
            return;
        _open.Push(new Element(name, _style));
        _style = _style.Inside(_tokens, _sheet);
    }

    private void StartBlock(string name)
    {
        switch (name)
        {
            case "table":
                EndParagraph();
                if (_tables.Count < MaxTables)
                    _tables.Push(new Table());
                break;
            case "tr":
                EndParagraph();
                EndRow();
                break;
            case "td" or "th":
                EndParagraph();
                if (_tables.TryPeek(out var table))
                    table.Row.Add(table.Cell = []);
                break;
            case "li":
                EndParagraph();
                _paragraph.ListItem = true;
                break;
            case ['h', >= '1' and <= '6' and var level]:
                EndParagraph();
                _paragraph.HeadingLevel = level - '0';
                break;
            default:
                if (IsBlock(name))
                    EndParagraph();
                break;
        }
    }

    private void End(string name)
    {
        if (name == "a")
            _link = null;
        if (IsBlock(name) || name is "li" or "td" or "th" or ['h', >= '1' and <= '6'])
            EndParagraph();
        if (name is "tr")
            EndRow();
        if (name is "td" or "th" && _tables.TryPeek(out var table))
            table.Cell = null;
        if (name is "table" && _tables.Count > 0)
            EndTable();
        if (!_open.Any(element => element.Name == name))
            return;
        Element closed;
        do
        {
            closed = _open.Pop();
            _style = closed.Outside;
        }
        while (closed.Name != name);
    }

    private void EndRow()
    {
        if (!_tables.TryPeek(out var table) || table.Row.Count == 0)
            return;
        EndParagraph();
        table.AfterGridRow = FlowTable.AddRow(table.Row, table.Lines, table.AfterGridRow);
        table.Row = [];
        table.Cell = null;
    }

    private void EndTable()
    {
        EndParagraph();
        EndRow();
        var lines = _tables.Pop().Lines;
        Lines.AddRange(lines);
        Lines.Add(new FlowLine { StartsBlock = true });
    }

    private void EndParagraph()
    {
        // A list item or heading whose block begins anew before any text keeps its mark: <li><p>text.
        var (heading, item) = (_paragraph.HeadingLevel, _paragraph.ListItem);
        _paragraph.MoveTo(Lines);
        if (!_anything)
            (_paragraph.HeadingLevel, _paragraph.ListItem) = (heading, item);
        (_anything, _blankPending) = (false, false);
    }

    private void AddText(string text)
    {
        var plain = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                _blankPending = true;
                continue;
            }

            if (_blankPending && (_anything || plain.Length > 0))
                plain.Append(' ');
            _blankPending = false;
            plain.Append(c);
            _anything = true;
        }

        if (plain.Length > 0)
            _paragraph.Append(plain.ToString(), _style.Flow, _link);
    }

    private void StartPicture()
    {
        if (_tokens.Attribute("src") is { } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && !source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            builder.Warn(ReadingWarningKind.ExternalReferenceIgnored);
        if (_link is not null)
            _paragraph.AppendPictureLink(_link);
    }

    private void SkipContent(string name)
    {
        if (!_tokens.SelfClosing && name is not ("embed" or "frame"))
            _tokens.SkipTo(name);
    }

    private void ReadTitle()
    {
        const int MaxLength = 2_000;
        var title = System.Net.WebUtility.HtmlDecode(_tokens.SkipTo("title")).Trim();
        if (title.Length > 0)
            builder.Metadata = builder.Metadata with { Title = title[..Math.Min(title.Length, MaxLength)] };
    }

    private static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "aside"
        or "nav" or "ul" or "ol" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "address" or "hr" or "figure" or "figcaption" or "form"
        or "fieldset" or "center" or "body" or "head" or "caption";

    private sealed record Element(string Name, HtmlStyle Outside);

    private sealed class Table
    {
        public List<FlowLine> Lines { get; } = [];

        public List<List<FlowLine>> Row { get; set; } = [];

        public List<FlowLine>? Cell { get; set; }

        public bool AfterGridRow { get; set; }
    }
}
