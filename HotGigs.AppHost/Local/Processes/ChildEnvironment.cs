using System.Collections;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>What children inherit: named variables only, so that a secret of the developer's shell stays there.</summary>
internal static class ChildEnvironment
{
    private static readonly string[] ForEveryone =
        ["PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    private static readonly string[] PrefixesForInstallers = ["npm_config_", "NODE_", "APT_", "XDG_"];
    private static readonly string[] PrefixesForProjects = ["DOTNET_", "OTEL_", "HotGigs__", "Logging__", "XDG_"];

    /// <summary>Left out although a prefix lets them in: they belong to `dotnet run` and would change what a child listens on or loads.</summary>
    private static readonly string[] NeverForProjects = ["DOTNET_LAUNCH_PROFILE", "DOTNET_STARTUP_HOOKS", "DOTNET_URLS"];

    internal static Dictionary<string, string> ForEngine() => Collect([]);

    internal static Dictionary<string, string> ForInstaller() => Collect(PrefixesForInstallers);

    internal static Dictionary<string, string> ForProject()
    {
        var environment = Collect(PrefixesForProjects);
        foreach (var name in NeverForProjects) environment.Remove(name);
        return environment;
    }

    private static Dictionary<string, string> Collect(string[] prefixes) =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(entry => ForEveryone.Contains(entry.Name, StringComparer.OrdinalIgnoreCase)
                || entry.Name.StartsWith("LC_", StringComparison.Ordinal)
                || prefixes.Any(prefix => entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(entry => entry.Name, entry => entry.Value);
}
