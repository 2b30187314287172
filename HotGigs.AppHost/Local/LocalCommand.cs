using HotGigs.AppHost.Local.Model;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local;

/// <summary>The command line of local mode.</summary>
internal static class LocalCommand
{
    internal static async Task<int> RunAsync(string[] args)
    {
        Console.WriteLine("HotGigs, local mode: engines of this machine, no containers. Ctrl+C stops everything.");
        var clock = TimeProvider.System;
        var progress = new Progress(Console.Out, clock);
        var manifest = Manifest.FindAbove(AppContext.BaseDirectory);
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var settings = new LocalSettings(manifest, new LocalPlace(LocalPlace.DefaultData(manifest.Directory), true), configuration, progress, clock);
        await using var run = await LocalRun.OpenAsync(settings);
        await run.StartAsync(default);
        return 0;
    }
}
