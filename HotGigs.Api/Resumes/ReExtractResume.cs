using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using HotGigs.Core.Events;
using HotGigs.Core.Resumes;
using HotGigs.Core.Work;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class ReExtractResume
{
    /// <summary>Read a résumé again with today's parser.</summary>
    /// <remarks>A parse that is in force stays so until another is applied; look at the difference first. A résumé that could not be read is simply read again.</remarks>
    internal static async Task<Results<Accepted<ReExtractAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, WorkQueue work, ActivityLog activity, LiveEvents events, EventWake wake, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var actor = context.Required;
        if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (seen.Resume.OwnerId != actor.UserId && actor.Role != UserRole.Admin)
            return Problems.Create(403, "not_owner", "Only the owner or an admin has a résumé read again.", "Ask whoever shared it with you.");
        if (seen.Resume.FinishedAt is null)
            return Problems.Create(409, "reading_under_way", "The résumé is being read already.", "Wait until its state is final.");
        var item = await db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            var resume = await db.Set<Resume>().SingleAsync(each => each.Id == id, token);
            var again = resume.ParseId is null
                ? work.Enqueue(db, ReadResumeWork.Kind, new ReadResumeWork(id), resume.OrganizationId)
                : work.Enqueue(db, ReReadResumeWork.Kind, new ReReadResumeWork(id), resume.OrganizationId);
            resume.WorkItemId = again.Id;
            if (resume.ParseId is null)
            {
                (resume.State, resume.Code, resume.FinishedAt) = (ResumeState.Queued, null, null);
                events.Add(resume);
            }

            activity.Add(actor, "resume.reread_requested", "resume", id, organizationId: resume.OrganizationId);
            await db.SaveChangesAsync(token);
            return again.Id;
        }, cancellationToken);
        await wake.SignalAsync(cancellationToken);
        var statusUrl = $"/api/resumes/{id}/status";
        return TypedResults.Accepted(statusUrl, new ReExtractAnswer(id, item, statusUrl));
    }
}
