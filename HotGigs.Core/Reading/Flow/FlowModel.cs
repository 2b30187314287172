namespace HotGigs.Core.Reading.Flow;

/// <summary>How a stretch of text in a flowing document looks.</summary>
/// <param name="Size">In points; null when the file does not say.</param>
/// <param name="Color">0xRRGGBB; null for the automatic colour.</param>
/// <param name="Hidden">Why nobody sees it; null for visible text.</param>
internal readonly record struct FlowStyle(
    float? Size = null, bool Bold = false, bool Italic = false, int? Color = null, HiddenReason? Hidden = null);

/// <summary>One hyperlink; its identity holds its stretches together.</summary>
internal sealed class FlowLink(string target)
{
    public string Target => target;
}

internal readonly record struct FlowPart(string Text, FlowStyle Style, FlowLink? Link);

/// <summary>One line of a document without positions: a paragraph, or a part of one between line breaks.</summary>
internal sealed class FlowLine
{
    public List<FlowPart> Parts { get; init; } = [];

    /// <summary>A paragraph, cell or table begins here.</summary>
    public bool StartsBlock { get; set; }

    public int? HeadingLevel { get; set; }

    public bool ListItem { get; set; }

    public int Length => Parts.Sum(part => part.Text.Length);

    public bool IsBlank => Parts.All(part => string.IsNullOrWhiteSpace(part.Text));

    public string Text => string.Concat(Parts.Select(part => part.Text));
}
