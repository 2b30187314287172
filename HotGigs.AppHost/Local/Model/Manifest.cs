using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HotGigs.AppHost.Local.Model;

/// <summary>aspire-manifest.json as it is written: resources, and which refer to which.</summary>
internal sealed partial class Manifest
{
    internal const string FileName = "aspire-manifest.json";

    private readonly Dictionary<string, ManifestResource> _byName;

    private Manifest(string directory, IEnumerable<ManifestResource> resources)
    {
        Directory = directory;
        Resources = [.. resources];
        _byName = Resources.ToDictionary(resource => resource.Name);
    }

    /// <summary>Project paths in the manifest are relative to this.</summary>
    internal string Directory { get; }

    /// <summary>In the order of the file.</summary>
    internal IReadOnlyList<ManifestResource> Resources { get; }

    internal static Manifest Load(string path)
    {
        var resources = JsonNode.Parse(File.ReadAllText(path))!["resources"]!.AsObject();
        return new Manifest(Path.GetDirectoryName(path)!, resources.Select(pair => new ManifestResource(pair.Key, pair.Value!.AsObject())));
    }

    /// <summary>Looks for the manifest in <paramref name="start"/> and the directories above it.</summary>
    /// <exception cref="LocalModeException">There is none.</exception>
    internal static Manifest FindAbove(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            if (Path.Combine(directory.FullName, FileName) is var file && File.Exists(file)) return Load(file);
        throw new LocalModeException($"no {FileName} in '{start}' or above it: run from inside a clone of HotGigs");
    }

    internal ManifestResource this[string name] =>
        _byName.TryGetValue(name, out var resource) ? resource : throw new LocalModeException($"{FileName} refers to '{name}', which it does not define");

    internal bool Defines(string name) => _byName.ContainsKey(name);

    /// <summary>All resources that a text refers to, directly or through others.</summary>
    internal IReadOnlySet<string> References(string text)
    {
        var found = new HashSet<string>();
        Collect(text, found);
        return found;
    }

    private void Collect(string text, HashSet<string> found)
    {
        foreach (Match match in Expression().Matches(text))
        {
            var name = match.Groups[1].Value;
            if (found.Add(name)) Collect(this[name].Node.ToJsonString(), found);
        }
    }

    /// <summary>An expression such as <c>{postgres.bindings.tcp.port}</c>: the resource, then what is wanted of it.</summary>
    [GeneratedRegex(@"\{([A-Za-z0-9_-]+)\.([A-Za-z0-9_.-]+)\}", RegexOptions.NonBacktracking)]
    internal static partial Regex Expression();
}
