namespace HotGigs.Core.Reading;

/// <summary>What reading a file yields: one canonical text in reading order, and where each part of it stands.</summary>
/// <remarks>
/// <see cref="Text"/> is Unicode NFC. Lines end with <c>\n</c>, blocks (paragraphs, columns, table rows that belong together) are set apart by
/// one empty line, and stretches that stand apart on one line (table cells, a date at the right margin) by <c>\t</c>. Text a person
/// could not see never stands in it: that is in <see cref="Hidden"/>. Every span in this record and in everything made from it points
/// into <see cref="Text"/>.
/// </remarks>
public sealed record Document
{
    public required FileFormat Format { get; init; }

    public required string Text { get; init; }

    /// <summary>Pages in order; formats without pages have exactly one, without a size.</summary>
    public required IReadOnlyList<DocumentPage> Pages { get; init; }

    /// <summary>All lines in reading order; together with the line ends between them they make up the whole text.</summary>
    public required IReadOnlyList<TextLine> Lines { get; init; }

    public IReadOnlyList<DocumentLink> Links { get; init; } = [];

    /// <summary>Text that stands in the file but that no reader of the page would see. Never searched, scored or parsed.</summary>
    public IReadOnlyList<HiddenRun> Hidden { get; init; } = [];

    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];

    public DocumentMetadata Metadata { get; init; } = new(null, null);

    /// <summary>ISO 639-1 code of the main language; null when unsure.</summary>
    public string? Language { get; init; }
}

/// <param name="Number">1 for the first page.</param>
/// <param name="Width">In points; null where the format has no pages.</param>
/// <param name="Height">In points; null where the format has no pages.</param>
/// <param name="Span">The page's part of the text; null for a page without visible text.</param>
public sealed record DocumentPage(int Number, float? Width, float? Height, TextSpan? Span);

/// <summary>One line of the canonical text.</summary>
public sealed record TextLine
{
    /// <summary>Without the line end.</summary>
    public required TextSpan Span { get; init; }

    public required int Page { get; init; }

    /// <summary>Lines of one paragraph, cell or column stretch share a number; numbers grow in reading order.</summary>
    public required int Block { get; init; }

    /// <summary>Null where the format has no positions.</summary>
    public Box? Box { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>Largest font size on the line in points; null when the file does not say.</summary>
    public float? FontSize { get; init; }

    /// <summary>Most of the line is bold.</summary>
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>Level 1-9 of a heading style the author used (DOCX, DOC); null without one. PDF has none: judge by size and weight.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>The line starts a list item, by numbering or by a bullet (the bullet itself stays in the text when it was printed).</summary>
    public bool ListItem { get; init; }

    /// <summary>Stretches of one style in order; empty when the whole line has one style.</summary>
    public IReadOnlyList<TextRun> Runs { get; init; } = [];
}

public sealed record TextRun(TextSpan Span, Box? Box, float? FontSize, bool Bold, bool Italic, int? Color);

public enum LineKind
{
    /// <summary>Visible body text.</summary>
    Text,

    /// <summary>Page header or footer text.</summary>
    HeaderOrFooter,

    /// <summary>The address behind a link whose label does not show it, written out at the end of its page so that it can be pointed at.</summary>
    LinkTarget,

    Footnote,
}

/// <param name="Target">An http, https, mailto or tel address; others are dropped.</param>
/// <param name="Label">The visible words that carry the link; null for a link over an icon or picture.</param>
/// <param name="Written">Where the address itself stands in the text (visible, or as a <see cref="LineKind.LinkTarget"/> line).</param>
public sealed record DocumentLink(string Target, TextSpan? Label, TextSpan? Written, int Page, Box? Box);

/// <param name="Text">At most 2,000 characters of it.</param>
public sealed record HiddenRun(string Text, HiddenReason Reason, int Page, Box? Box);

public enum HiddenReason
{
    SameColorAsBackground,
    TooSmall,
    InvisibleRenderMode,
    OffPage,
    Clipped,
    Covered,
    Vanish,
    ZeroWidth,
    Transparent,
    OptionalContentOff,
}

/// <param name="Count">How often it happened, 1 or more.</param>
public sealed record ReadingWarning(ReadingWarningKind Kind, int Count);

public enum ReadingWarningKind
{
    /// <summary>The file was damaged and what could be found was read.</summary>
    Repaired,
    UnmappedGlyphs,
    MissingFont,
    PageLimit,
    TextLimit,
    SizeLimit,
    DepthLimit,
    TimeLimit,
    ColumnsUnsure,
    HiddenText,
    InstructionLikeText,
    ExtensionMismatch,
    ActiveContentIgnored,
    ExternalReferenceIgnored,
    EmbeddedFileIgnored,
    TrackedChangesDropped,
    CommentsDropped,
    PartUnreadable,
    UnusualCharacters,
    ImageOnlyPages,
    RepeatedText,
}

public sealed record DocumentMetadata(string? Title, string? Author);
