using HotGigs.AppHost.Local.Engines;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>The blob service of Azurite.</summary>
internal sealed class AzuriteServer(string name, Endpoint endpoint, LocalPlace place, EngineCache cache, HttpClient http)
    : ResourceDefinition(name, "Azurite", new HashSet<string>(), endpoint)
{
    // Public: Azurite's documentation gives both to everyone. It listens on loopback only.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string _url = endpoint.Url;
    private readonly int _port = endpoint.Port;

    internal static string ConnectionString(Endpoint endpoint) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={endpoint.Url}/{Account};";

    internal override async Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct)
    {
        var engine = await AzuriteEngine.FindOrInstallAsync(cache, report, ct);
        var directory = Unix.CreateDataDirectory(Path.Combine(place.Data, "azurite"));
        string[] arguments =
        [
            engine.Script, "--location", directory, "--blobHost", Endpoint.Host, "--blobPort", $"{_port}",
            "--skipApiVersionCheck", "--disableProductStyleUrl", "--disableTelemetry", "--silent",
        ];
        return new Launch(engine.Node, arguments, directory, ChildEnvironment.ForEngine());
    }

    internal override async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        // Without a signature the answer is 403, but it is an answer.
        using var response = await http.GetAsync($"{_url}/{Account}?comp=list", ct);
        return true;
    }
}
