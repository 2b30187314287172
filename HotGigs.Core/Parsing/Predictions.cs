using System.Text.Json;
using System.Text.Json.Nodes;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing;

/// <summary>Writes a parse in the shape <c>score_parsing.py</c> compares with hand-made truth.</summary>
public static class Predictions
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(ParsedResume resume, Document document) => ToNode(resume, document).ToJsonString(Indented);

    private static JsonObject ToNode(ParsedResume resume, Document document)
    {
        var current = resume.Experience.FirstOrDefault(entry => entry is { Current: not null, Title: not null });
        return new JsonObject
        {
            ["full_name"] = resume.FullName?.Value,
            ["emails"] = List(resume.Emails.Select(email => email.Value)),
            ["phones"] = List(resume.Phones.Select(phone => phone.Value.AsPrinted)),
            ["location"] = resume.Location?.Value.AsPrinted,
            ["links"] = List(resume.Links.Select(link => link.Value.Url)),
            ["headline"] = resume.Headline?.Value,
            ["current_title"] = current?.Title?.Value,
            ["experience"] = new JsonArray([.. resume.Experience.Select(Role)]),
            ["education"] = new JsonArray([.. resume.Education.Select(Study)]),
            ["skills"] = List(Listed(resume, document)),
            ["certifications"] = List(resume.Certifications.Select(field => field.Value)),
            ["languages"] = List(resume.Languages.Select(language => language.Name.Value)),
        };
    }

    /// <summary>Truth lists what stands in skill sections, as it is written there.</summary>
    private static IEnumerable<string> Listed(ParsedResume resume, Document document)
    {
        var bodies = resume.Sections.Where(section => section.Kind == SectionKind.Skills).Select(section => section.Body).ToList();
        var spans = resume.Skills.SelectMany(skill => skill.Spans)
            .Where(span => bodies.Exists(body => span.Start >= body.Start && span.End <= body.End))
            .Distinct()
            .OrderBy(span => span.Start)
            .ToList();
        return spans
            .Where(span => !spans.Exists(other => other != span && other.Start <= span.Start && other.End >= span.End))
            .Select(span => string.Join(' ', span.Quote(document.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static JsonNode Role(ExperienceEntry entry) => new JsonObject
    {
        ["company"] = entry.Company?.Value,
        ["title"] = entry.Title?.Value,
        ["start"] = entry.Start?.Value.ToString(),
        ["end"] = entry.Current is not null ? "present" : entry.End?.Value.ToString(),
        ["location"] = entry.Location?.Value.AsPrinted,
    };

    private static JsonNode Study(EducationEntry entry) => new JsonObject
    {
        ["institution"] = entry.Institution?.Value,
        ["degree"] = entry.Degree?.Value,
        ["field"] = entry.FieldOfStudy?.Value,
        ["end_year"] = entry.End?.Value.Year,
    };

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
}
