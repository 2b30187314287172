using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Education;
using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Lists;
using HotGigs.Core.Parsing.Output;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Skills;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing;

/// <summary>Reads a résumé's fields from a document by rules. Pure: the same document and date give the same parse.</summary>
public static class ResumeParser
{
    /// <summary>Grows with every change that can change a parse.</summary>
    public const string Version = "1";

    /// <param name="asOf">The day "present" means; months and open roles are counted to it.</param>
    public static ParsedResume Parse(Document document, DateOnly asOf)
    {
        var source = new SourceText(document.Text);
        var lines = LineReader.Read(document, source);
        var sections = SectionCutter.Cut([.. lines.Where(line => line.Line.Kind != LineKind.HeaderOrFooter)]);
        var contact = ContactReader.Read(document, source, lines, sections);
        var experience = Experience(sections);
        var (skills, roles) = SkillReader.Read(source, sections, experience, asOf);
        var parsed = new ParsedResume
        {
            ParserVersion = Version,
            Language = document.Language ?? LanguageGuess.Of(source),
            FullName = contact.Name,
            Emails = contact.Emails,
            Phones = contact.Phones,
            Location = contact.Location,
            Links = contact.Links,
            Headline = contact.Headline,
            Summary = Summary(sections),
            Experience = roles,
            Education = EducationReader.Read(Of(SectionKind.Education)),
            Skills = skills,
            Certifications = ItemReader.Certificates(Of(SectionKind.Certifications)),
            Languages = LanguageReader.Read(sections),
            Publications = ItemReader.Titles(Of(SectionKind.Publications)),
            Projects = ItemReader.Titles(Of(SectionKind.Projects)),
            Volunteering = ItemReader.Titles(Of(SectionKind.Volunteering)),
            Awards = ItemReader.Titles(Of(SectionKind.Awards)),
            TotalExperienceMonths = Intervals.Months(roles, asOf),
            Sections = [.. sections.Select(section => section.ToResult()).OfType<ResumeSection>()],
        };
        parsed = parsed with { Insights = Insights.From(parsed, asOf) };
        return parsed with { Findings = QualityFindings.From(parsed, document) };

        IEnumerable<Section> Of(SectionKind kind) => sections.Where(section => section.Kind == kind);
    }

    /// <summary>Roles from experience sections; where there are none, from volunteer work, then from a page without headings.</summary>
    private static List<ExperienceEntry> Experience(IReadOnlyList<Section> sections)
    {
        foreach (var kind in (ReadOnlySpan<SectionKind>)[SectionKind.Experience, SectionKind.Volunteering])
        {
            var entries = ExperienceReader.Read(sections.Where(section => section.Kind == kind));
            if (entries.Count > 0)
                return entries;
        }

        var loose = sections.Where(section => section.Kind == SectionKind.Unknown).ToList();
        var found = ExperienceReader.Read(loose).Where(entry => entry is { Title: not null, Start: not null } && (entry.End is not null || entry.Current is not null)).ToList();
        return found.Count >= 2 ? found : [];
    }

    private static Field<string>? Summary(IReadOnlyList<Section> sections)
    {
        var section = sections.FirstOrDefault(candidate => candidate.Kind == SectionKind.Summary && candidate.Lines.Count > 0);
        return section is null
            ? null
            : new Field<string>(string.Join('\n', section.Lines.Select(line => line.Value)), [.. section.Lines.Select(line => line.Content.Span)], 0.85);
    }
}
