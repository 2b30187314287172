using System.Text.Json.Nodes;

namespace HotGigs.AppHost.Local.Model;

/// <summary>One entry of the manifest.</summary>
internal sealed record ManifestResource(string Name, JsonObject Node)
{
    internal string Type => (string)Node["type"]!;

    internal bool IsProject => Type == "project.v0";

    internal string Image => (string?)Node["image"] ?? "";

    /// <summary>The project's file, relative to the manifest.</summary>
    internal string ProjectPath => (string)Node["path"]!;

    internal string? ConnectionString => (string?)Node["connectionString"];

    internal IReadOnlyList<string> Arguments => Node["args"]?.AsArray().Select(argument => (string)argument!).ToArray() ?? [];

    /// <summary>Values hold expressions.</summary>
    internal IReadOnlyDictionary<string, string> Environment =>
        Node["env"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!) ?? [];

    /// <summary>Name of each binding, and its URI scheme.</summary>
    internal IReadOnlyDictionary<string, string> Bindings =>
        Node["bindings"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!["scheme"]!) ?? [];

    /// <summary>What a parameter's value is when nobody sets it; null when it has no constant default.</summary>
    internal string? DefaultValue => (string?)Node["inputs"]?["value"]?["default"]?["value"];

    /// <summary>Length of the secret to make when nobody sets this parameter; null when it isn't one to be made.</summary>
    internal int? GeneratedLength => (int?)Node["inputs"]?["value"]?["default"]?["generate"]?["minLength"];

    internal bool IsSecret => (bool?)Node["inputs"]?["value"]?["secret"] ?? false;
}
