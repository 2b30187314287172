using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Ends the caller's session, at once and in every process.</summary>
internal static class Logout
{
    internal static async Task<NoContent> HandleAsync(
        ActorContext actors, Sessions sessions, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        var actor = actors.Required;
        await sessions.RevokeAsync(actor, actor.SessionId!.Value, "user.signed_out", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
