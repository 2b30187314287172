using System.Security.Cryptography;
using System.Text;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local;

/// <summary>Where one local mode keeps its things.</summary>
/// <param name="Data">Data of the engines, made secrets, process files. Never inside the clone: Postgres' user must reach it.</param>
/// <param name="Durable">False for tests: data need not survive the machine.</param>
internal sealed record LocalPlace(string Data, bool Durable)
{
    private const string DataVariable = "HOTGIGS_DATA";
    private const string EnginesVariable = "HOTGIGS_ENGINES";

    /// <summary>Engines that root has installed for everyone.</summary>
    internal const string SharedEngines = "/var/cache/hotgigs/engines";

    internal string SecretsFile => Path.Combine(Data, "secrets.json");

    internal string ProcessDirectory => Path.Combine(Data, "run");

    /// <summary>Each clone has its own data unless told otherwise.</summary>
    internal static string DefaultData(string clone)
    {
        if (Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(clone))));
        var root = Unix.IsRoot ? "/var/lib" : UserDirectory("XDG_DATA_HOME", ".local/share");
        return Path.Combine(root, "hotgigs", hash[..12]);
    }

    internal static string EngineDirectory()
    {
        if (Environment.GetEnvironmentVariable(EnginesVariable) is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        return Unix.IsRoot ? SharedEngines : Path.Combine(UserDirectory("XDG_CACHE_HOME", ".cache"), "hotgigs", "engines");
    }

    private static string UserDirectory(string variable, string underHome) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), underHome);
}
