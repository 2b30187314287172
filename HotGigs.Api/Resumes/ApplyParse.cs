using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class ApplyParse
{
    /// <summary>Put a parse in force. People's corrections stay on top.</summary>
    internal static async Task<Results<Ok<ResumeData>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid parseId, ActorContext context, HotGigsDbContext db, ResumeProfiles profiles, CandidateBuilder candidates, ActivityLog activity,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var actor = context.Required;
        if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (seen.Resume.OwnerId != actor.UserId && actor.Role != UserRole.Admin)
            return Problems.Create(403, "not_owner", "Only the owner or an admin applies a parse.", "Ask whoever shared it with you.");
        if (!await ListParses.ParsesOf(db, seen.Resume).AnyAsync(parse => parse.Id == parseId, cancellationToken))
            return Problems.NotFound();
        var profile = await db.InTransactionAsync(async token =>
        {
            db.ChangeTracker.Clear();
            var resume = await db.Set<Resume>().SingleAsync(each => each.Id == id, token);
            var before = resume.ParseId;
            resume.ParseId = parseId;
            var applied = (await profiles.ReadAsync(resume, token))!;
            await candidates.RefreshAsync(id, applied.Parsed, token);
            activity.Add(actor, "resume.parse_applied", "resume", id, new { before, after = parseId }, resume.OrganizationId);
            await db.SaveChangesAsync(token);
            return applied;
        }, cancellationToken);
        return TypedResults.Ok(profile.Parsed.ToData(id, profile.Corrected));
    }
}
