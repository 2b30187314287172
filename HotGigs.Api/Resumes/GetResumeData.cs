using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class GetResumeData
{
    /// <summary>What a résumé says, each field with its confidence and the words it was read from.</summary>
    internal static async Task<Results<Ok<ResumeData>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (seen.Resume.ParseId is not { } parseId)
            return Problems.NotParsed();
        var parsed = await db.Set<ResumeParse>()
            .Where(parse => parse.Id == parseId).Select(parse => parse.Parsed).SingleAsync(cancellationToken);
        return TypedResults.Ok(ParseCodec.DeserializeParsed(parsed).ToData(id));
    }
}
