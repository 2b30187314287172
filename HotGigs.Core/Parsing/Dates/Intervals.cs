namespace HotGigs.Core.Parsing.Dates;

/// <summary>Counts months over roles, overlaps once.</summary>
internal static class Intervals
{
    /// <summary>Months covered by the roles; null when none has usable dates.</summary>
    /// <remarks>A start without month counts from January, an end without month to December, but a role within one year without months counts half of it.</remarks>
    public static int? Months(IEnumerable<ExperienceEntry> roles, DateOnly asOf)
    {
        var spans = Spans(roles, asOf);
        if (spans.Count == 0)
            return null;
        var total = 0;
        var (from, to) = spans[0];
        foreach (var (start, end) in spans.Skip(1))
        {
            if (start > to)
            {
                total += to - from;
                (from, to) = (start, end);
            }
            else
            {
                to = Math.Max(to, end);
            }
        }

        return total + to - from;
    }

    public static PartialDate? LastEnd(IEnumerable<ExperienceEntry> roles, DateOnly asOf)
    {
        PartialDate? last = null;
        foreach (var role in roles)
        {
            var end = role.Current is not null ? new PartialDate(asOf.Year, asOf.Month) : role.End?.Value;
            if (end is { } date && (last is null || Index(date, 12) > Index(last.Value, 12)))
                last = date;
        }

        return last;
    }

    /// <summary>Dated roles as months since year 0, first month in, last month out; sorted by start.</summary>
    public static List<(int From, int To)> Spans(IEnumerable<ExperienceEntry> roles, DateOnly asOf)
    {
        var spans = new List<(int From, int To)>();
        foreach (var role in roles)
        {
            if (role.Start?.Value is not { } start || (role.End is null && role.Current is null))
                continue;
            var now = asOf.Year * 12 + asOf.Month;
            var from = Index(start, 1) - 1;
            var to = role.Current is not null ? now : Index(role.End!.Value, 12);
            if (role.Current is null && start.Month is null && role.End!.Value.Month is null)
                to = start.Year == role.End.Value.Year ? from + 6 : to - 12;
            to = Math.Min(to, now);
            if (to > from)
                spans.Add((from, to));
        }

        spans.Sort();
        return spans;
    }

    private static int Index(PartialDate date, int monthIfUnknown) => date.Year * 12 + (date.Month ?? monthIfUnknown);
}
