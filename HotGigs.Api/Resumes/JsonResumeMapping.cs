using HotGigs.Contracts.Resumes;
using HotGigs.Core.Parsing;

namespace HotGigs.Api.Resumes;

/// <summary>From the parse as stored to the JSON Resume schema. What the parse does not know gets no key; nothing is filled in.</summary>
internal static class JsonResumeMapping
{
    internal const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    private const string Website = "website";

    internal static JsonResumeData ToJsonResume(this ParsedResume parsed) => new()
    {
        Schema = Schema,
        Basics = ToBasics(parsed),
        Work = List(parsed.Experience, ToWork),
        Volunteer = List(parsed.Volunteering, field => new JsonResumeVolunteer { Summary = field.Value }),
        Education = List(parsed.Education, ToEducation),
        Awards = List(parsed.Awards, field => new JsonResumeAward(field.Value)),
        Certificates = List(parsed.Certifications, field => new JsonResumeCertificate(field.Value)),
        Publications = List(parsed.Publications, field => new JsonResumePublication(field.Value)),
        Skills = List(parsed.Skills, skill => new JsonResumeSkill { Name = skill.Name, Level = skill.Proficiency?.Value }),
        Languages = List(parsed.Languages, language => new JsonResumeLanguage { Language = language.Name.Value, Fluency = language.Level?.Value }),
        Projects = List(parsed.Projects, field => new JsonResumeProject(field.Value)),
    };

    private static JsonResumeBasics? ToBasics(ParsedResume parsed)
    {
        var phone = parsed.Phones.Count > 0 ? parsed.Phones[0].Value : null;
        var site = parsed.Links.FirstOrDefault(link => link.Value.Kind == Website);
        var basics = new JsonResumeBasics
        {
            Name = parsed.FullName?.Value,
            Label = parsed.Headline?.Value,
            Email = parsed.Emails.Count > 0 ? parsed.Emails[0].Value : null,
            Phone = phone?.E164 ?? phone?.AsPrinted,
            Url = site?.Value.Url,
            Summary = parsed.Summary?.Value,
            Location = parsed.Location?.Value is { } place ? ToLocation(place) : null,
            Profiles = List([.. parsed.Links.Where(link => link != site)], link => ToProfile(link.Value)),
        };
        return basics == new JsonResumeBasics() ? null : basics;
    }

    private static JsonResumeLocation ToLocation(Place place) =>
        new() { Address = place.AsPrinted, City = place.City, Region = place.Region, CountryCode = place.Country };

    private static JsonResumeProfile ToProfile(WebLink link) => new()
    {
        Network = link.Kind switch
        {
            "linkedin" => "LinkedIn",
            "github" => "GitHub",
            _ => null,
        },
        Username = FindUsername(link),
        Url = link.Url,
    };

    /// <summary>linkedin.com/in/NAME and github.com/NAME; other addresses on those sites are no person's.</summary>
    private static string? FindUsername(WebLink link)
    {
        var written = link.Url.Contains("://", StringComparison.Ordinal) ? link.Url : "https://" + link.Url;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address))
            return null;
        return (link.Kind, Uri.UnescapeDataString(address.AbsolutePath).Trim('/').Split('/')) switch
        {
            ("linkedin", ["in", { Length: > 0 } name, ..]) => name,
            ("github", [{ Length: > 0 } name]) => name,
            _ => null,
        };
    }

    private static JsonResumeWork ToWork(ExperienceEntry entry)
    {
        var lines = entry.Description?.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return new JsonResumeWork
        {
            Name = entry.Company?.Value,
            Position = entry.Title?.Value,
            Location = entry.Location?.Value.AsPrinted,
            StartDate = entry.Start?.Value.ToString(),

            // No end date is how the schema says that a role goes on.
            EndDate = entry.Current is { Value: true } ? null : entry.End?.Value.ToString(),
            Summary = lines.Length == 1 ? lines[0] : null,
            Highlights = lines.Length > 1 ? lines : null,
        };
    }

    private static JsonResumeEducation ToEducation(EducationEntry entry) => new()
    {
        Institution = entry.Institution?.Value,
        Area = entry.FieldOfStudy?.Value,
        StudyType = entry.Degree?.Value,
        StartDate = entry.Start?.Value.ToString(),
        EndDate = entry.End?.Value.ToString(),
        Score = entry.Grade?.Value,
    };

    private static IReadOnlyList<TOut>? List<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, TOut> convert) =>
        items.Count == 0 ? null : [.. items.Select(convert)];
}
