using System.Runtime.CompilerServices;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Events;

/// <summary>Reads live events as they come. Each look opens a connection anew, so that a revoked right ends the view at once.</summary>
internal sealed class EventStream(IServiceScopeFactory scopes, EventWake wake)
{
    private const int Batch = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Yields events after <paramref name="lastId"/> until the client leaves or its session ends.</summary>
    /// <param name="resumeId">Only this résumé's events; null for all the caller may see.</param>
    /// <returns>Null entries are heartbeats.</returns>
    internal async IAsyncEnumerable<LiveEvent?> ReadAsync(
        Actor actor, Guid? resumeId, long lastId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sinceHeartbeat = TimeSpan.Zero;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!await IsSignedInAsync(actor, cancellationToken))
                yield break;
            var events = await NextAsync(actor, resumeId, lastId, cancellationToken);
            foreach (var live in events)
            {
                lastId = live.Id;
                yield return live;
            }

            if (events.Count == Batch)
                continue;
            await wake.WaitAsync(Poll, cancellationToken);
            sinceHeartbeat = events.Count > 0 ? TimeSpan.Zero : sinceHeartbeat + Poll;
            if (sinceHeartbeat < Heartbeat)
                continue;
            sinceHeartbeat = TimeSpan.Zero;
            yield return null;
        }
    }

    /// <summary>The id of the newest event the caller sees, to start from without history.</summary>
    internal async Task<long> NewestAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = Open(actor, out var db);
        return await Visible(db, actor).MaxAsync(live => (long?)live.Id, cancellationToken) ?? 0;
    }

    /// <returns>Null when the header is absent or is no event id.</returns>
    internal static long? LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], out var id) && id >= 0 ? id : null;


    /// <summary>A stream must not outlive its session, whatever opened it.</summary>
    private async Task<bool> IsSignedInAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SessionId is not { } sessionId)
            return false;
        await using var scope = Open(actor, out _);
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions>();
        return await sessions.CheckAsync(new AccessTokenClaims(actor.UserId, sessionId), cancellationToken) is SessionCheck.Active;
    }

    private async Task<List<LiveEvent>> NextAsync(Actor actor, Guid? resumeId, long lastId, CancellationToken cancellationToken)
    {
        await using var scope = Open(actor, out var db);
        return await Visible(db, actor)
            .Where(live => live.Id > lastId && (resumeId == null || live.ResumeId == resumeId))
            .OrderBy(live => live.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<LiveEvent> Visible(HotGigsDbContext db, Actor actor)
    {
        var isAdmin = actor.Role == UserRole.Admin;
        return db.Set<LiveEvent>().AsNoTracking()
            .Where(live => live.UserId == actor.UserId || (isAdmin && live.OrganizationId == actor.OrganizationId));
    }

    private AsyncServiceScope Open(Actor actor, out HotGigsDbContext db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = actor;
        db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
        return scope;
    }
}
