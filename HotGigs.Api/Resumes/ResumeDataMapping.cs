using HotGigs.Contracts.Common;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Api.Resumes;

/// <summary>From the parse as stored to the parse as answered. One direction, no rules.</summary>
internal static class ResumeDataMapping
{
    internal static ResumeData ToData(this ParsedResume parsed, Guid resumeId, IReadOnlyList<string> corrected) => new()
    {
        ResumeId = resumeId,
        ParserVersion = parsed.ParserVersion,
        Corrected = corrected,
        Language = parsed.Language,
        Contact = new ResumeContact(
            ToEvidence(parsed.FullName),
            ToEvidence(parsed.Emails),
            [.. parsed.Phones.Select(phone => ToEvidence(phone, value => new ResumePhone(value.AsPrinted, value.E164))!)],
            ToPlace(parsed.Location),
            [.. parsed.Links.Select(link => ToEvidence(link, value => new ResumeLink(value.Url, value.Kind))!)]),
        Headline = ToEvidence(parsed.Headline),
        Summary = ToEvidence(parsed.Summary),
        Experience = [.. parsed.Experience.Select(ToExperience)],
        Education = [.. parsed.Education.Select(ToEducation)],
        Skills = [.. parsed.Skills.Select(ToSkill)],
        Certifications = ToEvidence(parsed.Certifications),
        Languages = [.. parsed.Languages.Select(language => new ResumeLanguage(ToEvidence(language.Name)!, ToEvidence(language.Level)))],
        Publications = ToEvidence(parsed.Publications),
        Projects = ToEvidence(parsed.Projects),
        Volunteering = ToEvidence(parsed.Volunteering),
        Awards = ToEvidence(parsed.Awards),
        TotalExperienceMonths = parsed.TotalExperienceMonths,
        Insights = [.. parsed.Insights.Select(insight => new ResumeInsight(insight.Code, insight.Text, ToSpans(insight.Spans)))],
        Findings = [.. parsed.Findings.Select(finding =>
            new ResumeFinding(finding.Code, ToCamel(finding.Severity), finding.Advice, ToSpans(finding.Spans)))],
    };

    internal static Span ToSpan(this TextSpan span) => new(span.Start, span.Length);

    internal static string ToCamel(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static ResumeExperience ToExperience(ExperienceEntry entry) => new(
        ToEvidence(entry.Company), ToEvidence(entry.Title), ToPlace(entry.Location), ToDate(entry.Start), ToDate(entry.End),
        ToEvidence(entry.Current, value => value), ToEvidence(entry.Description), entry.Skills, entry.Span.ToSpan());

    private static ResumeEducation ToEducation(EducationEntry entry) => new(
        ToEvidence(entry.Institution), ToEvidence(entry.Degree), entry.Level is { } level ? ToCamel(level) : null,
        ToEvidence(entry.FieldOfStudy), ToDate(entry.Start), ToDate(entry.End), ToEvidence(entry.Grade), entry.Span.ToSpan());

    private static ResumeSkill ToSkill(SkillMention skill) => new(
        skill.CanonicalId, skill.Name, skill.Confidence, ToCamel(skill.Section), skill.Months, skill.LastUsed?.ToString(),
        ToEvidence(skill.Proficiency), ToSpans(skill.Spans));

    private static Evidence<ResumePlace>? ToPlace(Field<Place>? field) =>
        ToEvidence(field, place => new ResumePlace(place.AsPrinted, place.City, place.Region, place.Country));

    private static Evidence<string>? ToDate(Field<PartialDate>? field) => ToEvidence(field, date => date.ToString());

    private static Evidence<string>? ToEvidence(Field<string>? field) => ToEvidence(field, value => value);

    private static IReadOnlyList<Evidence<string>> ToEvidence(IReadOnlyList<Field<string>> fields) =>
        [.. fields.Select(field => ToEvidence(field)!)];

    private static Evidence<TOut>? ToEvidence<TIn, TOut>(Field<TIn>? field, Func<TIn, TOut> convert) =>
        field is null ? null : new Evidence<TOut>(convert(field.Value), field.Confidence, ToSpans(field.Spans));

    private static IReadOnlyList<Span> ToSpans(IReadOnlyList<TextSpan> spans) => [.. spans.Select(ToSpan)];
}
