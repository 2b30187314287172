using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HotGigs.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP, as Aspire's defaults send them, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
/// <remarks>Unset, nothing is registered: no provider, no listener, no middleware. Built by the SDK alone, without its hosting packages.</remarks>
internal static class Telemetry
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceNameKey = "OTEL_SERVICE_NAME";

    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Azure.Storage.Blobs.*", "HotGigs.*"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Net.NameResolution",
        "System.Runtime", "Npgsql", "Microsoft.EntityFrameworkCore", "HotGigs.*",
    ];

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[EndpointKey]);

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration))
            return;
        // The Azure SDK emits its spans only when asked.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        var configuration = builder.Configuration;
        var name = builder.Environment.ApplicationName;
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
            logs.SetResourceBuilder(Describe(ResourceBuilder.CreateDefault(), configuration, name));
            logs.AddOtlpExporter();
        });
        // The exporter reads its settings from the host's configuration, not from the environment alone.
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            .ConfigureResource(resource => Describe(resource, configuration, name))
            .AddSource(Sources)
            .AddOtlpExporter()
            .Build()!);
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            .ConfigureResource(resource => Describe(resource, configuration, name))
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build()!);
        builder.Services.AddHostedService<TelemetryLifetime>();
        builder.Services.AddTransient<IStartupFilter, ServerSpans>();
    }

    private static ResourceBuilder Describe(ResourceBuilder resource, IConfiguration configuration, string name) =>
        string.IsNullOrEmpty(configuration[ServiceNameKey]) ? resource.AddService(name) : resource;
}

/// <summary>Makes the providers before the server starts; the container disposes them at the end, which sends what is left.</summary>
internal sealed class TelemetryLifetime(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        GC.KeepAlive(traces);
        GC.KeepAlive(metrics);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
