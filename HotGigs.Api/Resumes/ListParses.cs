using HotGigs.Api.Http;
using HotGigs.Contracts.Common;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Resumes;

internal static class ListParses
{
    /// <summary>The parses of a résumé, newest first.</summary>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="limit">How many to answer, 1-100; 20 by default.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before; outranks skip.</param>
    internal static async Task<Results<Ok<Page<ParseView>>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpRequest request, int? skip, int? limit, string? cursor, ActorContext context, HotGigsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(request, [], out var paging, out var problem))
            return problem!;
        if (await ResumeAccess.FindAsync(db, context.Required, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        var uploadedAt = seen.Resume.UploadedAt;
        var finishedAt = seen.Resume.FinishedAt ?? uploadedAt;
        var parses = ParsesOf(db, seen.Resume);
        var total = await parses.CountAsync(cancellationToken);
        var items = await parses.OrderByDescending(parse => parse.ParsedAt).ThenByDescending(parse => parse.Id)
            .Skip(paging.Skip).Take(paging.Limit)
            .Select(parse => new ParseView(
                parse.Id, parse.ParserVersion, parse.ParsedAt < uploadedAt ? finishedAt : parse.ParsedAt, parse.Id == seen.Resume.ParseId))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<ParseView>(items, total, paging.NextCursor(total)));
    }

    /// <summary>Parses are kept once for the same bytes; what was made before this upload would tell of a colleague's, so only the one in force counts.</summary>
    internal static IQueryable<ResumeParse> ParsesOf(HotGigsDbContext db, Resume resume) => db.Set<ResumeParse>().AsNoTracking()
        .Where(parse => parse.OrganizationId == resume.OrganizationId && parse.ContentHash == resume.ContentHash
            && (parse.Id == resume.ParseId || parse.ParsedAt >= resume.UploadedAt));
}
