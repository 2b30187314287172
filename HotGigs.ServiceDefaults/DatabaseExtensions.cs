using System.Data.Common;
using System.Diagnostics;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HotGigs.ServiceDefaults;

/// <summary>Keys of the section <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c>.</summary>
public sealed class DatabaseSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableRetry { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    /// <summary>In seconds; null: 4, so that a request meets a database that hangs within its five seconds.</summary>
    public int? CommandTimeout { get; set; }
}

public static class DatabaseExtensions
{
    public const string Section = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";

    private const int DefaultCommandTimeoutSeconds = 4;

    /// <summary>The database: one data source, and a context per scope that tells Postgres who is asking.</summary>
    /// <param name="connectionName">Name of the connection string.</param>
    /// <exception cref="InvalidOperationException">No connection string, or one that would hand one actor's context to the next.</exception>
    public static void AddHotGigsDatabase(
        this IHostApplicationBuilder builder, string connectionName, Action<DatabaseSettings>? configure = null)
    {
        var settings = ClientSettings.Read<DatabaseSettings>(builder, Section, nameof(HotGigsDbContext), connectionName);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configure?.Invoke(settings);
        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
            throw new InvalidOperationException(
                $"No database: set ConnectionStrings:{connectionName} (environment variable ConnectionStrings__{connectionName}).");
        var connectionString = Complete(settings.ConnectionString, settings);
        ConnectionRules.Check(connectionString);
        builder.Services.AddSingleton(services => BuildDataSource(connectionString, settings, services));
        builder.Services.TryAddScoped<ActorContext>();
        builder.Services.TryAddScoped<ActorContextInterceptor>();
        // Never pooled: a pooled context would keep the interceptor, and with it the actor, of whoever used it first.
        builder.Services.AddDbContext<HotGigsDbContext>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), npgsql =>
            {
                if (!settings.DisableRetry)
                    npgsql.ExecutionStrategy(dependencies => new SnappyRetry(dependencies));
            })
            .AddInterceptors(services.GetRequiredService<ActorContextInterceptor>()));
        if (!settings.DisableHealthChecks)
            builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>(
                connectionName, HealthStatus.Unhealthy, [ServiceDefaultsExtensions.ReadyTag], TimeSpan.FromSeconds(3));
    }

    private static NpgsqlDataSource BuildDataSource(string connectionString, DatabaseSettings settings, IServiceProvider services)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        // Queries belong to a request or a work item; what a process asks on its own, such as the queue's poll, would only be noise.
        builder.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => !settings.DisableTracing && Activity.Current is not null));
        return builder.Build();
    }

    /// <summary>Fills in what the connection string leaves open, so that a database that is down or hangs is noticed within seconds.</summary>
    private static string Complete(string connectionString, DatabaseSettings settings)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var complete = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.ContainsKey("Timeout"))
            complete.Timeout = 3;
        if (settings.CommandTimeout is { } seconds)
            complete.CommandTimeout = seconds;
        else if (!given.ContainsKey("Command Timeout") && !given.ContainsKey("CommandTimeout"))
            complete.CommandTimeout = DefaultCommandTimeoutSeconds;
        if (!given.ContainsKey("Cancellation Timeout") && !given.ContainsKey("CancellationTimeout"))
            complete.CancellationTimeout = 500;
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
            complete.MaxPoolSize = 30;
        // The policies make plans dear; a statement that comes twice keeps its plan.
        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare"))
            (complete.MaxAutoPrepare, complete.AutoPrepareMinUsages) = (60, 2);
        return complete.ConnectionString;
    }

    private sealed class DatabaseHealthCheck(NpgsqlDataSource dataSource) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = dataSource.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception.GetType().Name);
            }
        }
    }
}
