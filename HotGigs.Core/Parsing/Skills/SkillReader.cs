using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Skills;

/// <summary>Brings together the skills a person lists and those the roles name.</summary>
internal static class SkillReader
{
    /// <summary>Places kept per skill.</summary>
    private const int MaxMentions = 100;

    public static (List<SkillMention> Skills, List<ExperienceEntry> Experience) Read(
        SourceText source, IReadOnlyList<Section> sections, List<ExperienceEntry> experience, DateOnly asOf)
    {
        var found = new Dictionary<string, Draft>(StringComparer.Ordinal);
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Skills))
        {
            var sentences = new List<Slice>();
            foreach (var item in SkillListReader.Read(section.Lines, sentences))
            {
                var canonical = SkillLookup.Whole(item.Text.Value);
                var key = canonical?.Id ?? "=" + Folding.Fold(item.Text.Value);
                var draft = Get(key, canonical?.Name ?? item.Text.Value, canonical?.Id, SectionKind.Skills);
                draft.Spans.Insert(draft.Listed++, item.Text.Span);
                draft.Level ??= item.Level is { } level ? new Field<string>(level.Value, [level.Span], 0.9) : null;
                if (canonical is null)
                    sentences.Add(item.Text);
            }

            foreach (var sentence in sentences)
                Search(sentence, SectionKind.Skills);
        }

        foreach (var section in sections.Where(section => section.Kind is SectionKind.Projects or SectionKind.Summary or SectionKind.Certifications))
        {
            foreach (var line in section.Lines)
                Search(line.Content, section.Kind);
        }

        var roles = new List<ExperienceEntry>(experience.Count);
        foreach (var entry in experience)
        {
            var named = SkillLookup.InText(source.Text, entry.Span);
            foreach (var (id, name, span) in named)
            {
                var draft = Get(id, name, id, SectionKind.Experience);
                AddMention(draft, span);
                draft.Roles.Add(entry);
            }

            roles.Add(entry with { Skills = [.. named.Select(skill => skill.Id).Distinct(StringComparer.Ordinal)] });
        }

        return ([.. found.Values.Select(draft => draft.Build(asOf))], roles);

        void Search(Slice text, SectionKind kind)
        {
            foreach (var (id, name, span) in SkillLookup.InText(source.Text, text.Span))
                AddMention(Get(id, name, id, kind), span);
        }

        Draft Get(string key, string name, string? id, SectionKind section)
        {
            if (!found.TryGetValue(key, out var draft))
                found[key] = draft = new Draft(name, id, section);
            return draft;
        }
    }

    private static void AddMention(Draft draft, TextSpan span)
    {
        if (draft.Spans.Count < MaxMentions && !draft.Spans.Exists(known => known.Start <= span.Start && known.End >= span.End))
            draft.Spans.Add(span);
    }

    private sealed class Draft(string name, string? id, SectionKind section)
    {
        public List<TextSpan> Spans { get; } = [];

        public int Listed { get; set; }

        public Field<string>? Level { get; set; }

        public HashSet<ExperienceEntry> Roles { get; } = new(ReferenceEqualityComparer.Instance);

        public SkillMention Build(DateOnly asOf) => new()
        {
            CanonicalId = id,
            Name = name,
            Spans = Spans,
            Confidence = (Listed > 0, id) switch { (true, not null) => 0.97, (true, null) => 0.75, _ => 0.85 },
            Section = Listed > 0 ? SectionKind.Skills : section,
            Months = Intervals.Months(Roles, asOf),
            LastUsed = Intervals.LastEnd(Roles, asOf),
            Proficiency = Level,
        };
    }
}
