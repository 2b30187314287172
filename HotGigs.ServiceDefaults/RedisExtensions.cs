using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace HotGigs.ServiceDefaults;

/// <summary>Keys of the section <c>Aspire:StackExchange:Redis</c>.</summary>
public sealed class RedisSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }
}

public static class RedisExtensions
{
    public const string Section = "Aspire:StackExchange:Redis";

    /// <summary>
    /// Redis, where there is one: registers <see cref="IConnectionMultiplexer"/>, or nothing without a connection string, so ask for it
    /// with <c>GetService</c>. It holds only what can be lost; its absence never fails a request nor health.
    /// </summary>
    /// <returns>Whether it is configured.</returns>
    public static bool AddHotGigsRedis(this IHostApplicationBuilder builder, string connectionName)
    {
        var settings = ClientSettings.Read<RedisSettings>(builder, Section, connectionName);
        var connectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        if (string.IsNullOrWhiteSpace(connectionString))
            return false;
        var options = ConfigurationOptions.Parse(connectionString);
        // Connects in the background for as long as it takes; commands fail at once meanwhile, and callers go on without.
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1_000;
        options.SyncTimeout = 1_000;
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        builder.Services.AddHostedService<RedisStart>();
        if (!settings.DisableHealthChecks)
            builder.Services.AddHealthChecks().AddCheck<RedisHealthCheck>(
                connectionName, HealthStatus.Degraded, [], TimeSpan.FromSeconds(3));
        return true;
    }

    /// <summary>Connects off the request path; the first request must not wait for a Redis that does not answer.</summary>
    private sealed class RedisStart(IServiceProvider services) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.Run(() => GC.KeepAlive(services.GetRequiredService<IConnectionMultiplexer>()), stoppingToken);
    }

    private sealed class RedisHealthCheck(IConnectionMultiplexer redis) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(redis.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Without Redis; nothing is lost."));
    }
}
