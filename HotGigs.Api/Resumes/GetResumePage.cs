using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class GetResumePage
{
    /// <summary>One page's lines with their boxes, for highlighting.</summary>
    /// <param name="number">1 for the first page.</param>
    internal static async Task<Results<Ok<ResumePage>, ProblemHttpResult>> HandleAsync(
        Guid id, int number, ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
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
        if (document.Pages.FirstOrDefault(page => page.Number == number) is not { } found)
            return Problems.NotFound();
        return TypedResults.Ok(new ResumePage(number, found.Width, found.Height,
            [.. document.Lines.Where(line => line.Page == number).Select(ToLine)]));
    }

    private static ResumeLine ToLine(TextLine line) => new(
        line.Span.ToSpan(), ToBox(line.Box), [.. line.Runs.Select(run => new ResumeWords(run.Span.ToSpan(), ToBox(run.Box)))]);

    private static PageBox? ToBox(Box? box) => box is { } b ? new PageBox(b.X, b.Y, b.Width, b.Height) : null;
}
