using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Core.Skills;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>What a job text says. Unknown is null or empty, never a default. All spans point into <see cref="Text"/>.</summary>
public sealed record ParsedJob
{
    /// <summary>Grows with every change of rules or dictionaries that can change a parse.</summary>
    public required string ParserVersion { get; init; }

    /// <summary>The canonical text that was read.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1; null when unsure.</summary>
    public string? Language { get; init; }

    public Field<string>? Title { get; init; }

    /// <summary>One entry per skill, in the order of their first mention.</summary>
    public IReadOnlyList<SkillRequirement> Skills { get; init; } = [];

    /// <summary>Years of experience in all.</summary>
    public Field<YearRange>? Years { get; init; }

    public Field<DegreeRequirement>? Degree { get; init; }

    public IReadOnlyList<Field<Place>> Places { get; init; } = [];

    public Field<WorkMode>? WorkMode { get; init; }

    public Field<Pay>? Pay { get; init; }

    public Field<JobLevel>? Level { get; init; }

    public Field<EmploymentType>? Employment { get; init; }

    public IReadOnlyList<JobSection> Sections { get; init; } = [];

    /// <summary>Stretches that say nothing about the work; never matched against.</summary>
    public IReadOnlyList<Boilerplate> Boilerplate { get; init; } = [];

    /// <summary>The rest: what a matcher may read, in text order.</summary>
    public IReadOnlyList<TextSpan> Substance { get; init; } = [];

    public IReadOnlyList<QualityFinding> Findings { get; init; } = [];
}

/// <param name="SkillId">Id in the skill dictionary; null for a listed item the dictionary does not know.</param>
/// <param name="Name">The canonical name, or the words as written.</param>
/// <param name="Class">Class of the best mention; <see cref="SkillClass.Generic"/> ones say little.</param>
/// <param name="Spans">Every mention, first the one that decided <paramref name="Necessity"/>.</param>
/// <param name="Confidence">0-1, for skill and necessity together.</param>
/// <param name="Years">Years asked for in this skill; null when not stated.</param>
public sealed record SkillRequirement(
    string? SkillId, string Name, Necessity Necessity, SkillClass Class, IReadOnlyList<TextSpan> Spans, double Confidence, Field<YearRange>? Years);

/// <summary>Ordered: a higher one found elsewhere in the text wins.</summary>
public enum Necessity
{
    /// <summary>Named without a word on whether it is needed.</summary>
    Unmarked,
    Nice,
    Must,
}

/// <param name="Min">Whole years, 0-40; null for "up to".</param>
/// <param name="Max">Whole years, 1-40; null when open.</param>
public readonly record struct YearRange(int? Min, int? Max);

/// <param name="Level">The lowest level that satisfies the text.</param>
/// <param name="Required">False where the text only prefers it.</param>
/// <param name="OrEquivalent">Experience may stand in for it.</param>
public sealed record DegreeRequirement(DegreeLevel Level, bool Required, bool OrEquivalent);

public enum WorkMode
{
    OnSite,
    Hybrid,
    Remote,
}

/// <param name="Min">In whole units of the currency; null for "up to".</param>
/// <param name="Max">In whole units of the currency; null for "from".</param>
/// <param name="Currency">ISO 4217; a bare $ is read as USD.</param>
/// <param name="Period">Null when the text does not say.</param>
public sealed record Pay(decimal? Min, decimal? Max, string Currency, PayPeriod? Period);

public enum PayPeriod
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>Steps of a career in order; matching compares distances.</summary>
public enum JobLevel
{
    Intern,
    Junior,
    Mid,
    Senior,
    Lead,
    Principal,
    Manager,
    Director,
    Executive,
}

public enum EmploymentType
{
    FullTime,
    PartTime,
    Contract,
    Temporary,
    Internship,
    Apprenticeship,
    Freelance,
}

public sealed record JobSection(JobSectionKind Kind, TextSpan? Heading, TextSpan Body);

public enum JobSectionKind
{
    /// <summary>What stands before the first heading.</summary>
    Opening,
    Role,
    Duties,
    Must,

    /// <summary>"Your profile", "Qualifications": requirements, though not every one of them is hard.</summary>
    Profile,
    Nice,
    Skills,
    Conditions,
    Benefits,
    AboutUs,
    EqualOpportunity,
    HowToApply,
}

public sealed record Boilerplate(BoilerplateKind Kind, TextSpan Span);

public enum BoilerplateKind
{
    AboutUs,
    Benefits,
    EqualOpportunity,
    HowToApply,

    /// <summary>Words addressed to a machine or asking for unlawful treatment; flagged, never followed.</summary>
    InstructionLike,
}
