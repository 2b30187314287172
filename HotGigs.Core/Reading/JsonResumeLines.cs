using System.Text.Json;
using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading;

/// <summary>Writes the values of a JSON Resume as lines under English headings. Addresses of employers, schools and pictures are left out: they are not the person's.</summary>
internal sealed class JsonResumeLines(DocumentBuilder builder, CancellationToken cancellationToken)
{
    private const int NameLevel = 1;
    private const int HeadingLevel = 2;

    public void Write(JsonElement resume)
    {
        if (Get(resume, "basics") is { } basics)
            WriteBasics(basics);
        WriteEntries(resume, "work", "Experience", WriteRole);
        WriteEntries(resume, "education", "Education", WriteStudy);
        WriteEntries(resume, "skills", "Skills", WriteSkill);
        WriteEntries(resume, "projects", "Projects", entry => WriteEntry(entry, Join(", ", Text(entry, "name"), Text(entry, "entity")), "highlights"));
        WriteEntries(resume, "certificates", "Certificates", entry => WriteItem(Join(", ", Text(entry, "name"), Text(entry, "issuer"), Date(entry, "date"))));
        WriteEntries(resume, "languages", "Languages", entry => WriteItem(Leveled(Text(entry, "language"), Text(entry, "fluency"))));
        WriteEntries(resume, "publications", "Publications", entry =>
            WriteEntry(entry, Join(", ", Text(entry, "name"), Text(entry, "publisher"), Date(entry, "releaseDate")), null));
        WriteEntries(resume, "volunteer", "Volunteering", entry => WriteEntry(entry, Join(", ", Text(entry, "position"), Text(entry, "organization")), "highlights", goesOn: true));
        WriteEntries(resume, "awards", "Awards", entry => WriteEntry(entry, Join(", ", Text(entry, "title"), Text(entry, "awarder"), Date(entry, "date")), null));
        WriteEntries(resume, "interests", "Interests", WriteSkill);
        WriteEntries(resume, "references", "References", entry => WriteEntry(entry, Text(entry, "name"), null));
    }

    private void WriteBasics(JsonElement basics)
    {
        AddLine(Text(basics, "name"), NameLevel);
        AddLine(Text(basics, "label"));
        var location = Get(basics, "location") is { ValueKind: JsonValueKind.Object } found ? found : default;
        var place = Join(", ", Text(location, "city"), Text(location, "region"), Text(location, "countryCode")) ?? Text(location, "address");
        AddLine(Join(" | ", Text(basics, "email"), Text(basics, "phone"), place));
        AddAddress(Text(basics, "url") ?? Text(basics, "website"));
        foreach (var profile in List(basics, "profiles"))
        {
            if (Text(profile, "url") is { } url)
                AddAddress(url);
            else
                AddLine(Join(": ", Text(profile, "network"), Text(profile, "username")));
        }

        if (Text(basics, "summary") is { } summary)
        {
            WriteHeading("Summary");
            WriteParagraph(summary);
        }
    }

    /// <summary>Title and company on lines of their own, since either may have commas.</summary>
    private void WriteRole(JsonElement entry)
    {
        AddLine(Text(entry, "position"));
        WriteEntry(entry, Text(entry, "name") ?? Text(entry, "company"), "highlights", goesOn: true);
    }

    private void WriteStudy(JsonElement entry)
    {
        AddLine(Join(", ", Text(entry, "studyType"), Text(entry, "area")));
        AddLine(Text(entry, "institution"));
        AddLine(Period(entry, goesOn: false));
        if (Text(entry, "score") is { } score)
            AddLine(SaysWhatItIs(score) ? score : "Grade: " + score);
        WriteList(entry, "courses");
    }

    private void WriteSkill(JsonElement entry)
    {
        var keywords = Join(", ", [.. List(entry, "keywords").Select(Value)]);
        WriteItem(Join(": ", Leveled(Text(entry, "name"), Text(entry, "level")), keywords));
    }

    /// <param name="goesOn">The schema says by a missing end date that it goes on.</param>
    private void WriteEntry(JsonElement entry, string? title, string? list, bool goesOn = false)
    {
        AddLine(title);
        AddLine(Join("\t", Period(entry, goesOn), Text(entry, "location")));
        WriteParagraph(Text(entry, "summary") ?? Text(entry, "description") ?? Text(entry, "reference"));
        if (list is not null)
            WriteList(entry, list);
    }

    private void WriteEntries(JsonElement resume, string name, string heading, Action<JsonElement> write)
    {
        var written = false;
        foreach (var entry in List(resume, name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.ValueKind != JsonValueKind.Object || builder.Full)
                continue;
            if (!written)
                WriteHeading(heading);
            written = true;
            builder.BeginBlock();
            write(entry);
        }
    }

    private void WriteHeading(string heading)
    {
        builder.BeginBlock();
        AddLine(heading, HeadingLevel);
        builder.BeginBlock();
    }

    private void WriteParagraph(string? text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            AddLine(line.ToString());
    }

    private void WriteList(JsonElement entry, string name)
    {
        foreach (var item in List(entry, name))
            WriteItem(Value(item));
    }

    private void WriteItem(string? text)
    {
        if (text is not null)
            builder.AddLine([new LinePart(text)], listItem: true);
    }

    private void AddAddress(string? address)
    {
        if (address is null)
            return;
        var spans = builder.AddLine([new LinePart(address)]);
        if (spans is [{ } written] && LinkTargets.Accept(address) is { } target)
            builder.AddLink(target, written, written);
    }

    private void AddLine(string? text, int? headingLevel = null)
    {
        if (text is not null)
            builder.AddLine([new LinePart(text)], headingLevel: headingLevel);
    }

    private static string? Period(JsonElement entry, bool goesOn)
    {
        var start = Date(entry, "startDate");
        var end = Date(entry, "endDate");
        return Join(" - ", start, end ?? (goesOn && start is not null ? "Present" : null));
    }

    /// <summary>Without the day, which no résumé prints; other forms of dates stay as they are.</summary>
    private static string? Date(JsonElement entry, string name)
    {
        var date = Text(entry, name);
        return date is { Length: >= 10 } && date[4] == '-' && date[7] == '-' && (date.Length == 10 || date[10] == 'T') ? date[..7] : date;
    }

    /// <summary>"GPA 3.8", "Note: 1,3": a second label would hide the first.</summary>
    private static bool SaysWhatItIs(string score) => score.Contains(':', StringComparison.Ordinal) || score.Contains("GPA", StringComparison.OrdinalIgnoreCase);

    private static string? Leveled(string? name, string? level) => name is null || level is null ? name : $"{name} ({level})";

    private static string? Join(string separator, params string?[] parts)
    {
        var known = parts.Where(part => part is not null).ToList();
        return known.Count == 0 ? null : string.Join(separator, known);
    }

    private static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    private static JsonElement.ArrayEnumerator List(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) => Get(element, name) is { } found ? Value(found) : null;

    private static string? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };
}
