using HotGigs.Api.Http;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Ends one of the caller's sessions, at once and in every process.</summary>
internal static class RevokeSession
{
    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, ActorContext actors, Sessions sessions, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        if (!await sessions.RevokeAsync(actors.Required, id, "session.revoked", cancellationToken))
            return Problems.NotFound();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
