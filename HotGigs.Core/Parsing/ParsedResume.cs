using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing;

/// <summary>One value found in a document, the words it was read from, and how sure the parser is.</summary>
/// <param name="Spans">At least one, quoting the document; none only for a person's correction that the document does not show.</param>
/// <param name="Confidence">0-1.</param>
public sealed record Field<T>(T Value, IReadOnlyList<TextSpan> Spans, double Confidence);

/// <summary>What a résumé says, as far as the document shows it. Unknown is null or empty, never a default.</summary>
public sealed record ParsedResume
{
    /// <summary>Grows with every change of rules or dictionaries that can change a parse.</summary>
    public required string ParserVersion { get; init; }

    /// <summary>ISO 639-1; null when unsure.</summary>
    public string? Language { get; init; }

    public Field<string>? FullName { get; init; }

    public IReadOnlyList<Field<string>> Emails { get; init; } = [];

    public IReadOnlyList<Field<PhoneNumber>> Phones { get; init; } = [];

    public Field<Place>? Location { get; init; }

    public IReadOnlyList<Field<WebLink>> Links { get; init; } = [];

    public Field<string>? Headline { get; init; }

    public Field<string>? Summary { get; init; }

    public IReadOnlyList<ExperienceEntry> Experience { get; init; } = [];

    public IReadOnlyList<EducationEntry> Education { get; init; } = [];

    public IReadOnlyList<SkillMention> Skills { get; init; } = [];

    public IReadOnlyList<Field<string>> Certifications { get; init; } = [];

    public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];

    public IReadOnlyList<Field<string>> Publications { get; init; } = [];

    public IReadOnlyList<Field<string>> Projects { get; init; } = [];

    public IReadOnlyList<Field<string>> Volunteering { get; init; } = [];

    public IReadOnlyList<Field<string>> Awards { get; init; } = [];

    /// <summary>Months covered by the experience entries, overlaps counted once; null without two usable dates.</summary>
    public int? TotalExperienceMonths { get; init; }

    public IReadOnlyList<ResumeSection> Sections { get; init; } = [];

    /// <summary>Sentences built by rules from the fields above: career length, level, gaps, strongest skills.</summary>
    public IReadOnlyList<Insight> Insights { get; init; } = [];

    public IReadOnlyList<QualityFinding> Findings { get; init; } = [];
}

/// <param name="AsPrinted">As it stands in the document.</param>
/// <param name="E164">International form; null unless the country is known.</param>
public sealed record PhoneNumber(string AsPrinted, string? E164);

/// <param name="AsPrinted">The place in the document's own words.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when not known.</param>
public sealed record Place(string AsPrinted, string? City, string? Region, string? Country);

/// <param name="Kind">linkedin, github, or website.</param>
public sealed record WebLink(string Url, string Kind);

/// <summary>A date as precise as the document has it.</summary>
/// <param name="Month">1-12; null when only the year is known.</param>
public readonly record struct PartialDate(int Year, int? Month)
{
    public override string ToString() => Month is { } month ? $"{Year:D4}-{month:D2}" : $"{Year:D4}";
}

public sealed record ExperienceEntry
{
    public Field<string>? Company { get; init; }

    public Field<string>? Title { get; init; }

    public Field<Place>? Location { get; init; }

    public Field<PartialDate>? Start { get; init; }

    /// <summary>Null when open or unknown; see <see cref="Current"/>.</summary>
    public Field<PartialDate>? End { get; init; }

    /// <summary>The words that say it goes on ("present", "heute"); null when they are not there.</summary>
    public Field<bool>? Current { get; init; }

    public Field<string>? Description { get; init; }

    /// <summary>Canonical ids of skills named within the entry.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>The whole entry.</summary>
    public required TextSpan Span { get; init; }
}

public sealed record EducationEntry
{
    public Field<string>? Institution { get; init; }

    public Field<string>? Degree { get; init; }

    /// <summary>Null when the words of <see cref="Degree"/> do not tell.</summary>
    public DegreeLevel? Level { get; init; }

    public Field<string>? FieldOfStudy { get; init; }

    public Field<PartialDate>? Start { get; init; }

    public Field<PartialDate>? End { get; init; }

    public Field<string>? Grade { get; init; }

    public required TextSpan Span { get; init; }
}

public enum DegreeLevel
{
    School,
    Diploma,
    Associate,
    Bachelor,
    Master,
    Doctorate,
}

public sealed record SkillMention
{
    /// <summary>Id in the skill dictionary; null for a skill listed by the person that the dictionary does not know.</summary>
    public string? CanonicalId { get; init; }

    /// <summary>The canonical name, or the words as written where there is no canonical skill.</summary>
    public required string Name { get; init; }

    /// <summary>Every place it stands, first the best.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    public required double Confidence { get; init; }

    /// <summary>Where it stands best: the kind of section.</summary>
    public required SectionKind Section { get; init; }

    /// <summary>Months of the roles that name it, overlaps counted once; null when no dated role does.</summary>
    public int? Months { get; init; }

    /// <summary>End of the latest role that names it; null when no dated role does.</summary>
    public PartialDate? LastUsed { get; init; }

    /// <summary>As stated ("expert", "4/5"); null when not stated.</summary>
    public Field<string>? Proficiency { get; init; }
}

/// <param name="Level">As stated ("native", "B2"); null when not stated.</param>
public sealed record SpokenLanguage(Field<string> Name, Field<string>? Level);

public sealed record ResumeSection(SectionKind Kind, TextSpan? Heading, TextSpan Body);

public enum SectionKind
{
    Unknown,
    Contact,
    Summary,
    Experience,
    Education,
    Skills,
    Certifications,
    Languages,
    Projects,
    Publications,
    Volunteering,
    Awards,
    Interests,
    References,
    Other,
}

/// <param name="Code">Stable kebab-case name of the rule.</param>
/// <param name="Text">One sentence in English made from the spans' facts.</param>
public sealed record Insight(string Code, string Text, IReadOnlyList<TextSpan> Spans);

/// <param name="Code">Stable kebab-case name, such as <c>no-name</c> or <c>hidden-text</c>.</param>
/// <param name="Advice">What a person can do about it.</param>
public sealed record QualityFinding(string Code, FindingSeverity Severity, string Advice, IReadOnlyList<TextSpan> Spans);

public enum FindingSeverity
{
    Info,
    Warning,
    Serious,
}
