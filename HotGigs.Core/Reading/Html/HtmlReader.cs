using System.Text;
using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Html;

/// <summary>Reads web pages: what is written on them, never what they point to or would run.</summary>
internal static class HtmlReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(FileFormat.Html, limits);
        builder.BeginPage();
        Write(Decode(content.Span), builder, cancellationToken);
        return builder.Build();
    }

    public static void Write(string html, DocumentBuilder builder, CancellationToken cancellationToken)
    {
        var writer = new FlowWriter(builder);
        writer.Write(ReadLines(html, builder, cancellationToken));
        writer.WriteLinkTargets();
    }

    /// <summary>The lines of a page; findings and its title go to the builder.</summary>
    public static List<FlowLine> ReadLines(string html, DocumentBuilder builder, CancellationToken cancellationToken) =>
        new HtmlFlow(html, builder).Read(cancellationToken);

    /// <summary>By byte order mark, then by what the page says of itself, then by what its bytes are.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2_048)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && !head.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) && !head.Contains('\0', StringComparison.Ordinal))
        {
            var name = head[(at + 8)..].TrimStart('"', '\'', ' ');
            var end = name.IndexOfAny(['"', '\'', ' ', ';', '>', '/']);
            if (end > 0 && CodePages.Get(name[..end]) is { } encoding)
                return encoding.GetString(bytes);
        }

        return PlainText.Decode(bytes) ?? Encoding.UTF8.GetString(bytes);
    }
}
