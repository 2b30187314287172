using System.Linq.Expressions;
using HotGigs.Api.Http;
using HotGigs.Contracts.Accounts;
using HotGigs.Contracts.Common;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>The members of the caller's organization, in the order they joined.</summary>
internal static class ListUsers
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    internal static readonly Expression<Func<User, UserView>> ToView = user => new UserView(
        user.Id, user.Email!, user.DisplayName, user.Role.ToName(), user.SuspendedAt != null, user.CreatedAt);

    /// <param name="skip">How many to leave out; 0 by default.</param>
    /// <param name="limit">20 by default, at most 100.</param>
    /// <param name="cursor">From the page before; replaces <paramref name="skip"/>.</param>
    internal static async Task<Results<Ok<Page<UserView>>, ProblemHttpResult>> HandleAsync(
        ActorContext actors, HotGigsDbContext db, CancellationToken cancellationToken, int skip = 0, int limit = DefaultLimit, string? cursor = null)
    {
        Guid? after = null;
        if (skip < 0 || limit is < 1 or > MaxLimit || (cursor is not null && (after = ReadCursor(cursor)) is null))
            return Problems.Create(
                StatusCodes.Status400BadRequest, "invalid_page", "There is no such page.",
                "skip counts from 0, limit goes from 1 to 100, and cursor comes from the page before.");
        var organizationId = actors.Required.OrganizationId;
        var members = db.Set<User>().Where(user => user.OrganizationId == organizationId);
        var total = await members.CountAsync(cancellationToken);
        var page = after is { } id ? members.Where(user => user.Id > id) : members.OrderBy(user => user.Id).Skip(skip);
        var items = await page.OrderBy(user => user.Id).Take(limit).Select(ToView).ToListAsync(cancellationToken);
        var next = items.Count == limit ? items[^1].Id.ToString("N") : null;
        return TypedResults.Ok(new Page<UserView>(items, total, next));
    }

    private static Guid? ReadCursor(string cursor) => Guid.TryParseExact(cursor, "N", out var id) ? id : null;
}
