using HotGigs.Core.Accounts;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

/// <summary>Which résumés the caller sees, and what of them. The first of the three walls (ADR-0002); the row policies are the second.</summary>
internal static class ResumeAccess
{
    /// <summary>The résumé with the caller's rights; null when it is not there or not theirs to see.</summary>
    internal static Task<SeenResume?> FindAsync(HotGigsDbContext db, Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = db.Set<RecruiterCandidate>().Where(grant =>
            grant.RecruiterId == actor.UserId && (grant.ExpiresAt == null || grant.ExpiresAt > now));
        var isAdmin = actor.Role == UserRole.Admin;
        return db.Set<Resume>().AsNoTracking()
            .Where(resume => resume.Id == id)
            .Where(resume => resume.OwnerId == actor.UserId
                || (resume.OrganizationId == actor.OrganizationId
                    && (isAdmin || grants.Any(grant => grant.CandidateId == resume.CandidateId))))
            .Select(resume => new SeenResume(
                resume,
                resume.OwnerId == actor.UserId || isAdmin
                    || grants.Any(grant => grant.CandidateId == resume.CandidateId && grant.ViewContact),
                resume.OwnerId == actor.UserId || isAdmin
                    || grants.Any(grant => grant.CandidateId == resume.CandidateId && grant.ViewContact && grant.DownloadResume)))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="ViewContact">May see what names the person.</param>
/// <param name="Download">May have the original.</param>
internal sealed record SeenResume(Resume Resume, bool ViewContact, bool Download);
