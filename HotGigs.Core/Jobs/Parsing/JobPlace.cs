using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Finds where the work is: behind a label, in the title's brackets, in the lines under the title, or behind "based in".</summary>
internal static partial class JobPlace
{
    /// <summary>Lines under the title in which a bare place may stand.</summary>
    private const int TopLines = 5;

    private const int LongestPlace = 60;

    public static IReadOnlyList<Field<Place>> Find(string text, IReadOnlyList<JobLine> lines)
    {
        foreach (JobLine line in lines)
        {
            Match label = Label().Match(line.Span.Quote(text));
            if (label.Success && Places(text, new(line.Span.Start + label.Groups[1].Index, label.Groups[1].Length), bare: true, 0.9) is { Count: > 0 } labelled)
                return labelled;
        }

        if (lines.Count > 0 && Brackets().Match(lines[0].Span.Quote(text)) is { Success: true } brackets
            && Places(text, new(lines[0].Span.Start + brackets.Groups[1].Index, brackets.Groups[1].Length), bare: true, 0.7) is { Count: > 0 } inTitle)
            return inTitle;

        foreach (JobLine line in lines.Take(TopLines))
        {
            if (line.Heading is null && line.Body.Length <= 120 && Places(text, line.Body, bare: false, 0.7) is { Count: > 0 } underTitle)
                return underTitle;
        }

        foreach (JobLine line in lines)
        {
            Match based = Based().Match(line.Span.Quote(text));
            if (based.Success && Places(text, new(line.Span.Start + based.Groups["place"].Index, based.Groups["place"].Length), bare: true, 0.6) is { Count: > 0 } told)
                return told;
        }

        return [];
    }

    /// <param name="bare">The context says that a place comes; otherwise a country or a state must prove it.</param>
    private static List<Field<Place>> Places(string text, TextSpan span, bool bare, double confidence)
    {
        var places = new List<Field<Place>>();
        foreach (Match part in Part().Matches(span.Quote(text)))
        {
            TextSpan where = WithoutTerms(text, JobLines.Trim(text, new(span.Start + part.Index, part.Length)));
            string printed = where.Quote(text);
            if (printed.Length is < 2 or > LongestPlace || !char.IsUpper(printed[0]) && !IsUnspaced(printed[0]) || NoPlace().IsMatch(printed))
                continue;
            Place place = Read(printed);
            if (bare || place.Country is not null)
                places.Add(new(place, [where], place.Country is null ? confidence - 0.1 : confidence));
        }

        return places;
    }

    /// <summary>"New York, hybrid" and "Full-time, Berlin": what is no place at either end is left out.</summary>
    private static TextSpan WithoutTerms(string text, TextSpan span)
    {
        while (span.Length > 0 && text.LastIndexOf(',', span.End - 1, span.Length) is >= 0 and int last && NoPlace().IsMatch(text.AsSpan(last..span.End)))
            span = JobLines.Trim(text, TextSpan.Between(span.Start, last));
        while (span.Length > 0 && text.IndexOf(',', span.Start, span.Length) is >= 0 and int first && NoPlace().IsMatch(text.AsSpan(span.Start..first)))
            span = JobLines.Trim(text, TextSpan.Between(first + 1, span.End));
        return span;
    }

    private static bool IsUnspaced(char c) => Skills.CharFolding.IsUnspaced(c);

    private static Place Read(string printed)
    {
        string[] parts = printed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return new(printed, null, null, null);
        string last = parts[^1];
        if (JobCountries.Code(last) is { } country)
            return new(printed, parts.Length > 1 ? parts[0] : null, parts.Length > 2 ? parts[1] : null, country);
        string state = last.Split(' ')[0];
        if (parts.Length > 1 && UnitedStates.Contains(state) && state.Length == 2)
            return new(printed, parts[0], state, "US");
        return new(printed, parts[0], parts.Length > 1 ? parts[1] : null, null);
    }

    private static readonly FrozenSet<string> UnitedStates = (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\W*(?:job location|work location|location|locations|office location|place of work|city|where|standort|arbeitsort|einsatzort|dienstort|ort|lieu|lieu de travail|localisation|ville|ubicación|lugar|lugar de trabajo|localidad|ciudad|locatie|standplaats|plaats|localização|local|sede|sede di lavoro|luogo|lokalizacja|miejsce pracy|konum|çalışma yeri|locație|ort|工作地点|勤務地)\s*[:：]\s*(\S.{0,150})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\(([^()]{3,60})\)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"\b(?:based in|located in|office in|offices in|position in|role in|am standort|in unserem büro in|an unserem standort in|basé à|située? à|poste basé à|con sede en|ubicad[oa] en|gevestigd in|standplaats is)\s+(?:the |downtown |our )?(?<place>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?:, \p{Lu}[\p{L}. ]{1,25})?)",
        RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Based();

    /// <summary>Places on one line are set apart by signs; a comma belongs to "City, Country".</summary>
    [GeneratedRegex(@"[^|·•;/()\t]+?(?=\s(?:or|oder|ou|o|and|und|-|–|—)\s|[|·•;/()\t]|$)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(remote|hybrid|on-?site|office|full[- ]?time|part[- ]?time|vollzeit|teilzeit|home ?office|m/w/d|w/m/d|m/f/d|f/m/d|m/f|h/f|f/h|all genders|gn|cdi|cdd|contract|permanent|temporary|days?|years?|level|salary|deutschlandweit|europaweit|flexible|anywhere|various|multiple)\b|\d{3,}",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NoPlace();
}
