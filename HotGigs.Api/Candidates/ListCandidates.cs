using HotGigs.Api.Http;
using HotGigs.Contracts.Candidates;
using HotGigs.Contracts.Common;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Candidates;

internal static class ListCandidates
{
    /// <summary>The caller's candidates.</summary>
    /// <param name="sort"><c>-updated</c> (default), <c>updated</c>, <c>name</c> or <c>-name</c>.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="limit">How many to answer, 1-100; 20 by default.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before; outranks skip.</param>
    internal static async Task<Results<Ok<Page<CandidateSummary>>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, string? sort, int? skip, int? limit, string? cursor,
        ActorContext context, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(request, ["sort"], out var paging, out var problem))
            return problem!;
        var seen = db.SeenCandidates(context.Required, time.GetUtcNow());
        var sorted = sort switch
        {
            null or "-updated" => seen.OrderByDescending(each => each.Candidate.UpdatedAt).ThenByDescending(each => each.Candidate.Id),
            "updated" => seen.OrderBy(each => each.Candidate.UpdatedAt).ThenBy(each => each.Candidate.Id),
            // A hidden name must not show through the order.
            "name" => seen.OrderBy(each => each.ViewContact ? each.Candidate.FullName : null).ThenBy(each => each.Candidate.Id),
            "-name" => seen.OrderByDescending(each => each.ViewContact ? each.Candidate.FullName : null).ThenByDescending(each => each.Candidate.Id),
            _ => null,
        };
        if (sorted is null)
            return Problems.Create(400, "unknown_sort", "The list cannot be sorted by that.", "Sort by updated, -updated, name or -name.");
        var total = await seen.CountAsync(cancellationToken);
        var items = await sorted.Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<CandidateSummary>([.. items.Select(CandidateMapping.ToSummary)], total, paging.NextCursor(total)));
    }
}
