using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Engines;

/// <summary>A Redis of this machine.</summary>
/// <param name="Libraries">Directory of the libraries it needs; null when the system has them.</param>
internal sealed record RedisEngine(string Executable, string? Libraries)
{
    private static readonly string[] Packages = ["redis-server", "redis-tools", "libjemalloc2", "liblzf1"];

    /// <summary>Takes one on PATH, else unpacks the distribution's packages.</summary>
    /// <returns>Null where neither is possible: HotGigs runs without.</returns>
    internal static async Task<RedisEngine?> FindOrInstallAsync(EngineCache cache, Action<string> report, CancellationToken ct)
    {
        if (ExecutablePath.Find("redis-server") is { } onPath) return new RedisEngine(onPath, null);
        if (!Installers.HasApt) return null;
        try
        {
            var directory = await cache.GetAsync($"redis-{Release()}", staging => InstallAsync(staging, report, ct), ct);
            return Unpacked(directory);
        }
        catch (LocalModeException e)
        {
            report($"cannot fetch Redis ({e.Message.Split('\n')[^1].Trim()})");
            return null;
        }
    }

    private static async Task InstallAsync(string staging, Action<string> report, CancellationToken ct)
    {
        report("no redis-server on PATH: fetching one with apt-get (once, about 7 MB)");
        await Installers.DebianAsync(Packages, staging, ct);
        var engine = Unpacked(staging);
        // Packages of another release than the system's may miss libraries: better to know now than at each start.
        await Command.RunAsync(new Launch(engine.Executable, ["--version"], staging, engine.Environment()), ct);
    }

    private static RedisEngine Unpacked(string directory)
    {
        var libraries = Directory.GetDirectories(Path.Combine(directory, "usr", "lib"), "*-linux-*").FirstOrDefault();
        // redis-server is a link to redis-check-rdb, which asks for its own name: keep the link's path.
        return new RedisEngine(Path.Combine(directory, "usr", "bin", "redis-server"), libraries);
    }

    internal Dictionary<string, string> Environment()
    {
        var environment = ChildEnvironment.ForEngine();
        if (Libraries is not null) environment["LD_LIBRARY_PATH"] = Libraries;
        return environment;
    }

    private static string Release()
    {
        const string file = "/etc/os-release";
        var fields = File.Exists(file) ? File.ReadLines(file) : [];
        return fields.FirstOrDefault(line => line.StartsWith("VERSION_CODENAME=", StringComparison.Ordinal))?.Split('=')[1] ?? "unpacked";
    }
}
