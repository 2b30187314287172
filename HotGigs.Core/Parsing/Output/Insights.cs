using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Output;

/// <summary>Sentences made by rules from what was read; each points at the words it rests on.</summary>
internal static class Insights
{
    /// <summary>A gap worth a sentence, in months.</summary>
    private const int LongGap = 6;

    public static IReadOnlyList<Insight> From(ParsedResume resume, DateOnly asOf)
    {
        var found = new List<Insight>();
        if (resume.TotalExperienceMonths is { } months and > 0)
        {
            var dated = resume.Experience.Where(entry => entry.Start is not null).ToList();
            var length = months < 12 ? $"{months} months" : months / 12 == 1 ? "1 year" : $"{months / 12} years";
            found.Add(new Insight("career-length", $"{length} of experience in {dated.Count} dated {(dated.Count == 1 ? "role" : "roles")}.", Dates(dated)));
        }

        if (Level(resume) is { } level)
            found.Add(level);
        found.AddRange(Gaps(resume, asOf));
        var strongest = resume.Skills.Where(skill => skill.Months is > 0).OrderByDescending(skill => skill.Months).Take(3).ToList();
        if (strongest.Count > 0)
            found.Add(new Insight("strongest-skills", $"Longest used: {string.Join(", ", strongest.Select(skill => $"{skill.Name} ({skill.Months} months)"))}.", [.. strongest.Select(skill => skill.Spans[0])]));
        return found;
    }

    private static Insight? Level(ParsedResume resume)
    {
        var latest = resume.Experience.FirstOrDefault(entry => entry.Current is not null && entry.Title is not null) ?? resume.Experience.FirstOrDefault(entry => entry.Title is not null);
        if (latest?.Title is not { } title)
            return null;
        var words = Text.Folding.Fold(title.Value).Split([' ', '/', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        var level = words.Any(word => word is "chief" or "ceo" or "cto" or "cfo" or "coo" or "cio" or "president" or "vp" or "director" or "geschaftsfuhrer" or "directeur" or "gerente") ? "executive"
            : words.Any(word => word is "lead" or "principal" or "head" or "manager" or "leiter" or "leiterin" or "staff" or "architect") ? "lead"
            : words.Any(word => word is "senior" or "sr") ? "senior"
            : words.Any(word => word is "intern" or "trainee" or "praktikant" or "stagiaire" or "becario" or "apprentice" or "werkstudent") ? "entry"
            : words.Any(word => word is "junior" or "jr" or "graduate" or "assistant") ? "junior"
            : resume.TotalExperienceMonths is >= 84 ? "senior" : resume.TotalExperienceMonths is >= 24 ? "mid" : null;
        return level is null ? null : new Insight("level", $"Looks like {level} level.", title.Spans);
    }

    private static IEnumerable<Insight> Gaps(ParsedResume resume, DateOnly asOf)
    {
        var roles = resume.Experience.Where(entry => entry is { Start.Value.Month: not null } && (entry.Current is not null || entry.End?.Value.Month is not null))
            .Select(entry => (Entry: entry, Span: Intervals.Spans([entry], asOf)))
            .Where(role => role.Span.Count == 1)
            .OrderBy(role => role.Span[0].From)
            .ToList();
        var reached = int.MinValue;
        ExperienceEntry? before = null;
        foreach (var (entry, span) in roles)
        {
            var gap = span[0].From - reached;
            if (before is not null && gap > LongGap)
                yield return new Insight("gap", $"{gap} months between {before.End?.Value.ToString() ?? "an earlier role"} and {entry.Start!.Value}.", [.. before.End?.Spans ?? [], .. entry.Start!.Spans]);
            if (span[0].To <= reached)
                continue;
            reached = span[0].To;
            before = entry;
        }
    }

    private static IReadOnlyList<TextSpan> Dates(List<ExperienceEntry> entries) =>
        [.. entries.SelectMany(entry => (entry.Start?.Spans ?? []).Concat(entry.End?.Spans ?? []).Concat(entry.Current?.Spans ?? [])).Distinct()];
}
