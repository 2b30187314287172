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
        // Truth lists what stands in skill sections; where a résumé has none, what the roles name.
        var items = resume.Skills.Where(skill => skill.Section == SectionKind.Skills).ToList();
        var listed = items.Where(skill => !items.Exists(other => other != skill && other.Spans[0].Start <= skill.Spans[0].Start && other.Spans[0].End >= skill.Spans[0].End)).ToList();
        var current = resume.Experience.FirstOrDefault(entry => entry.Current is not null) ?? (resume.Experience.Count > 0 ? resume.Experience[0] : null);
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
            ["skills"] = List(listed.Select(skill => string.Join(' ', skill.Spans[0].Quote(document.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))),
            ["certifications"] = List(resume.Certifications.Select(field => field.Value)),
            ["languages"] = List(resume.Languages.Select(language => language.Name.Value)),
        };
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
