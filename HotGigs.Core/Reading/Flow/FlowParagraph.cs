namespace HotGigs.Core.Reading.Flow;

/// <summary>A paragraph while it is read: text in, lines out.</summary>
internal sealed class FlowParagraph
{
    private readonly List<FlowLine> _lines = [];
    private FlowLine _line = new();

    public int? HeadingLevel { get; set; }

    public bool ListItem { get; set; }

    /// <summary>Lines of text boxes anchored in the paragraph; they float, so they follow it.</summary>
    public List<FlowLine> Boxes { get; } = [];

    public void Append(string text, FlowStyle style, FlowLink? link = null)
    {
        if (text.Length == 0)
            return;
        if (_line.Parts.Count > 0 && _line.Parts[^1] is var last && last.Style == style && last.Link == link && last.Text.Length < 512)
            _line.Parts[^1] = last with { Text = last.Text + text };
        else
            _line.Parts.Add(new FlowPart(text, style, link));
    }

    /// <summary>A link without words, over a picture.</summary>
    public void AppendPictureLink(FlowLink link)
    {
        if (_line.Parts.Count == 0 || _line.Parts[^1].Link != link)
            _line.Parts.Add(new FlowPart("", default, link));
    }

    public void Break()
    {
        if (_line.Parts.Count > 0)
            _lines.Add(_line);
        _line = new FlowLine();
    }

    /// <summary>Hands the lines over and starts anew.</summary>
    public void MoveTo(List<FlowLine> lines)
    {
        Break();
        if (_lines.Count > 0)
        {
            _lines[0].StartsBlock = true;
            _lines[0].ListItem = ListItem;
            foreach (var line in _lines)
                line.HeadingLevel = HeadingLevel;
            lines.AddRange(_lines);
        }

        lines.AddRange(Boxes);
        _lines.Clear();
        Boxes.Clear();
        (HeadingLevel, ListItem) = (null, false);
    }
}
