using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using HotGigs.Api.Http;
using HotGigs.Contracts.Events;
using HotGigs.Core.Accounts;
using HotGigs.Core.Events;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Events;

internal static class StreamEvents
{
    internal static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events", HandleAsync).WithName("streamEvents").WithTags("Events")
            .RequireAuthorization(Policies.AnyUser).WithTokenProblems();
        return routes;
    }

    /// <summary>Live events of all the caller may see, as server-sent events; resumable by Last-Event-ID.</summary>
    internal static async Task<ServerSentEventsResult<EventView?>> HandleAsync(
        HttpRequest request, ActorContext context, EventStream stream, CancellationToken cancellationToken)
    {
        var actor = context.Required;
        var lastId = EventStream.LastEventId(request) ?? await stream.NewestAsync(actor, cancellationToken);
        return TypedResults.ServerSentEvents(ReadAsync(stream, actor, lastId, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<EventView?>> ReadAsync(
        EventStream stream, Actor actor, long lastId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var live in stream.ReadAsync(actor, null, lastId, cancellationToken))
        {
            yield return live is null
                ? new SseItem<EventView?>(null, "heartbeat")
                : new SseItem<EventView?>(ToView(live), live.Kind) { EventId = live.Id.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static EventView ToView(LiveEvent live) => new(live.Id, live.Kind, live.ResumeId, live.CandidateId, live.At);
}
