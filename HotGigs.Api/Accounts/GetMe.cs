using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>Who is signed in.</summary>
internal static class GetMe
{
    internal static async Task<Ok<MeView>> HandleAsync(ActorContext actors, HotGigsDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(actors.Required, db, cancellationToken));

    internal static async Task<MeView> ReadAsync(Actor actor, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Set<Organization>()
            .Where(row => row.Id == actor.OrganizationId)
            .Select(row => new OrganizationView(row.Id, row.Slug, row.Name))
            .SingleOrDefaultAsync(cancellationToken);
        return await db.Set<User>()
            .Where(user => user.Id == actor.UserId)
            .Select(user => new MeView(
                user.Id, user.Email!, user.DisplayName, actor.Role.ToName(), organization, actor.SessionId, user.CreatedAt))
            .SingleAsync(cancellationToken);
    }
}
