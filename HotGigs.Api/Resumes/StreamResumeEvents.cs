using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using HotGigs.Api.Events;
using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Resumes;

internal static class StreamResumeEvents
{
    /// <summary>The status of one résumé as server-sent events, from now until it is final.</summary>
    internal static async Task<Results<ServerSentEventsResult<ResumeStatus?>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpRequest request, ActorContext context, HotGigsDbContext db, EventStream stream, IServiceScopeFactory scopes, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var actor = context.Required;
        if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is null)
            return Problems.NotFound();
        var lastId = EventStream.LastEventId(request) ?? 0;
        return TypedResults.ServerSentEvents(ReadAsync(id, actor, lastId, stream, scopes, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<ResumeStatus?>> ReadAsync(
        Guid id, Actor actor, long lastId, EventStream stream, IServiceScopeFactory scopes, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var live in stream.ReadAsync(actor, id, lastId, cancellationToken))
        {
            if (live is null)
            {
                yield return new SseItem<ResumeStatus?>(null, "heartbeat");
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = actor;
            var db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
            if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is not { } seen)
                yield break;
            yield return new SseItem<ResumeStatus?>(GetResumeStatus.ToStatus(seen.Resume), live.Kind) { EventId = live.Id.ToString(CultureInfo.InvariantCulture) };
            if (seen.Resume.State is ResumeState.Parsed or ResumeState.NeedsOcr or ResumeState.Failed)
                yield break;
        }
    }
}
