using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Resumes;

internal static class GetResumeData
{
    /// <summary>What a résumé says, each field with its confidence and the words it was read from.</summary>
    internal static async Task<Results<Ok<ResumeData>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, ResumeProfiles profiles, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        return await profiles.ReadAsync(seen.Resume, cancellationToken) is { } profile
            ? TypedResults.Ok(profile.Parsed.ToData(id, profile.Corrected))
            : Problems.NotParsed();
    }
}
