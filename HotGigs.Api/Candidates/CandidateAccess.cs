using HotGigs.Core.Accounts;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Candidates;

/// <summary>Which candidates the caller sees: the first of the three walls (ADR-0002).</summary>
internal static class CandidateAccess
{
    /// <summary>Own, shared and assigned ones for a recruiter; all of the organization for an admin. Archived ones are left out.</summary>
    internal static IQueryable<SeenCandidate> SeenCandidates(this HotGigsDbContext db, Actor actor, DateTimeOffset now)
    {
        var isAdmin = actor.Role == UserRole.Admin;
        return
            from candidate in db.Set<Candidate>().AsNoTracking()
            where candidate.OrganizationId == actor.OrganizationId && candidate.ArchivedAt == null
            from grant in db.Set<RecruiterCandidate>()
                .Where(grant => grant.CandidateId == candidate.Id && grant.RecruiterId == actor.UserId
                    && (grant.ExpiresAt == null || grant.ExpiresAt > now))
                .DefaultIfEmpty()
            where isAdmin || grant != null
            select new SeenCandidate
            {
                Candidate = candidate,
                Source = grant == null ? null : grant.Source,
                ViewContact = isAdmin || grant!.ViewContact,
                DownloadResume = isAdmin || grant!.DownloadResume,
                SubmitToJobs = isAdmin || grant!.SubmitToJobs,
            };
    }
}

/// <summary>A candidate with what the caller may do with it.</summary>
internal sealed class SeenCandidate
{
    internal required Candidate Candidate { get; init; }

    /// <summary>Null for an admin who sees it as the organization's.</summary>
    internal required CandidateSource? Source { get; init; }

    internal required bool ViewContact { get; init; }

    internal required bool DownloadResume { get; init; }

    internal required bool SubmitToJobs { get; init; }
}
