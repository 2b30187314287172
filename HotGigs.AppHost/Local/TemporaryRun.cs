using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Resources;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local;

/// <summary>A local mode for one test run or benchmark: free ports, data that is gone afterwards, and the same code as for people.</summary>
internal sealed class TemporaryRun : IAsyncDisposable
{
    private const string Prefix = "hotgigs-run-";

    private readonly LocalRun _run;
    private readonly LocalPlace _place;

    private TemporaryRun(LocalRun run, LocalPlace place) => (_run, _place) = (run, place);

    internal IReadOnlyList<Resource> Resources => _run.Resources;

    /// <summary>Values of the manifest's expressions, for example <c>{app-db-password.value}</c>.</summary>
    internal ManifestValues Values => _run.Values;

    internal Resource this[string name] => Resources.Single(resource => resource.Name == name);

    /// <param name="useProjects">False starts Postgres, Redis and Azurite only; true also migrations, Api and Worker.</param>
    /// <param name="output">Where progress is told.</param>
    /// <param name="configure">Settings that differ from a test run's usual ones.</param>
    /// <exception cref="LocalModeException">Something failed to start; everything is stopped again.</exception>
    internal static async Task<TemporaryRun> StartAsync(
        bool useProjects, TextWriter output, Func<LocalSettings, LocalSettings>? configure = null, CancellationToken ct = default)
    {
        var clock = TimeProvider.System;
        var progress = new Progress(output, clock);
        await SweepAsync(clock, progress);
        var place = new LocalPlace(Path.Combine(Path.GetTempPath(), Prefix + Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")), Durable: false);
        var configuration = new ConfigurationBuilder().Build();
        var settings = new LocalSettings(
            Manifest.FindAbove(AppContext.BaseDirectory), place, configuration, progress, clock, UseDefaultPorts: false, UseProjects: useProjects);
        var run = new TemporaryRun(await LocalRun.OpenAsync(configure?.Invoke(settings) ?? settings), place);
        try
        {
            await run._run.StartAsync(ct);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        Directory.Delete(_place.Data, recursive: true);
    }

    /// <summary>Removes what test runs that were killed have left, processes and data.</summary>
    private static async Task SweepAsync(TimeProvider clock, Progress progress)
    {
        foreach (var data in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (!File.Exists(Path.Combine(data, "lock")) || !DataLock.IsFree(data)) continue;
                await new ProcessFiles(new LocalPlace(data, Durable: false).ProcessDirectory, clock).EndLeftoversAsync(progress.Say);
                Directory.Delete(data, recursive: true);
            }
            catch (UnauthorizedAccessException) { } // another user's
            catch (IOException) { } // another test run sweeps it too
        }
    }
}
