using System.Security.Cryptography;
using System.Text.Json;
using HotGigs.AppHost.Local.Processes;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local.Model;

/// <summary>Values of the manifest's parameters: configured, made once and kept beside the data, or the default.</summary>
/// <param name="file">Keeps made secrets, readable by this user alone. They live as long as the data they protect.</param>
/// <param name="configuration">May hold <c>Parameters:NAME</c>; in environment variables, dashes are underscores.</param>
internal sealed class Parameters(string file, IConfiguration configuration)
{
    // Alphanumeric without look-alikes: needs no quoting in connection strings, configuration files and URLs.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _secrets = [];
    private Dictionary<string, string>? _made;

    /// <summary>Every secret handed out so far; what logs must not show.</summary>
    internal string[] Secrets
    {
        get { lock (_lock) return [.. _secrets]; }
    }

    internal string Get(ManifestResource parameter)
    {
        lock (_lock)
        {
            var value = Configured(parameter.Name) ?? (parameter.GeneratedLength is { } length ? Made(parameter.Name, length) : parameter.DefaultValue ?? "");
            if (parameter.IsSecret && value.Length > 0) _secrets.Add(value);
            return value;
        }
    }

    private string? Configured(string name) =>
        configuration[$"Parameters:{name}"] ?? configuration[$"Parameters:{name.Replace('-', '_')}"];

    private string Made(string name, int length)
    {
        _made ??= File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))! : [];
        if (_made.TryGetValue(name, out var secret)) return secret;
        _made[name] = RandomNumberGenerator.GetString(Alphabet, length);
        Unix.WriteSecretFile(file, JsonSerializer.Serialize(_made));
        return _made[name];
    }
}
