using System.Collections.Concurrent;
using System.Text;
using HotGigs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HotGigs.Tests.ServiceDefaults;

[TestFixture]
internal sealed class TelemetryTests
{
    [Test]
    public async Task GivenACollector_WhenRequestsAreServed_ThenSpansCarryRouteAndStatusAndHealthPollsAreDropped()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = await StartAsync(collector.Address))
        {
            await app.Client.GetAsync("/things/1234567");
            await app.Client.GetAsync("/fails");
            await app.Client.GetAsync("/alive");
            LogCanary(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Canary"), null);
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        await Eventually.TrueAsync(
            () => collector.Text("/v1/traces").Length > 0 && collector.Text("/v1/metrics").Length > 0 && collector.Text("/v1/logs").Length > 0,
            "traces, metrics and logs arrive");
        var traces = collector.Text("/v1/traces");
        Assert.Multiple(() =>
        {
            Assert.That(traces, Does.Contain("GET /things/{id}"));
            Assert.That(traces, Does.Contain("http.response.status_code"));
            Assert.That(traces, Does.Contain("the-service"));
            Assert.That(traces, Does.Contain("GET /fails"));
            Assert.That(traces, Does.Not.Contain("url.path"), "an id of a person could stand in it");
            Assert.That(traces, Does.Not.Contain("GET /alive"));
            Assert.That(collector.Text("/v1/metrics"), Does.Contain("http.server.request.duration"));
            Assert.That(collector.Text("/v1/logs"), Does.Contain("canary-log"));
        });
    }

    [Test]
    public async Task GivenNoCollector_WhenTheAppRuns_ThenNothingIsBuiltForIt()
    {
        await using var app = await StartAsync(null);

        Assert.Multiple(() =>
        {
            Assert.That(app.Services.GetService<TracerProvider>(), Is.Null);
            Assert.That(app.Services.GetService<MeterProvider>(), Is.Null);
        });
    }

    private static readonly Action<ILogger, Exception?> LogCanary = LoggerMessage.Define(LogLevel.Information, 1, "canary-log");

    private static Task<TestApp> StartAsync(string? collector) => TestApp.StartAsync(
        new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "the-service",
        },
        map: app =>
        {
            app.MapGet("/things/{id}", (string id) => Results.Ok(id.Length));
            app.MapGet("/fails", () => Results.StatusCode(500));
        });

    /// <summary>Takes what an OTLP collector would.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, string> _received = new();
        private TestApp _app = null!;

        public string Address => _app.Client.BaseAddress!.ToString();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            collector._app = await TestApp.StartAsync(map: app => app.MapPost("/v1/{kind}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                var text = Encoding.Latin1.GetString(body.ToArray());
                collector._received.AddOrUpdate(request.Path, text, (_, before) => before + text);
            }));
            return collector;
        }

        public string Text(string path) => _received.GetValueOrDefault(path, "");

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
