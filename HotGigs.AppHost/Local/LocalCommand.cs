using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Page;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local;

/// <summary>Local mode for a person at a terminal: start, tell where things are, wait for Ctrl+C, stop.</summary>
internal static class LocalCommand
{
    private const string UserSecrets = "hotgigs-apphost";

    internal static Task<int> RunAsync(string[] args) => LocalOptions.InvokeAsync(args, RunAsync);

    private static async Task<int> RunAsync(LocalOptions options)
    {
        Console.WriteLine("HotGigs in local mode: engines of this machine, no containers. Ctrl+C stops everything.");
        try
        {
            if (OperatingSystem.IsWindows()) throw new LocalModeException("Local mode needs Linux or macOS: use WSL, or Aspire with containers (-p:UseAspire=true).");
            var settings = Settings(options);
            if (options.Reset && !await ResetAsync(options, settings)) return 2;
            using var stop = new StopRequest();
            await using var run = await LocalRun.OpenAsync(settings);
            await RunUntilStoppedAsync(run, options, stop.Token);
            return 0;
        }
        catch (LocalModeException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            return 1;
        }
    }

    private static LocalSettings Settings(LocalOptions options)
    {
        var manifest = Manifest.FindAbove(AppContext.BaseDirectory);
        var data = options.Data is null ? LocalPlace.DefaultData(manifest.Directory) : Path.GetFullPath(options.Data);
        var configuration = new ConfigurationBuilder().AddUserSecrets(UserSecrets).AddEnvironmentVariables().Build();
        var progress = new Progress(Console.Out, TimeProvider.System) { ShowsLogs = options.Logs };
        return new LocalSettings(manifest, new LocalPlace(data, Durable: true), configuration, progress, TimeProvider.System, UseRedis: !options.NoRedis, UseProjects: !options.EnginesOnly);
    }

    private static async Task<bool> ResetAsync(LocalOptions options, LocalSettings settings)
    {
        if (!options.Yes && !DataReset.IsConfirmed(settings.Place, Console.In, Console.Out))
        {
            Console.WriteLine("Nothing was deleted. (--yes answers the question.)");
            return false;
        }

        await DataReset.RunAsync(settings.Place, settings.Clock, settings.Progress.Say);
        return true;
    }

    private static async Task RunUntilStoppedAsync(LocalRun run, LocalOptions options, CancellationToken stop)
    {
        await using var page = await ResourcesPage.StartAsync(run);
        run.Progress.Say($"resources and logs: {page.Url}   data: {run.Data}");
        try
        {
            await run.StartAsync(stop);
            Announce(run, options, page.Url);
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            run.Progress.Say("stopping");
        }

        // Before the page goes, so that it can be watched.
        await run.DisposeAsync();
        run.Progress.Say("stopped");
    }

    private static void Announce(LocalRun run, LocalOptions options, string pageUrl)
    {
        if (options.EnginesOnly)
        {
            run.Progress.Say($"the engines are healthy; environment of Api and Worker: {EngineEnvironment.Write(run)}");
            return;
        }

        var api = run.Resources.First(resource => resource.Name == "api").Definition.Endpoint!.Url;
        run.Progress.Say("everything is healthy");
        Console.WriteLine($"""

              Api        {api}
              Documents  {api}/docs
              Resources  {pageUrl}

            """);
    }
}
