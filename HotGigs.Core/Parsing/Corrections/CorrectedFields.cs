using System.Globalization;
using System.Text.Json;

namespace HotGigs.Core.Parsing.Corrections;

/// <summary>Which fields a person may correct, and what a corrected value looks like.</summary>
public static class CorrectedFields
{
    public const int MaxTextLength = 10_000;
    public const int MaxItems = 200;

    private static readonly string[] Texts = ["fullName", "location", "headline", "summary"];
    private static readonly string[] Lists = ["emails", "phones", "links", "skills", "certifications", "publications", "projects", "volunteering", "awards"];

    private static readonly Dictionary<string, string[]> Rows = new(StringComparer.Ordinal)
    {
        ["experience"] = ["company", "title", "location", "start", "end", "current", "description"],
        ["education"] = ["institution", "degree", "field", "start", "end", "grade"],
        ["languages"] = ["name", "level"],
    };

    public static IReadOnlyList<string> All { get; } = [.. Texts, .. Lists, .. Rows.Keys];

    /// <returns>Null when the value fits the field; else what it should be.</returns>
    public static string? Problem(string field, JsonElement value)
    {
        if (!All.Contains(field, StringComparer.Ordinal))
            return $"There is no such field; correct {string.Join(", ", All)}.";
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (Texts.Contains(field, StringComparer.Ordinal))
            return IsText(value) ? null : "A text or null is expected.";
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MaxItems)
            return $"A list of at most {MaxItems} items or null is expected.";
        return Rows.TryGetValue(field, out var names)
            ? value.EnumerateArray().All(row => IsRow(row, names)) ? null : $"Each item is an object of {string.Join(", ", names)}; dates are YYYY or YYYY-MM."
            : value.EnumerateArray().All(IsText) ? null : "Each item is a text.";
    }

    /// <returns>Null for anything but <c>YYYY</c> or <c>YYYY-MM</c> between 1900 and 2100.</returns>
    internal static PartialDate? ParseDate(string? text)
    {
        if (text is not { Length: 4 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2100)
        {
            return null;
        }

        if (text.Length == 4)
            return new PartialDate(year, null);
        return text[4] == '-' && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? new PartialDate(year, month)
            : null;
    }

    private static bool IsRow(JsonElement row, string[] names) =>
        row.ValueKind == JsonValueKind.Object && row.EnumerateObject().All(property => names.Contains(property.Name, StringComparer.Ordinal)
            && (property.Value.ValueKind == JsonValueKind.Null || property.Name switch
            {
                "current" => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "start" or "end" => property.Value.ValueKind == JsonValueKind.String && ParseDate(property.Value.GetString()) is not null,
                _ => IsText(property.Value),
            }));

    private static bool IsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= MaxTextLength && !string.IsNullOrWhiteSpace(text);
}
