using HotGigs.Contracts.Common;

namespace HotGigs.Contracts.Resumes;

/// <summary>What a résumé says. Unknown is null or empty; every value points into the text.</summary>
public sealed record ResumeData
{
    public required Guid ResumeId { get; init; }

    public required string ParserVersion { get; init; }

    /// <summary>Fields that a person corrected; their values outrank the parser's.</summary>
    public required IReadOnlyList<string> Corrected { get; init; }

    /// <summary>ISO 639-1; null when unsure.</summary>
    public string? Language { get; init; }

    public required ResumeContact Contact { get; init; }

    public Evidence<string>? Headline { get; init; }

    public Evidence<string>? Summary { get; init; }

    public required IReadOnlyList<ResumeExperience> Experience { get; init; }

    public required IReadOnlyList<ResumeEducation> Education { get; init; }

    public required IReadOnlyList<ResumeSkill> Skills { get; init; }

    public required IReadOnlyList<Evidence<string>> Certifications { get; init; }

    public required IReadOnlyList<ResumeLanguage> Languages { get; init; }

    public required IReadOnlyList<Evidence<string>> Publications { get; init; }

    public required IReadOnlyList<Evidence<string>> Projects { get; init; }

    public required IReadOnlyList<Evidence<string>> Volunteering { get; init; }

    public required IReadOnlyList<Evidence<string>> Awards { get; init; }

    /// <summary>Months covered by the roles, overlaps counted once; null without usable dates.</summary>
    public int? TotalExperienceMonths { get; init; }

    public required IReadOnlyList<ResumeInsight> Insights { get; init; }

    public required IReadOnlyList<ResumeFinding> Findings { get; init; }
}

public sealed record ResumeContact(
    Evidence<string>? FullName,
    IReadOnlyList<Evidence<string>> Emails,
    IReadOnlyList<Evidence<ResumePhone>> Phones,
    Evidence<ResumePlace>? Location,
    IReadOnlyList<Evidence<ResumeLink>> Links);

/// <param name="E164">Null unless the country is known.</param>
public sealed record ResumePhone(string AsPrinted, string? E164);

/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record ResumePlace(string AsPrinted, string? City, string? Region, string? Country);

/// <param name="Kind"><c>linkedin</c>, <c>github</c> or <c>website</c>.</param>
public sealed record ResumeLink(string Url, string Kind);

/// <param name="Start"><c>YYYY</c> or <c>YYYY-MM</c>, as precise as the document.</param>
/// <param name="End"><c>YYYY</c> or <c>YYYY-MM</c>; null when open or unknown.</param>
/// <param name="Current">The words that say it goes on; null when they are not there.</param>
public sealed record ResumeExperience(
    Evidence<string>? Company,
    Evidence<string>? Title,
    Evidence<ResumePlace>? Location,
    Evidence<string>? Start,
    Evidence<string>? End,
    Evidence<bool>? Current,
    Evidence<string>? Description,
    IReadOnlyList<string> Skills,
    Span Span);

/// <param name="Level"><c>school</c>, <c>diploma</c>, <c>associate</c>, <c>bachelor</c>, <c>master</c> or <c>doctorate</c>.</param>
public sealed record ResumeEducation(
    Evidence<string>? Institution,
    Evidence<string>? Degree,
    string? Level,
    Evidence<string>? Field,
    Evidence<string>? Start,
    Evidence<string>? End,
    Evidence<string>? Grade,
    Span Span);

/// <param name="CanonicalId">Null for a skill that the dictionary does not know.</param>
/// <param name="Section">Kind of section it stands in best.</param>
/// <param name="Months">Of the roles that name it; null when no dated role does.</param>
public sealed record ResumeSkill(
    string? CanonicalId,
    string Name,
    double Confidence,
    string Section,
    int? Months,
    string? LastUsed,
    Evidence<string>? Proficiency,
    IReadOnlyList<Span> Spans);

public sealed record ResumeLanguage(Evidence<string> Name, Evidence<string>? Level);

public sealed record ResumeInsight(string Code, string Text, IReadOnlyList<Span> Spans);

/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>serious</c>.</param>
public sealed record ResumeFinding(string Code, string Severity, string Advice, IReadOnlyList<Span> Spans);
