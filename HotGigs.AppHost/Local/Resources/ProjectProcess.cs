using System.Reflection;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>A project of this solution, started as it was built.</summary>
/// <param name="endpoint">Null for a task that serves nothing and ends.</param>
internal sealed class ProjectProcess(
    ManifestResource resource, string name, IReadOnlySet<string> needs, Endpoint? endpoint, Manifest manifest, ManifestValues values, HttpClient http)
    : ResourceDefinition(name, "project", needs, endpoint)
{
    /// <summary>Meant for a deployment. Here ASPNETCORE_URLS says where to listen, with the loopback address, and no proxy forwards headers to be trusted.</summary>
    internal static readonly string[] PublishedOnly = ["HTTP_PORTS", "HTTPS_PORTS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED"];

    private readonly string? _url = endpoint?.Url;

    internal override bool RunsToCompletion => _url is null;

    internal override TimeSpan StopLimit => TimeSpan.FromSeconds(15);

    internal override Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct)
    {
        var project = Path.GetFullPath(Path.Combine(manifest.Directory, resource.ProjectPath));
        var directory = Path.GetDirectoryName(project)!;
        var assembly = Path.Combine(directory, "bin", Configuration(), "net10.0", $"{Path.GetFileNameWithoutExtension(project)}.dll");
        if (!File.Exists(assembly)) throw new LocalModeException($"'{assembly}' is not there: build the solution (dotnet build) and start again");
        return Task.FromResult<Launch?>(new Launch(ExecutablePath.DotNet(), [assembly, .. resource.Arguments], directory, Environment()));
    }

    internal override async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        using var response = await http.GetAsync($"{_url}/health", ct);
        return response.IsSuccessStatusCode;
    }

    private Dictionary<string, string> Environment()
    {
        var environment = ChildEnvironment.ForProject();
        foreach (var (key, text) in resource.Environment)
            if (!PublishedOnly.Contains(key) && !values.NeedsAbsent(text)) Set(environment, key, values.Evaluate(text));
        environment["ASPNETCORE_ENVIRONMENT"] = environment["DOTNET_ENVIRONMENT"] = "Development";
        environment["OTEL_SERVICE_NAME"] = resource.Name;
        if (_url is not null) environment["ASPNETCORE_URLS"] = _url;
        return environment;
    }

    /// <summary>An optional parameter that nobody has set leaves alone what the developer's own environment says.</summary>
    private static void Set(Dictionary<string, string> environment, string key, string value)
    {
        if (value.Length > 0) environment[key] = value;
        else environment.TryAdd(key, value);
    }

    /// <summary>Projects are built together with this one, in the same configuration.</summary>
    private static string Configuration() =>
        typeof(ProjectProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
}
