using HotGigs.AppHost.Local;

namespace HotGigs.Benchmarks.Support;

internal static class Installation
{
    /// <summary>Everything on free ports and with data of its own, started as for people.</summary>
    /// <remarks>Durable, unlike test runs: a Postgres that does not wait for its disk would be another yardstick than anybody's.</remarks>
    internal static Task<TemporaryRun> StartAsync(CancellationToken cancellationToken) => TemporaryRun.StartAsync(
        useProjects: true, Console.Out, settings => settings with { Place = settings.Place with { Durable = true } }, cancellationToken);
}
