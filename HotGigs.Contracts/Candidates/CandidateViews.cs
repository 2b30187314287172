using HotGigs.Contracts.Resumes;

namespace HotGigs.Contracts.Candidates;

/// <summary>A candidate in a list. What a share hides is null.</summary>
/// <param name="Source"><c>own</c>, <c>shared</c> or <c>assigned</c>; an admin sees candidates of others as <c>organization</c>.</param>
/// <param name="Status"><c>new</c>, <c>contacted</c>, <c>interviewing</c>, <c>hired</c> or <c>rejected</c>.</param>
public sealed record CandidateSummary(
    Guid Id,
    string? FullName,
    string? Headline,
    string? Email,
    string? Phone,
    string? Location,
    string? CurrentTitle,
    string? CurrentCompany,
    int? ExperienceMonths,
    string Status,
    string Source,
    CandidateRights Rights,
    Guid? ResumeId,
    DateTimeOffset UpdatedAt);

public sealed record CandidateRights(bool ViewContact, bool DownloadResume, bool SubmitToJobs);

/// <param name="Profile">What the résumé says, with spans; null for a candidate without one.</param>
public sealed record CandidateDetail(CandidateSummary Candidate, ResumeData? Profile, DateTimeOffset CreatedAt, DateTimeOffset? LastViewedAt);
