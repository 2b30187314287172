using System.Text;

namespace HotGigs.Core.Reading.Flow;

/// <summary>Writes lines of a flowing document into the <see cref="DocumentBuilder"/>: links, list items and hidden text included.</summary>
internal sealed class FlowWriter(DocumentBuilder builder)
{
    /// <summary>A line costs more memory than its letters; a document of a million one-letter lines is an attack.</summary>
    private const int MaxLines = 200_000;

    private const int MaxLinks = 2_000;

    private readonly List<FlowLink> _unwritten = [];
    private readonly Dictionary<FlowLink, TextSpan?> _labels = [];
    private int _lines;
    private int _links;

    /// <summary>False where a picture or shape may lie behind the text, so that its colour says nothing.</summary>
    public bool TrustBackground { get; init; } = true;

    public void Write(IEnumerable<FlowLine> lines, LineKind kind = LineKind.Text)
    {
        foreach (var line in lines)
        {
            if (builder.Full)
                return;
            Write(line, kind);
        }
    }

    /// <summary>Writes out the addresses that no words show, so that they can be pointed at.</summary>
    public void WriteLinkTargets()
    {
        builder.BeginBlock();
        foreach (var group in _unwritten.GroupBy(link => link.Target))
        {
            var spans = builder.AddLine([new LinePart(LinkTargets.Display(group.Key))], LineKind.LinkTarget);
            foreach (var link in group)
                builder.AddLink(link.Target, _labels.GetValueOrDefault(link), spans.Count > 0 ? spans[0] : null);
        }

        _unwritten.Clear();
    }

    private void Write(FlowLine line, LineKind kind)
    {
        if (line.StartsBlock)
            builder.BeginBlock();
        var visible = WithoutHidden(line);
        if (visible.TrueForAll(part => string.IsNullOrWhiteSpace(part.Text)))
        {
            AddLinks(visible, []);
            return;
        }

        if (++_lines > MaxLines)
        {
            if (_lines == MaxLines + 1)
                builder.Warn(ReadingWarningKind.TextLimit);
            return;
        }

        var parts = new List<LinePart>(visible.Count);
        foreach (var part in visible)
            parts.Add(new LinePart(part.Text, null, part.Style.Size, part.Style.Bold, part.Style.Italic, part.Style.Color));
        var spans = builder.AddLine(parts, kind, line.HeadingLevel, line.ListItem || ListMarks.StartsWithMark(line.Text));
        AddLinks(visible, spans);
    }

    private List<FlowPart> WithoutHidden(FlowLine line)
    {
        if (!line.Parts.Exists(part => part.Style.Hidden is not null))
            return line.Parts;
        var visible = new List<FlowPart>(line.Parts.Count);
        var hidden = new StringBuilder();
        HiddenReason? reason = null;
        foreach (var part in line.Parts)
        {
            var why = part.Style.Hidden == HiddenReason.SameColorAsBackground && !TrustBackground ? null : part.Style.Hidden;
            if (why != reason && reason is { } ended)
            {
                builder.AddHidden(hidden.ToString(), ended);
                hidden.Clear();
            }

            reason = why;
            if (why is null)
                visible.Add(part);
            else
                hidden.Append(part.Text);
        }

        if (reason is { } last)
            builder.AddHidden(hidden.ToString(), last);
        return visible;
    }

    private void AddLinks(List<FlowPart> parts, IReadOnlyList<TextSpan?> spans)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Link is not { } link)
                continue;
            var first = i;
            while (i + 1 < parts.Count && parts[i + 1].Link == link)
                i++;
            Add(link, LabelOf(spans, first, i), string.Concat(parts.Skip(first).Take(i + 1 - first).Select(part => part.Text)));
        }
    }

    private void Add(FlowLink link, TextSpan? label, string words)
    {
        if (++_links > MaxLinks)
            return;
        if (label is { } span && LinkTargets.Shows(words, link.Target))
        {
            builder.AddLink(link.Target, span, span);
            return;
        }

        if (!_labels.TryAdd(link, label))
            _labels[link] ??= label;
        else
            _unwritten.Add(link);
    }

    private static TextSpan? LabelOf(IReadOnlyList<TextSpan?> spans, int first, int last)
    {
        TextSpan? label = null;
        for (var i = first; i <= last && i < spans.Count; i++)
        {
            if (spans[i] is { } span)
                label = label is { } begun ? TextSpan.Between(begun.Start, span.End) : span;
        }

        return label;
    }
}
