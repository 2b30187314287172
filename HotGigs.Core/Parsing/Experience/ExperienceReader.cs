using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>Reads the roles of experience sections.</summary>
internal static class ExperienceReader
{
    public static List<ExperienceEntry> Read(IEnumerable<Section> sections)
    {
        var entries = new List<ExperienceEntry>();
        foreach (var section in sections)
            entries.AddRange(ReadSection(section.Lines));
        return entries;
    }

    public static List<ExperienceEntry> ReadSection(IReadOnlyList<ResumeLine> lines)
    {
        var roles = EntryCutter.Cut(lines);
        var parts = roles.Select(role => HeaderReader.Read(role.Header)).ToList();
        var margins = parts.Select(part => Assignment.Make(part, 0).TitleFirst).ToList();
        var vote = margins.Count == 0 ? 0 : Math.Clamp(margins.Sum() / margins.Count * 2, -1, 1);
        var entries = new List<ExperienceEntry>(roles.Count);
        Slice? employer = null;
        for (var i = 0; i < roles.Count; i++)
        {
            var made = Assignment.Make(parts[i], vote);

            // Only a company and a date, then roles that name none: the company heads them all.
            if (made.Title is null && made.Company is not null && roles[i].Body.Count == 0 && i + 1 < roles.Count
                && Assignment.Make(parts[i + 1], vote) is { Title: not null, Company: null })
            {
                employer = made.Company;
                continue;
            }

            if (made.Company is null && made.Title is not null && employer is not null && parts[i].Pieces.Count == 1)
                made = made with { Company = employer };
            else if (made.Company is not null)
                employer = made.Company;
            if (made.Title is null && made.Company is null && roles[i].Date is null)
                continue;
            entries.Add(ToEntry(roles[i], made));
        }

        return entries;
    }

    private static ExperienceEntry ToEntry(RoleLines role, Assignment made)
    {
        var date = role.Date;
        var last = role.Body.Count > 0 ? role.Body[^1] : role.Header[^1];
        var start = role.Header.Min(line => line.Content.Start);
        return new ExperienceEntry
        {
            Company = ToField(made.Company, made.Confidence),
            Title = ToField(made.Title, made.Confidence),
            Location = made.Place is { } place && PlaceReader.Read(place) is { } read ? new Field<Place>(read, [place.Span], 0.8) : null,
            Start = ToField(date?.Start ?? (date?.Present is null ? date?.End : null)),
            End = ToField(date?.End),
            Current = date?.Present is { } present ? new Field<bool>(true, [present], 0.95) : null,
            Description = Describe(role.Body),
            Span = TextSpan.Between(start, Math.Max(last.Content.End, role.Header.Max(line => line.Content.End))),
        };
    }

    public static Field<string>? ToField(Slice? slice, double confidence) =>
        slice is { IsEmpty: false } text ? new Field<string>(text.Value, [text.Span], confidence) : null;

    public static Field<PartialDate>? ToField(FoundDate? date) =>
        date is { } found ? new Field<PartialDate>(found.Date, [found.Span], found.Date.Month is null ? 0.85 : 0.95) : null;

    private static Field<string>? Describe(IReadOnlyList<ResumeLine> body) => body.Count == 0
        ? null
        : new Field<string>(string.Join('\n', body.Select(line => line.Value)), [.. body.Select(line => line.Content.Span)], 0.8);
}
