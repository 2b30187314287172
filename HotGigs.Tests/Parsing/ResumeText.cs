using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Tests.Parsing;

/// <summary>Builds documents from plain lines: an empty line ends a block, "# " makes a heading in larger print, "* " a list item, a tab parts cells.</summary>
internal static class ResumeText
{
    public static readonly DateOnly AsOf = new(2025, 6, 15);

    public static Document Document(string text)
    {
        var builder = new DocumentBuilder(FileFormat.Text, ReadingLimits.Default);
        builder.BeginPage();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim().Length == 0)
            {
                builder.BeginBlock();
                continue;
            }

            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                builder.BeginBlock();
                builder.AddLine([new LinePart(line[2..], FontSize: 14, Bold: true)]);
                builder.BeginBlock();
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                builder.AddLine([new LinePart(line[3..], FontSize: 20, Bold: true)]);
            }
            else
            {
                builder.AddLine([new LinePart(line, FontSize: 10)], listItem: line.StartsWith("• ", StringComparison.Ordinal));
            }
        }

        return builder.Build();
    }

    public static ParsedResume Parse(string text) => ResumeParser.Parse(Document(text), AsOf);
}
