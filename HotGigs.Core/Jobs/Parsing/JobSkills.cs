using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Core.Skills;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Reads the skills a job names, how much each is needed, and the years asked for in it.</summary>
internal sealed class JobSkills(SkillDictionary dictionary, string text)
{
    /// <summary>Words of a listed item the dictionary does not know; longer ones are sentences.</summary>
    private const int LongestUnknown = 4;

    /// <summary>Words of a requirement that is still a name or two, not a story.</summary>
    private const int LongestTerse = 14;

    /// <summary>Characters; a longer "list" is no list.</summary>
    private const int LongestList = 2_000;

    private readonly Dictionary<string, Found> _found = new(StringComparer.OrdinalIgnoreCase);

    private sealed class Found
    {
        public required string? Id { get; init; }
        public required string Name { get; init; }
        public required SkillClass Class { get; set; }
        public Necessity Necessity { get; set; }
        public double Confidence { get; set; }
        public List<TextSpan> Spans { get; } = [];
        public Field<YearRange>? Years { get; set; }
    }

    /// <param name="left">Stretches that are not read: boilerplate and orders.</param>
    public IReadOnlyList<SkillRequirement> Read(IReadOnlyList<JobLine> lines, IReadOnlyList<Boilerplate> left)
    {
        foreach (JobLine line in lines)
        {
            if (line.Body.Length > 0 && line.Kind < JobSectionKind.Benefits)
                ReadLine(line, left);
        }

        return
        [
            .. _found.Values.OrderBy(f => f.Spans.Min(s => s.Start))
                .Select(f => new SkillRequirement(f.Id, f.Name, f.Necessity, f.Class, f.Spans, f.Confidence, f.Years)),
        ];
    }

    private void ReadLine(JobLine line, IReadOnlyList<Boilerplate> left)
    {
        bool requirement = line.Kind is JobSectionKind.Must or JobSectionKind.Profile or JobSectionKind.Nice or JobSectionKind.Skills;
        foreach (TextSpan sentence in JobLines.Sentences(text, line.Body))
        {
            if (left.Any(b => b.Span.Start < sentence.End && sentence.Start < b.Span.End))
                continue;
            SkillReading reading = requirement && IsList(sentence) ? SkillReading.List : SkillReading.Running;

            // Judged over the whole sentence: in "Python required, Go a plus" Python is what makes Go a skill.
            IReadOnlyList<SkillMatch> matches = dictionary.FindAll(text, sentence, reading);
            HashSet<TextSpan> counted = [.. SkillContext.Counting(text, matches, reading).Select(m => m.Span)];

            // A short requirement is about skills, so ambiguous and generic words count in it; elsewhere only in their context.
            bool terse = requirement && Words(sentence) <= LongestTerse;
            SkillMatch[] named = [.. matches.Where(m => counted.Contains(m.Span) || terse)];
            foreach (TextSpan clause in JobCues.Clauses(text, sentence))
                ReadClause(clause, sentence, line.Kind, named.Where(m => m.Span.Start >= clause.Start && m.Span.End <= clause.End));
            if (reading == SkillReading.List || (requirement && line.ListItem))
                KeepUnknown(sentence, line.Kind, matches);
        }
    }

    private void ReadClause(TextSpan clause, TextSpan sentence, JobSectionKind kind, IEnumerable<SkillMatch> matches)
    {
        Necessity? said = JobCues.Of(text.AsSpan(clause.Start, clause.Length));
        List<YearsMention> years = JobYears.Find(text, clause);
        Necessity bySection = JobCues.OfSection(kind);

        // Years asked for are a demand, unless the section or the clause makes them a wish.
        Necessity necessity = said is { } cue && !(cue == Necessity.Must && bySection == Necessity.Nice) ? cue
            : years.Count > 0 && bySection == Necessity.Unmarked && JobYears.SpeaksOfExperience(text.AsSpan(sentence.Start, sentence.Length)) ? Necessity.Must
            : bySection;
        double confidence = said is not null || kind is JobSectionKind.Must or JobSectionKind.Nice ? 0.9 : necessity == Necessity.Unmarked ? 0.7 : 0.75;

        foreach (SkillMatch match in matches)
        {
            double sure = match.Class switch { SkillClass.Distinctive => confidence, SkillClass.Ambiguous => confidence - 0.1, _ => confidence - 0.4 };
            Add(match.SkillId, match.Name, match.Class, necessity, sure, match.Span, YearsFor(match.Span, years));
        }
    }

    /// <summary>The years that stand nearest before a skill, or right behind it ("Python (5 years)").</summary>
    private static Field<YearRange>? YearsFor(TextSpan skill, List<YearsMention> years)
    {
        YearsMention? nearest = null;
        foreach (YearsMention mention in years)
        {
            if (mention.Span.End <= skill.Start || (nearest is null && mention.Span.Start >= skill.End && mention.Span.Start - skill.End <= 4))
                nearest = mention;
        }

        return nearest is { } found ? new(found.Years, [found.Span], 0.8) : null;
    }

    private void Add(string? id, string name, SkillClass skillClass, Necessity necessity, double confidence, TextSpan span, Field<YearRange>? years)
    {
        if (!_found.TryGetValue(id ?? name, out Found? there))
            _found.Add(id ?? name, there = new() { Id = id, Name = name, Class = skillClass, Necessity = necessity, Confidence = confidence });
        bool decides = necessity > there.Necessity || there.Spans.Count == 0;
        if (decides)
            (there.Necessity, there.Confidence) = (necessity, confidence);
        if (skillClass < there.Class)
            there.Class = skillClass;
        there.Spans.Insert(decides ? 0 : there.Spans.Count, span);
        if (years is not null && (there.Years is null || (years.Value.Min ?? 0) > (there.Years.Value.Min ?? 0)))
            there.Years = years;
    }

    /// <summary>Commas, and short pieces between them: "C#, Redis, Azure".</summary>
    private bool IsList(TextSpan sentence)
    {
        string[] pieces = sentence.Quote(text).Split([',', '/', '|', '•', '·', '、', '،']);
        return pieces.Length >= 3 ? pieces.Average(piece => piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) <= 3.5 : Words(sentence) <= 3;
    }

    private int Words(TextSpan span) => span.Quote(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Listed items the dictionary does not know are kept as they stand: the tenant's own skills begin so.</summary>
    private void KeepUnknown(TextSpan sentence, JobSectionKind kind, IReadOnlyList<SkillMatch> known)
    {
        if (sentence.Length > LongestList)
            return;
        int start = sentence.Start;
        for (int i = sentence.Start; i <= sentence.End; i++)
        {
            if (i < sentence.End && text[i] is not (',' or '|' or '•' or '·' or '、' or '،'))
                continue;
            TextSpan item = JobLines.Trim(text, TextSpan.Between(start, i));
            start = i + 1;
            string words = item.Quote(text).TrimEnd('.');
            if (words.Length is < 2 or > 50 || Words(item) > LongestUnknown || words.Any(char.IsAsciiDigit) || !words.Any(char.IsLetter)
                || known.Any(m => m.Span.Start < item.End && item.Start < m.Span.End)
                || JobCues.Of(words) is not null)
                continue;
            Add(null, words, SkillClass.Ambiguous, JobCues.OfSection(kind), 0.4, new(item.Start, words.Length), null);
        }
    }
}
