using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using HotGigs.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace HotGigs.ServiceDefaults;

/// <summary>Keys of the section <c>Aspire:Azure:Storage:Blobs</c>.</summary>
public sealed class BlobSettings
{
    public string? ConnectionString { get; set; }

    public Uri? ServiceUri { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }
}

public static class BlobExtensions
{
    public const string Section = "Aspire:Azure:Storage:Blobs";

    /// <summary>The blob store: <see cref="BlobServiceClient"/> and <see cref="BlobStore"/>.</summary>
    /// <param name="connectionName">A connection string, or the service's URI for the identity the process runs as.</param>
    /// <exception cref="InvalidOperationException">Neither is configured.</exception>
    public static void AddHotGigsBlobs(this IHostApplicationBuilder builder, string connectionName)
    {
        var settings = ClientSettings.Read<BlobSettings>(builder, Section, connectionName);
        if (builder.Configuration.GetConnectionString(connectionName) is { Length: > 0 } named)
        {
            if (Uri.TryCreate(named, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                settings.ServiceUri = uri;
            else
                settings.ConnectionString = named;
        }

        if (string.IsNullOrWhiteSpace(settings.ConnectionString) && settings.ServiceUri is null)
            throw new InvalidOperationException(
                $"No blob store: set ConnectionStrings:{connectionName} (environment variable ConnectionStrings__{connectionName}).");
        builder.Services.AddSingleton(_ => CreateClient(settings));
        builder.Services.AddSingleton<BlobStore>();
        if (!settings.DisableHealthChecks)
            builder.Services.AddHealthChecks().AddCheck<BlobHealthCheck>(
                connectionName, HealthStatus.Unhealthy, [ServiceDefaultsExtensions.ReadyTag], TimeSpan.FromSeconds(3));
    }

    private static BlobServiceClient CreateClient(BlobSettings settings)
    {
        // A store that is out answers within seconds: the upload's caller gets 503 and the worker backs off, both better than waiting.
        var options = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromMilliseconds(500),
                NetworkTimeout = TimeSpan.FromSeconds(4),
            },
            Diagnostics = { IsDistributedTracingEnabled = !settings.DisableTracing, IsLoggingEnabled = false },
        };
        return settings.ServiceUri is { } uri && string.IsNullOrWhiteSpace(settings.ConnectionString)
            ? new BlobServiceClient(uri, new DefaultAzureCredential(), options)
            : new BlobServiceClient(settings.ConnectionString, options);
    }

    private sealed class BlobHealthCheck(BlobServiceClient client) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                // Whether the container exists does not matter, only that the store answers: the first upload makes it.
                await client.GetBlobContainerClient(BlobStore.Container).ExistsAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException
                or OperationCanceledException or AuthenticationFailedException)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception.GetType().Name);
            }
        }
    }
}
