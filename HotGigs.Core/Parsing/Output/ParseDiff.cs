namespace HotGigs.Core.Parsing.Output;

/// <summary>What two parses of one file say differently, field by field and without spans.</summary>
public static class ParseDiff
{
    /// <returns>Only the fields that differ.</returns>
    public static IReadOnlyList<(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After)> Between(ParsedResume before, ParsedResume after) =>
        [.. Fields(before).Zip(Fields(after), (a, b) => (a.Field, Before: a.Values, After: b.Values)).Where(pair => !pair.Before.SequenceEqual(pair.After, StringComparer.Ordinal))];

    private static IEnumerable<(string Field, IReadOnlyList<string> Values)> Fields(ParsedResume parsed)
    {
        yield return ("language", One(parsed.Language));
        yield return ("fullName", One(parsed.FullName?.Value));
        yield return ("emails", All(parsed.Emails));
        yield return ("phones", [.. parsed.Phones.Select(phone => phone.Value.E164 ?? phone.Value.AsPrinted)]);
        yield return ("location", One(parsed.Location?.Value.AsPrinted));
        yield return ("links", [.. parsed.Links.Select(link => link.Value.Url)]);
        yield return ("headline", One(parsed.Headline?.Value));
        yield return ("summary", One(parsed.Summary?.Value));
        yield return ("experience", [.. parsed.Experience.Select(role => Row(
            role.Title?.Value, role.Company?.Value, role.Start?.Value.ToString(), role.Current is { Value: true } ? "present" : role.End?.Value.ToString()))]);
        yield return ("education", [.. parsed.Education.Select(study => Row(
            study.Degree?.Value, study.FieldOfStudy?.Value, study.Institution?.Value, study.End?.Value.ToString()))]);
        yield return ("skills", [.. parsed.Skills.Select(skill => skill.Name).Order(StringComparer.Ordinal)]);
        yield return ("certifications", All(parsed.Certifications));
        yield return ("languages", [.. parsed.Languages.Select(language => Row(language.Name.Value, language.Level?.Value))]);
        yield return ("publications", All(parsed.Publications));
        yield return ("projects", All(parsed.Projects));
        yield return ("volunteering", All(parsed.Volunteering));
        yield return ("awards", All(parsed.Awards));
    }

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static IReadOnlyList<string> All(IReadOnlyList<Field<string>> fields) => [.. fields.Select(field => field.Value)];

    private static string Row(params string?[] values) => string.Join(" | ", values.Select(value => value ?? "-"));
}
