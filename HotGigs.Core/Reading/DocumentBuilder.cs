using System.Text;

namespace HotGigs.Core.Reading;

/// <summary>Puts a <see cref="Document"/> together line by line, so that every format yields text of one shape.</summary>
public sealed class DocumentBuilder(FileFormat format, ReadingLimits limits)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextLine> _lines = [];
    private readonly List<DocumentPage> _pages = [];
    private readonly List<DocumentLink> _links = [];
    private readonly List<HiddenRun> _hidden = [];
    private readonly SortedDictionary<ReadingWarningKind, int> _warnings = [];
    private int _page;
    private float? _pageWidth;
    private float? _pageHeight;
    private int _pageStart = -1;
    private int _block;
    private bool _blockOpen;

    /// <summary>True once <see cref="ReadingLimits.MaxCharacters"/> is met; further lines are dropped.</summary>
    public bool Full { get; private set; }

    public int Length => _text.Length;

    /// <summary>What was written from a position on.</summary>
    public string TextFrom(int start) => _text.ToString(start, _text.Length - start);

    public DocumentMetadata Metadata { get; set; } = new(null, null);

    /// <summary>Starts a page. Formats without pages call it once, without a size.</summary>
    public void BeginPage(float? width = null, float? height = null)
    {
        EndPage();
        _page++;
        (_pageWidth, _pageHeight) = (width, height);
        BeginBlock();
    }

    /// <summary>The next line begins a new block: a paragraph, a cell, a column stretch, a list item.</summary>
    public void BeginBlock() => _blockOpen = false;

    /// <summary>Adds one line made of parts; what stands between two parts (a blank, a tab) is a part of its own or part of their text.</summary>
    /// <returns>The span of each part in the text, null for a part that cleaning left empty; empty when the line was dropped.</returns>
    public IReadOnlyList<TextSpan?> AddLine(
        IReadOnlyList<LinePart> parts, LineKind kind = LineKind.Text, int? headingLevel = null, bool listItem = false, Box? box = null)
    {
        if (Full || _page == 0)
            return [];
        var cleaned = new string[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            cleaned[i] = TextCleaning.Clean(parts[i].Text, this);
        TrimEnds(cleaned);
        var length = cleaned.Sum(part => part.Length);
        if (length == 0)
            return [];
        if (_text.Length + length + 2 > limits.MaxCharacters)
        {
            Full = true;
            Warn(ReadingWarningKind.TextLimit);
            return [];
        }

        if (!_blockOpen)
        {
            if (_text.Length > 0)
                _text.Append('\n');
            _block++;
            _blockOpen = true;
        }

        var start = _text.Length;
        if (_pageStart < 0)
            _pageStart = start;
        var spans = new TextSpan?[parts.Count];
        var runs = new List<TextRun>(parts.Count);
        float? size = null;
        int bold = 0, italic = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (cleaned[i].Length == 0)
                continue;
            var span = new TextSpan(_text.Length, cleaned[i].Length);
            spans[i] = span;
            _text.Append(cleaned[i]);
            if (string.IsNullOrWhiteSpace(cleaned[i]))
                continue;
            var part = parts[i];
            bold += part.Bold ? span.Length : 0;
            italic += part.Italic ? span.Length : 0;
            size = size is null || part.FontSize > size ? part.FontSize ?? size : size;
            AddRun(runs, new TextRun(span, part.Box, part.FontSize, part.Bold, part.Italic, part.Color));
        }

        _lines.Add(new TextLine
        {
            Span = new TextSpan(start, length),
            Page = _page,
            Block = _block,
            Box = box ?? Union(parts),
            Kind = kind,
            FontSize = size,
            Bold = bold * 2 > length,
            Italic = italic * 2 > length,
            HeadingLevel = headingLevel,
            ListItem = listItem,
            Runs = runs.Count == 1 ? [] : runs,
        });
        _text.Append('\n');
        return spans;
    }

    public void AddLink(string target, TextSpan? label, TextSpan? written, Box? box = null) =>
        _links.Add(new DocumentLink(target, label, written, _page, box));

    /// <summary>Keeps text that nobody sees, apart from the visible text.</summary>
    public void AddHidden(string text, HiddenReason reason, Box? box = null)
    {
        const int MaxLength = 2_000;
        const int MaxRuns = 500;
        // A stray dot or blank tells nobody anything; characters without width spell their message otherwise.
        if (reason != HiddenReason.ZeroWidth && !text.Any(char.IsLetterOrDigit))
            return;
        Warn(ReadingWarningKind.HiddenText);
        if (_hidden.Count < MaxRuns)
            _hidden.Add(new HiddenRun(text.Length > MaxLength ? text[..MaxLength] : text, reason, Math.Max(1, _page), box));
    }

    public void Warn(ReadingWarningKind kind, int count = 1) => _warnings[kind] = _warnings.GetValueOrDefault(kind) + count;

    /// <param name="language">ISO 639-1 when the file says it; detected otherwise.</param>
    public Document Build(string? language = null)
    {
        EndPage();
        var text = _text.ToString();
        return InstructionLikeText.Flag(new Document
        {
            Format = format,
            Text = text,
            Pages = _pages,
            Lines = _lines,
            Links = _links,
            Hidden = _hidden,
            Warnings = [.. _warnings.Select(warning => new ReadingWarning(warning.Key, warning.Value))],
            Metadata = Metadata,
            Language = language ?? LanguageDetector.Detect(text),
        });
    }

    private void EndPage()
    {
        if (_page == 0)
            return;
        TextSpan? span = _pageStart < 0 ? null : TextSpan.Between(_pageStart, _text.Length);
        if (_pages.Count < _page)
            _pages.Add(new DocumentPage(_page, _pageWidth, _pageHeight, span));
        _pageStart = -1;
    }

    /// <summary>Parts that follow each other in one style, such as the words of a page, are one run.</summary>
    private static void AddRun(List<TextRun> runs, TextRun run)
    {
        if (runs.Count > 0 && runs[^1] is var last
            && (last.FontSize, last.Bold, last.Italic, last.Color) == (run.FontSize, run.Bold, run.Italic, run.Color))
        {
            var box = last.Box is { } a && run.Box is { } b ? Box.Union(a, b) : last.Box ?? run.Box;
            runs[^1] = last with { Span = TextSpan.Between(last.Span.Start, run.Span.End), Box = box };
            return;
        }

        runs.Add(run);
    }

    private static void TrimEnds(string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = parts[i].TrimStart();
            if (parts[i].Length > 0)
                break;
        }

        for (var i = parts.Length - 1; i >= 0; i--)
        {
            parts[i] = parts[i].TrimEnd();
            if (parts[i].Length > 0)
                break;
        }
    }

    private static Box? Union(IReadOnlyList<LinePart> parts)
    {
        Box? union = null;
        foreach (var part in parts)
            union = union is { } a && part.Box is { } b ? Box.Union(a, b) : union ?? part.Box;
        return union;
    }
}

/// <summary>A stretch of a line with one style. Blanks between words belong to a part's text or are parts of their own.</summary>
public readonly record struct LinePart(
    string Text, Box? Box = null, float? FontSize = null, bool Bold = false, bool Italic = false, int? Color = null);
