using System.Text.Json;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Reading;
using HotGigs.Core.Skills;

namespace HotGigs.Core.Parsing.Corrections;

/// <summary>Puts what people said over what the parser found. Pure: the same inputs give the same result.</summary>
public static class CorrectedResume
{
    /// <param name="text">The document's canonical text: a corrected value that stands in it points there.</param>
    /// <param name="corrections">Field and value as <see cref="CorrectedFields.Problem"/> accepts them.</param>
    /// <param name="asOf">"Today", for roles that go on.</param>
    public static ParsedResume Apply(
        ParsedResume parsed, string text, IEnumerable<(string Field, JsonElement Value)> corrections, DateOnly asOf)
    {
        foreach (var (field, value) in corrections)
            parsed = Apply(parsed, text, field, value.ValueKind == JsonValueKind.Null ? null : value);
        return parsed with { TotalExperienceMonths = Intervals.Months(parsed.Experience, asOf) };
    }

    private static ParsedResume Apply(ParsedResume parsed, string text, string field, JsonElement? value) => field switch
    {
        "fullName" => parsed with { FullName = Said(value, text) },
        "headline" => parsed with { Headline = Said(value, text) },
        "summary" => parsed with { Summary = Said(value, text) },
        "location" => parsed with { Location = PlaceOf(Said(value, text), parsed.Location) },
        "emails" => parsed with { Emails = SaidAll(value, text) },
        "phones" => parsed with { Phones = [.. SaidAll(value, text).Select(phone => Keep(phone, parsed.Phones, known => known.AsPrinted, said => new PhoneNumber(said, null)))] },
        "links" => parsed with { Links = [.. SaidAll(value, text).Select(link => Keep(link, parsed.Links, known => known.Url, said => new WebLink(said, "website")))] },
        "skills" => parsed with { Skills = [.. SaidAll(value, text).Select(skill => SkillOf(skill, parsed.Skills))] },
        "certifications" => parsed with { Certifications = SaidAll(value, text) },
        "publications" => parsed with { Publications = SaidAll(value, text) },
        "projects" => parsed with { Projects = SaidAll(value, text) },
        "volunteering" => parsed with { Volunteering = SaidAll(value, text) },
        "awards" => parsed with { Awards = SaidAll(value, text) },
        "experience" => parsed with { Experience = [.. RowsOf(value).Select(row => RoleOf(row, text))] },
        "education" => parsed with { Education = [.. RowsOf(value).Select(row => StudyOf(row, text))] },
        "languages" => parsed with
        {
            Languages = [.. RowsOf(value).Where(row => Get(row, "name") is not null)
                .Select(row => new SpokenLanguage(Said(Get(row, "name"), text)!, Said(Get(row, "level"), text)))],
        },
        _ => parsed,
    };

    private static ExperienceEntry RoleOf(JsonElement row, string text)
    {
        var company = Said(Get(row, "company"), text);
        var title = Said(Get(row, "title"), text);
        return new ExperienceEntry
        {
            Company = company,
            Title = title,
            Location = PlaceOf(Said(Get(row, "location"), text), null),
            Start = DateOf(row, "start"),
            End = DateOf(row, "end"),
            Current = Get(row, "current") is { ValueKind: JsonValueKind.True } ? new Field<bool>(true, [], 1) : null,
            Description = Said(Get(row, "description"), text),
            Span = SpanOf(title, company),
        };
    }

    private static EducationEntry StudyOf(JsonElement row, string text)
    {
        var institution = Said(Get(row, "institution"), text);
        var degree = Said(Get(row, "degree"), text);
        return new EducationEntry
        {
            Institution = institution,
            Degree = degree,
            FieldOfStudy = Said(Get(row, "field"), text),
            Start = DateOf(row, "start"),
            End = DateOf(row, "end"),
            Grade = Said(Get(row, "grade"), text),
            Span = SpanOf(institution, degree),
        };
    }

    /// <summary>What the parser knew of a skill the person keeps stays; a new one is looked up.</summary>
    private static SkillMention SkillOf(Field<string> said, IReadOnlyList<SkillMention> parsed)
    {
        var canonical = SkillDictionary.Default.Lookup(said.Value);
        var known = parsed.FirstOrDefault(skill =>
            (canonical is not null && skill.CanonicalId == canonical.Id) || string.Equals(skill.Name, said.Value, StringComparison.OrdinalIgnoreCase));
        return known is not null
            ? known with { Confidence = 1 }
            : new SkillMention
            {
                CanonicalId = canonical?.Id,
                Name = canonical?.Name ?? said.Value,
                Spans = said.Spans,
                Confidence = 1,
                Section = SectionKind.Skills,
            };
    }

    private static Field<T> Keep<T>(Field<string> said, IReadOnlyList<Field<T>> parsed, Func<T, string> name, Func<string, T> make) =>
        parsed.FirstOrDefault(known => string.Equals(name(known.Value), said.Value, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found with { Confidence = 1 }
            : new Field<T>(make(said.Value), said.Spans, 1);

    /// <summary>City, region and country stay only when the place is the one they were read from; else they are unknown.</summary>
    private static Field<Place>? PlaceOf(Field<string>? said, Field<Place>? parsed) =>
        said is null ? null
        : parsed is not null && parsed.Value.AsPrinted == said.Value ? parsed with { Confidence = 1 }
        : new Field<Place>(new Place(said.Value, null, null, null), said.Spans, 1);

    private static Field<PartialDate>? DateOf(JsonElement row, string name) =>
        CorrectedFields.ParseDate(Get(row, name)?.GetString()) is { } date ? new Field<PartialDate>(date, [], 1) : null;

    private static TextSpan SpanOf(Field<string>? first, Field<string>? second) =>
        first is { Spans: [var span, ..] } ? span : second is { Spans: [var other, ..] } ? other : default;

    private static IReadOnlyList<Field<string>> SaidAll(JsonElement? list, string text) =>
        list is null ? [] : [.. list.Value.EnumerateArray().Select(item => Said(item, text)!)];

    private static Field<string>? Said(JsonElement? value, string text)
    {
        if (value?.GetString()?.Trim() is not { Length: > 0 } said)
            return null;
        var start = text.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        return new Field<string>(said, start < 0 ? [] : [new TextSpan(start, said.Length)], 1);
    }

    private static IEnumerable<JsonElement> RowsOf(JsonElement? list) => list?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private static JsonElement? Get(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
