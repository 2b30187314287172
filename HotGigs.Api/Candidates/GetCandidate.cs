using HotGigs.Api.Http;
using HotGigs.Api.Resumes;
using HotGigs.Contracts.Candidates;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Candidates;

internal static class GetCandidate
{
    /// <summary>A candidate's profile with its evidence. The view is logged.</summary>
    internal static async Task<Results<Ok<CandidateDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, ResumeProfiles profiles, ActivityLog activity, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var actor = context.Required;
        var now = time.GetUtcNow();
        if (await db.SeenCandidates(actor, now).SingleOrDefaultAsync(each => each.Candidate.Id == id, cancellationToken) is not { } seen)
            return Problems.NotFound();
        var resume = seen.ViewContact && seen.Candidate.ResumeId is { } resumeId
            ? await db.Set<Resume>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == resumeId, cancellationToken)
            : null;
        var profile = resume is null ? null : await profiles.ReadAsync(resume, cancellationToken);
        await RecordViewAsync(db, activity, actor, seen, now, cancellationToken);
        return TypedResults.Ok(new CandidateDetail(
            seen.ToSummary(),
            profile?.Parsed.ToData(resume!.Id, profile.Corrected),
            seen.Candidate.CreatedAt,
            seen.Candidate.LastViewedAt));
    }

    private static async Task RecordViewAsync(
        HotGigsDbContext db, ActivityLog activity, Actor actor, SeenCandidate seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async ct =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // When the owner last looked is the owner's; others leave only their trace in the log.
            if (seen.Candidate.OwnerId == actor.UserId)
            {
                await db.Set<Candidate>().Where(candidate => candidate.Id == seen.Candidate.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.LastViewedAt, now), ct);
            }

            activity.Add(actor, "candidate.viewed", "candidate", seen.Candidate.Id, new { source = seen.Source?.ToString(), seen.ViewContact });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }, cancellationToken);
    }
}
