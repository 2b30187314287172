using System.Text.Json.Nodes;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing;

/// <summary>Writes a parse in the JSON Resume schema, version 1.0.0 (jsonresume.org): keys without a value are left out.</summary>
public static class JsonResume
{
    public const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    public static JsonObject From(ParsedResume resume, Document document)
    {
        var root = new JsonObject { ["$schema"] = Schema, ["basics"] = Basics(resume) };
        AddList(root, "work", resume.Experience.Select(role => Work(role, document)));
        AddList(root, "volunteer", resume.Volunteering.Select(field => Named("organization", field.Value)));
        AddList(root, "education", resume.Education.Select(Study));
        AddList(root, "awards", resume.Awards.Select(field => Named("title", field.Value)));
        AddList(root, "certificates", resume.Certifications.Select(field => Named("name", field.Value)));
        AddList(root, "publications", resume.Publications.Select(field => Named("name", field.Value)));
        AddList(root, "skills", resume.Skills.Select(skill => With(Named("name", skill.Name), "level", skill.Proficiency?.Value)));
        AddList(root, "languages", resume.Languages.Select(language => With(Named("language", language.Name.Value), "fluency", language.Level?.Value)));
        AddList(root, "projects", resume.Projects.Select(field => Named("name", field.Value)));
        root["meta"] = new JsonObject { ["version"] = resume.ParserVersion };
        return root;
    }

    private static JsonObject Basics(ParsedResume resume)
    {
        var basics = new JsonObject();
        Set(basics, "name", resume.FullName?.Value);
        Set(basics, "label", resume.Headline?.Value);
        Set(basics, "email", resume.Emails.Count > 0 ? resume.Emails[0].Value : null);
        Set(basics, "phone", resume.Phones.Count > 0 ? resume.Phones[0].Value.E164 ?? resume.Phones[0].Value.AsPrinted : null);
        Set(basics, "url", resume.Links.FirstOrDefault(link => link.Value.Kind == "website")?.Value.Url);
        Set(basics, "summary", resume.Summary?.Value);
        if (resume.Location?.Value is { } place)
        {
            var location = Named("address", place.AsPrinted);
            Set(location, "city", place.City);
            Set(location, "region", place.Region);
            Set(location, "countryCode", place.Country);
            basics["location"] = location;
        }

        AddList(basics, "profiles", resume.Links.Where(link => link.Value.Kind != "website").Select(link => With(Named("network", link.Value.Kind), "url", link.Value.Url)));
        return basics;
    }

    private static JsonObject Work(ExperienceEntry role, Document document)
    {
        var work = new JsonObject();
        Set(work, "name", role.Company?.Value);
        Set(work, "position", role.Title?.Value);
        Set(work, "location", role.Location?.Value.AsPrinted);
        Set(work, "startDate", role.Start?.Value.ToString());

        // An open role has no end date; that is how the schema says "present".
        Set(work, "endDate", role.Current is null ? role.End?.Value.ToString() : null);
        AddList(work, "highlights", (role.Description?.Spans ?? []).Select(span => (JsonNode)JsonValue.Create(span.Quote(document.Text).Trim())));
        return work;
    }

    private static JsonObject Study(EducationEntry entry)
    {
        var study = new JsonObject();
        Set(study, "institution", entry.Institution?.Value);
        Set(study, "area", entry.FieldOfStudy?.Value);
        Set(study, "studyType", entry.Degree?.Value);
        Set(study, "startDate", entry.Start?.Value.ToString());
        Set(study, "endDate", entry.End?.Value.ToString());
        Set(study, "score", entry.Grade?.Value);
        return study;
    }

    private static JsonObject Named(string key, string value) => new() { [key] = value };

    private static JsonObject With(JsonObject node, string key, string? value)
    {
        Set(node, key, value);
        return node;
    }

    private static void Set(JsonObject node, string key, string? value)
    {
        if (value is not null)
            node[key] = value;
    }

    private static void AddList(JsonObject node, string key, IEnumerable<JsonNode> items)
    {
        var list = new JsonArray([.. items]);
        if (list.Count > 0)
            node[key] = list;
    }
}
