using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Sections;

/// <summary>The lines under one heading; the lines before any heading make up a section of kind Unknown.</summary>
internal sealed record Section(SectionKind Kind, Slice? Heading, IReadOnlyList<ResumeLine> Lines)
{
    public ResumeSection? ToResult()
    {
        if (Lines.Count == 0)
            return Heading is { } alone ? new ResumeSection(Kind, alone.Span, alone.Span) : null;
        return new ResumeSection(Kind, Heading?.Span, TextSpan.Between(Lines[0].Content.Start, Lines[^1].Content.End));
    }
}
