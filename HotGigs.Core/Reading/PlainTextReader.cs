using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading;

/// <summary>Reads plain text: lines as they are, blocks between blank lines.</summary>
internal static class PlainTextReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var text = PlainText.Decode(content.Span) ?? throw new ReadingException(ReadingFailure.TypeMismatch, "The bytes are no text.");
        var builder = new DocumentBuilder(FileFormat.Text, limits);
        builder.BeginPage();
        var writer = new FlowWriter(builder);
        var startsBlock = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.IsWhiteSpace())
            {
                startsBlock = true;
                continue;
            }

            writer.Write([new FlowLine { StartsBlock = startsBlock, Parts = { new FlowPart(line.ToString(), default, null) } }]);
            startsBlock = false;
        }

        return builder.Build();
    }
}
