namespace HotGigs.AppHost.Local.Engines;

/// <summary>Azurite, the Azure Storage emulator.</summary>
/// <param name="Node">Executable that runs it.</param>
/// <param name="Script">Its blob service.</param>
internal sealed record AzuriteEngine(string Node, string Script)
{
    /// <summary>Newer ones need Node 22, which not every distribution has.</summary>
    private const string Version = "3.35.0";

    internal static async Task<AzuriteEngine> FindOrInstallAsync(EngineCache cache, Action<string> report, CancellationToken ct)
    {
        var node = Installers.Node("Azurite, the storage emulator,");
        var directory = await cache.GetAsync($"azurite-{Version}", staging => InstallAsync(staging, report, ct), ct);
        return new AzuriteEngine(node, Path.Combine(directory, "node_modules", "azurite", "dist", "src", "blob", "main.js"));
    }

    private static Task InstallAsync(string staging, Action<string> report, CancellationToken ct)
    {
        report("fetching Azurite with npm (once, about 190 MB)");
        return Installers.NpmAsync("Azurite", $"azurite@{Version}", staging, ct);
    }
}
