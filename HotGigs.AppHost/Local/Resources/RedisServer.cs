using System.Net.Sockets;
using System.Text;
using HotGigs.AppHost.Local.Engines;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>Redis; optional, because losing it loses nothing.</summary>
internal sealed class RedisServer(string name, Endpoint endpoint, string password, bool wanted, LocalPlace place, EngineCache cache)
    : ResourceDefinition(name, "Redis", new HashSet<string>(), endpoint)
{
    private readonly int _port = endpoint.Port;

    internal override async Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct)
    {
        if (!wanted || await RedisEngine.FindOrInstallAsync(cache, report, ct) is not { } engine) return null;
        var directory = Unix.CreateDataDirectory(Path.Combine(place.Data, "redis"));
        var configuration = Path.Combine(directory, "redis.conf");
        // In a file, not in arguments: those can be read by every user of the machine.
        Unix.WriteSecretFile(configuration, $"""
            bind {Endpoint.Host}
            port {_port}
            dir "{directory}"
            requirepass {password}
            save {(place.Durable ? "60 10" : "\"\"")}

            """);
        return new Launch(engine.Executable, [configuration], directory, engine.Environment());
    }

    internal override async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Endpoint.Host, _port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\nQUIT\r\n"), ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        // QUIT makes Redis close the connection: the whole answer can be read to its end.
        return (await reader.ReadToEndAsync(ct)).Contains("+PONG", StringComparison.Ordinal);
    }
}
