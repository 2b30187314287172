using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Core.Skills;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Reads a job text the way résumés are read: pure, every value with its words and how sure it is.</summary>
public static class JobParser
{
    /// <summary>Grows with every change of rules that can change a parse; the dictionary counts its own.</summary>
    public const string Version = "1." + SkillDictionary.Version;

    public static ParsedJob Parse(string plainText) => Parse(AsDocument(plainText));

    public static ParsedJob Parse(Document document)
    {
        string text = document.Text;
        List<JobLine> lines = JobLines.Read(document);
        List<Boilerplate> boilerplate = JobBoilerplate.Find(text, lines);
        JobLine[] followed = [.. lines.Where(line => !boilerplate.Any(b => b.Kind == BoilerplateKind.InstructionLike && b.Span.Start < line.Span.End && line.Span.Start < b.Span.End))];
        JobLine[] substance = [.. followed.Where(line => line.Kind < JobSectionKind.Benefits)];

        Field<string>? title = JobTitle.Find(text, followed);
        TextSpan? titleLine = title is null ? null : followed.First(line => line.Span.Start <= title.Spans[0].Start && title.Spans[0].End <= line.Span.End).Span;
        IReadOnlyList<SkillRequirement> skills = new JobSkills(SkillDictionary.Default, text).Read(followed, boilerplate);
        return new()
        {
            ParserVersion = Version,
            Text = text,
            Language = document.Language,
            Title = title,
            Skills = skills,
            Years = TotalYears(text, substance, boilerplate, skills),
            Degree = Degree(text, substance, boilerplate),
            Places = JobPlace.Find(text, substance),
            WorkMode = JobTerms.FindWorkMode(text, followed),
            Pay = followed.Select(line => JobPay.Find(text, line.Span)).FirstOrDefault(pay => pay is not null),
            Level = JobTerms.FindLevel(text, titleLine, substance),
            Employment = JobTerms.FindEmployment(text, titleLine, followed),
            Sections = JobLines.Sections(lines),
            Boilerplate = boilerplate,
            Substance = Substance(lines, boilerplate),
            Findings = Findings(document, title, skills, boilerplate),
        };
    }

    private static Document AsDocument(string plainText)
    {
        var builder = new DocumentBuilder(FileFormat.Text, ReadingLimits.Default);
        builder.BeginPage();
        foreach (string line in plainText.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                builder.BeginBlock();
            else
                builder.AddLine([new LinePart(line)]);
        }

        return builder.Build();
    }

    /// <summary>Years of experience as such; where only skills carry years, the most of them must have passed in any case.</summary>
    private static Field<YearRange>? TotalYears(string text, JobLine[] lines, List<Boilerplate> left, IReadOnlyList<SkillRequirement> skills)
    {
        foreach (JobLine line in lines)
        {
            foreach (TextSpan sentence in Kept(text, line, left))
            {
                foreach (YearsMention mention in JobYears.Find(text, sentence))
                {
                    bool inSkill = skills.Any(skill => skill.Class == SkillClass.Distinctive && skill.Years?.Spans[0] == mention.Span);
                    if (mention.General && !inSkill)
                        return new(mention.Years, [mention.Span], 0.85);
                }
            }
        }

        SkillRequirement? longest = skills.Where(skill => skill.Years?.Value.Min is not null && skill.Necessity != Necessity.Nice).MaxBy(skill => skill.Years!.Value.Min);
        return longest?.Years is { } years ? new(years.Value, years.Spans, 0.5) : null;
    }

    private static Field<DegreeRequirement>? Degree(string text, JobLine[] lines, List<Boilerplate> left)
    {
        Field<DegreeRequirement>? best = null;
        foreach (JobLine line in lines.Where(line => line.Kind != JobSectionKind.Duties))
        {
            foreach (TextSpan sentence in Kept(text, line, left))
            {
                foreach (TextSpan clause in JobCues.Clauses(text, sentence))
                {
                    Necessity necessity = JobCues.Of(text.AsSpan(clause.Start, clause.Length)) ?? JobCues.OfSection(line.Kind);
                    if (JobDegree.Find(text, clause, necessity) is { } degree && (best is null || (degree.Value.Required && !best.Value.Required)))
                        best = degree;
                }
            }
        }

        return best;
    }

    private static IEnumerable<TextSpan> Kept(string text, JobLine line, List<Boilerplate> left) =>
        JobLines.Sentences(text, line.Body).Where(sentence => !left.Any(b => b.Span.Start < sentence.End && sentence.Start < b.Span.End));

    /// <summary>Every line less its boilerplate.</summary>
    private static List<TextSpan> Substance(List<JobLine> lines, List<Boilerplate> boilerplate)
    {
        var kept = new List<TextSpan>();
        foreach (JobLine line in lines)
        {
            int start = line.Span.Start;
            foreach (Boilerplate left in boilerplate.Where(b => b.Span.Start < line.Span.End && line.Span.Start < b.Span.End))
            {
                if (left.Span.Start > start)
                    kept.Add(TextSpan.Between(start, left.Span.Start));
                start = Math.Max(start, left.Span.End);
            }

            if (start < line.Span.End)
                kept.Add(TextSpan.Between(start, line.Span.End));
        }

        return kept;
    }

    private static List<QualityFinding> Findings(Document document, Field<string>? title, IReadOnlyList<SkillRequirement> skills, List<Boilerplate> boilerplate)
    {
        var findings = new List<QualityFinding>();
        TextSpan[] orders = [.. boilerplate.Where(b => b.Kind == BoilerplateKind.InstructionLike).Select(b => b.Span)];
        if (orders.Length > 0)
        {
            findings.Add(new("instruction-like-text", FindingSeverity.Serious,
                "Remove the sentences that address a machine or ask to treat people by who they are; they were left out.", orders));
        }

        if (document.Hidden.Count > 0)
            findings.Add(new("hidden-text", FindingSeverity.Warning, "The file holds text that nobody sees; it was left out.", []));
        if (document.Text.Length > JobLines.LongestText)
            findings.Add(new("too-long", FindingSeverity.Warning, "Shorten the text: only its first 100,000 characters were read.", []));
        if (title is null)
            findings.Add(new("no-title", FindingSeverity.Warning, "Put the job's title on the first line.", []));
        if (skills.All(skill => skill.Class == SkillClass.Generic))
            findings.Add(new("no-skills", FindingSeverity.Warning, "Name the skills the job needs; without them only title and text are matched.", []));
        if (skills.Count > 0 && skills.All(skill => skill.Necessity == Necessity.Unmarked))
            findings.Add(new("necessity-unsure", FindingSeverity.Info, "Say which skills are required and which are nice to have.", []));
        return findings;
    }
}
