using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HotGigs.AppHost.Local.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HotGigs.AppHost.Local.Page;

/// <summary>What the page shows, as JSON and as server-sent events.</summary>
internal static class PageData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static void Map(IEndpointRouteBuilder app, LocalRun run)
    {
        var stopping = app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        app.MapGet("/resources.json", (HttpContext context) => SendJsonAsync(context, Snapshot(run)));
        app.MapGet("/events", (HttpContext context) => SendEventsAsync(context, token => ChangesAsync(run, token), stopping));
        app.MapGet("/logs/{name}", (HttpContext context) => SendLogAsync(context, run, stopping));
    }

    private static ResourceView[] Snapshot(LocalRun run) => [.. run.Resources.Select(ResourceView.Of)];

    private static async Task SendJsonAsync(HttpContext context, ResourceView[] resources)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, resources, Json, context.RequestAborted);
    }

    private static Task SendLogAsync(HttpContext context, LocalRun run, CancellationToken stopping)
    {
        var name = (string)context.GetRouteValue("name")!;
        if (run.Resources.FirstOrDefault(resource => resource.Name == name) is { } found)
            return SendEventsAsync(context, token => LinesAsync(found.Log, After(context), token), stopping);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The last line a browser has seen before its connection broke.</summary>
    private static long After(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async IAsyncEnumerable<SseItem<string>> ChangesAsync(LocalRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var changed = run.Progress.Changed.Next;
            yield return new SseItem<string>(JsonSerializer.Serialize(Snapshot(run), Json));
            await changed.WaitAsync(ct);
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> LinesAsync(ResourceLog log, long last, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var line in await log.WaitAfterAsync(last, ct))
            {
                last = line.Number;
                yield return new SseItem<string>(JsonSerializer.Serialize(line, Json)) { EventId = last.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }

    private static async Task SendEventsAsync(
        HttpContext context, Func<CancellationToken, IAsyncEnumerable<SseItem<string>>> events, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.Body.FlushAsync(end.Token);
            await SseFormatter.WriteAsync(events(end.Token), context.Response.Body, end.Token);
        }
        catch (OperationCanceledException) { } // the browser left, or we stop
        catch (IOException) { } // the browser left while we wrote
    }
}
