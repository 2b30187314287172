using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Resumes;

internal static class GetResumeStatus
{
    /// <summary>Where a résumé stands.</summary>
    internal static async Task<Results<Ok<ResumeStatus>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken) =>
        await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is { } seen
            ? TypedResults.Ok(ToStatus(seen.Resume))
            : Problems.NotFound();

    internal static ResumeStatus ToStatus(Resume resume) => new(
        resume.Id,
        resume.WorkItemId,
        ResumeDataMapping.ToCamel(resume.State),
        resume.Code,
        ReadingAdvice.Percent(resume.State),
        ReadingAdvice.Step(resume.State),
        ReadingAdvice.WhatToDo(resume.Code),
        AiSkipped: false,
        resume.CandidateId,
        resume.UploadedAt,
        resume.FinishedAt);
}
