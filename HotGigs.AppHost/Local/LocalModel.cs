using HotGigs.AppHost.Local.Engines;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Resources;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local;

/// <summary>Turns the manifest's resources into what this machine can run: containers become engines, projects become processes.</summary>
internal sealed class LocalModel
{
    private const string BlobOutput = "blobEndpoint";

    private readonly LocalSettings _settings;
    private readonly HttpClient _http;
    private readonly EngineCache _cache;
    private readonly Ports _ports;
    private readonly Dictionary<string, Endpoint> _endpoints = [];
    private readonly Dictionary<string, string> _outputs = [];
    private readonly List<ResourceDefinition> _definitions = [];

    internal LocalModel(LocalSettings settings, HttpClient http)
    {
        (_settings, _http) = (settings, http);
        _cache = new EngineCache(LocalPlace.EngineDirectory(), LocalPlace.SharedEngines, settings.Clock);
        _ports = new Ports(settings.Configuration, settings.UseDefaultPorts, settings.Progress.Say);
        Parameters = new Parameters(settings.Place.SecretsFile, settings.Configuration);
        Values = new ManifestValues(settings.Manifest, _endpoints, _outputs, Parameters);
        foreach (var resource in settings.Manifest.Resources) AddEndpoints(resource);
        foreach (var resource in settings.Manifest.Resources) AddEngine(resource);
        if (!settings.UseProjects) return;
        foreach (var resource in settings.Manifest.Resources.Where(resource => resource.IsProject)) AddProject(resource);
    }

    internal ManifestValues Values { get; }

    internal Parameters Parameters { get; }

    internal IReadOnlyList<ResourceDefinition> Definitions => _definitions;

    /// <summary>Where the resources page listens.</summary>
    internal int ChoosePagePort() => _ports.Choose("page");

    private void AddEndpoints(ManifestResource resource)
    {
        if (resource.IsProject && !_settings.UseProjects) return;
        foreach (var (binding, scheme) in resource.Bindings)
            _endpoints[$"{resource.Name}.{binding}"] = new Endpoint(scheme, _ports.Choose(resource.Name));
    }

    private void AddEngine(ManifestResource resource)
    {
        if (resource.Image.Contains("/postgres:", StringComparison.Ordinal)) AddPostgres(resource);
        else if (resource.Image.Contains("/redis:", StringComparison.Ordinal)) AddRedis(resource);
        else if (resource.Type.StartsWith("azure.bicep", StringComparison.Ordinal)) AddStorage(resource);
        else if (resource.Image.Length > 0)
            throw new LocalModeException($"local mode knows no executable for '{resource.Name}' ({resource.Image}): run with -p:UseAspire=true");
    }

    private void AddPostgres(ManifestResource resource)
    {
        var owner = new PostgresOwner(Values.Evaluate(resource.Environment["POSTGRES_USER"]), Values.Evaluate(resource.Environment["POSTGRES_PASSWORD"]));
        var prefix = $"{{{resource.Name}.connectionString}};Database=";
        var databases = _settings.Manifest.Resources
            .Where(other => other.ConnectionString?.StartsWith(prefix, StringComparison.Ordinal) == true)
            .Select(other => other.ConnectionString![prefix.Length..])
            .ToArray();
        _definitions.Add(new PostgresServer(resource.Name, _endpoints[$"{resource.Name}.tcp"], owner, databases, _settings.Place, _cache));
    }

    private void AddRedis(ManifestResource resource)
    {
        var password = Values.Evaluate(resource.Environment["REDIS_PASSWORD"]);
        _definitions.Add(new RedisServer(resource.Name, _endpoints[$"{resource.Name}.tcp"], password, _settings.UseRedis, _settings.Place, _cache));
    }

    // Of the Azure modules only the one that others take a blob endpoint from has something to run; roles have not.
    private void AddStorage(ManifestResource resource)
    {
        var output = $"{resource.Name}.outputs.{BlobOutput}";
        if (!_settings.Manifest.Resources.Any(other => other.ConnectionString?.Contains(output, StringComparison.Ordinal) == true)) return;
        var endpoint = new Endpoint("http", _ports.Choose(resource.Name));
        _outputs[$"{resource.Name}.{BlobOutput}"] = AzuriteServer.ConnectionString(endpoint);
        _definitions.Add(new AzuriteServer(resource.Name, endpoint, _settings.Place, _cache, _http));
    }

    private void AddProject(ManifestResource resource)
    {
        var needs = Needs(resource);
        var endpoint = _endpoints.GetValueOrDefault($"{resource.Name}.http");
        AddProcess(resource, resource.Name, needs, endpoint);
        var replicas = _settings.Configuration.GetValue($"HotGigs:Replicas:{resource.Name}", 1);
        for (var replica = 2; replica <= replicas && endpoint is not null; replica++)
            AddProcess(resource, $"{resource.Name}-{replica}", needs, endpoint with { Port = _ports.Choose($"{resource.Name}-{replica}") });
    }

    private void AddProcess(ManifestResource resource, string name, IReadOnlySet<string> needs, Endpoint? endpoint) =>
        _definitions.Add(new ProjectProcess(resource, name, needs, endpoint, _settings.Manifest, Values, _http));

    /// <summary>What its environment refers to. The manifest keeps no waits, so the rule is ours: who serves waits for every task with an end.</summary>
    private HashSet<string> Needs(ManifestResource resource)
    {
        var started = _settings.Manifest.Resources.Where(other => other.IsProject).Select(other => other.Name)
            .Concat(_definitions.Select(definition => definition.Name));
        var needs = _settings.Manifest.References(string.Join('\n', resource.Environment.Values)).Intersect(started).ToHashSet();
        if (resource.Bindings.Count > 0)
            needs.UnionWith(_settings.Manifest.Resources.Where(other => other.IsProject && other.Bindings.Count == 0).Select(other => other.Name));
        needs.Remove(resource.Name);
        return needs;
    }
}
