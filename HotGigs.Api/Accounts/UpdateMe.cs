using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>Changes the caller's own profile.</summary>
internal static class UpdateMe
{
    internal static async Task<Ok<MeView>> HandleAsync(
        UpdateMeRequest request, ActorContext actors, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        var actor = actors.Required;
        if (request.DisplayName is { } name)
            await db.Set<User>().Where(user => user.Id == actor.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, name.Trim()), cancellationToken);
        return TypedResults.Ok(await GetMe.ReadAsync(actor, db, cancellationToken));
    }
}
