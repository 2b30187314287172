using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class GetResumeText
{
    /// <summary>The canonical text that all spans point into.</summary>
    internal static async Task<Results<Ok<ResumeText>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (seen.Resume.ParseId is not { } parseId)
            return Problems.NotParsed();
        var packed = await db.Set<ResumeParse>()
            .Where(parse => parse.Id == parseId).Select(parse => parse.Document).SingleAsync(cancellationToken);
        var document = ParseCodec.Unpack(packed);
        return TypedResults.Ok(new ResumeText(id, document.Text, document.Language,
            [.. document.Pages.Select(page => new ResumePageSummary(page.Number, page.Width, page.Height, page.Span?.ToSpan()))]));
    }
}
