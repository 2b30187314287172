using HotGigs.Api.Http;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>One member of the caller's organization.</summary>
internal static class GetUser
{
    internal static async Task<Results<Ok<UserView>, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext actors, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        var organizationId = actors.Required.OrganizationId;
        return await db.Set<User>()
            .Where(user => user.Id == id && user.OrganizationId == organizationId)
            .Select(ListUsers.ToView)
            .SingleOrDefaultAsync(cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : Problems.NotFound();
    }
}
