using System.Globalization;

namespace HotGigs.AppHost.Local.Model;

/// <summary>Gives the manifest's expressions their values on this machine.</summary>
/// <param name="endpoints">By "resource.binding".</param>
/// <param name="outputs">By "resource.output": what a deployment of the resource would yield.</param>
internal sealed class ManifestValues(
    Manifest manifest, IReadOnlyDictionary<string, Endpoint> endpoints, IReadOnlyDictionary<string, string> outputs, Parameters parameters)
{
    private readonly HashSet<string> _absent = [];

    /// <summary>Records that an optional resource isn't there. Connection strings that lead to it are empty from then on.</summary>
    internal void MarkAbsent(string resource)
    {
        lock (_absent) _absent.Add(resource);
    }

    /// <summary>True when the text refers, directly or through values, to a resource that isn't there.</summary>
    internal bool NeedsAbsent(string text)
    {
        lock (_absent) return _absent.Overlaps(manifest.References(text));
    }

    internal string ConnectionString(string resource) => Resolve(resource, "connectionString");

    /// <exception cref="LocalModeException">An expression has no value in local mode.</exception>
    internal string Evaluate(string text) =>
        Manifest.Expression().Replace(text, match => Resolve(match.Groups[1].Value, match.Groups[2].Value));

    private string Resolve(string name, string property)
    {
        var resource = manifest[name];
        var path = property.Split('.');
        return (path[0], resource.Type) switch
        {
            ("connectionString", _) when resource.ConnectionString is { } text => NeedsAbsent(text) ? "" : Evaluate(text),
            ("value", "annotated.string") => Uri.EscapeDataString(Evaluate((string)resource.Node["value"]!)),
            ("value", "parameter.v0") or ("inputs", "parameter.v0") => parameters.Get(resource),
            ("bindings", _) when endpoints.TryGetValue($"{name}.{path[1]}", out var endpoint) => Property(endpoint, path[2]),
            ("outputs", _) when outputs.TryGetValue($"{name}.{path[1]}", out var output) => output,
            _ => throw new LocalModeException($"{Manifest.FileName}: local mode has no value for '{{{name}.{property}}}'"),
        };
    }

    private static string Property(Endpoint endpoint, string property) => property switch
    {
        "host" => Endpoint.Host,
        "port" or "targetPort" => endpoint.Port.ToString(CultureInfo.InvariantCulture),
        "scheme" => endpoint.Scheme,
        "url" => endpoint.Url,
        _ => throw new LocalModeException($"{Manifest.FileName}: local mode knows no property '{property}' of a binding"),
    };
}
