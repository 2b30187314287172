using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Accounts;

/// <summary>The caller's open sessions, last used first.</summary>
internal static class ListSessions
{
    // A person has a handful; who has more sees the latest.
    private const int Most = 100;

    internal static async Task<Ok<IReadOnlyList<SessionView>>> HandleAsync(
        ActorContext actors, HotGigsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var actor = actors.Required;
        var now = time.GetUtcNow();
        IReadOnlyList<SessionView> sessions = await db.Set<Session>()
            .Where(session => session.UserId == actor.UserId && session.RevokedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt)
            .Take(Most)
            .Select(session => new SessionView(
                session.Id, session.UserAgent, session.CreatedAt, session.LastSeenAt, session.ExpiresAt, session.Id == actor.SessionId))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(sessions);
    }
}
