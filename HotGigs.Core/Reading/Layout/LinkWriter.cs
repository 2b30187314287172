namespace HotGigs.Core.Reading.Layout;

/// <summary>Ties the links of a page to the words under them, and writes out addresses that the page does not show.</summary>
internal sealed class LinkWriter
{
    /// <summary>Links on one page; more are a site map.</summary>
    private const int MaxLinks = 200;

    private readonly Dictionary<string, TextSpan?> _seen = new(StringComparer.Ordinal);

    /// <param name="pageStart">Where the page's text starts.</param>
    public void Write(IReadOnlyList<SourceLink> links, IReadOnlyList<WrittenWord> words, int pageStart, DocumentBuilder builder)
    {
        if (links.Count == 0)
            return;
        var text = builder.TextFrom(pageStart);
        builder.BeginBlock();
        foreach (var link in links.Take(MaxLinks))
        {
            if (LinkAddress.From(link.Target) is not { } address)
                continue;
            if (!_seen.TryGetValue(address.Key, out var written))
            {
                written = address.FindIn(text, pageStart)
                    ?? (builder.AddLine([new LinePart(address.Written, link.Box)], LineKind.LinkTarget) is [var span] ? span : null);
                _seen.Add(address.Key, written);
            }

            builder.AddLink(address.Target, LabelUnder(link.Box, words), written, link.Box);
        }
    }

    /// <summary>The first unbroken run of words whose centres lie under the link.</summary>
    private static TextSpan? LabelUnder(Box box, IReadOnlyList<WrittenWord> words)
    {
        const float Slack = 1;
        var area = new Box(box.X - Slack, box.Y - Slack, box.Width + 2 * Slack, box.Height + 2 * Slack);
        TextSpan? label = null;
        foreach (var word in words)
        {
            if (area.HoldsCentreOf(word.Word.Printed))
                label = label is { } span ? TextSpan.Between(span.Start, word.Span.End) : word.Span;
            else if (label is not null)
                break;
        }

        return label;
    }
}
