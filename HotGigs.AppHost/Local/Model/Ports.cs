using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace HotGigs.AppHost.Local.Model;

/// <summary>Chooses where resources listen: below 32768, where no operating system hands out ports for outgoing connections.</summary>
/// <param name="configuration">May hold <c>HotGigs:Ports:NAME</c>.</param>
/// <param name="useDefaults">False for test runs, which must not meet a running HotGigs: all ports are then free ones.</param>
internal sealed class Ports(IConfiguration configuration, bool useDefaults, Action<string> report)
{
    private const int Lowest = 10_000;
    private const int End = 32_768;

    private static readonly Dictionary<string, int> Defaults = new()
    {
        ["api"] = 5080,
        ["worker"] = 5081,
        ["postgres"] = 25432,
        ["redis"] = 26379,
        ["storage"] = 21000,
        ["page"] = 15000,
    };

    private readonly HashSet<int> _given = [];

    /// <exception cref="LocalModeException">The configured port is taken or not a port.</exception>
    internal int Choose(string name)
    {
        var port = Configured(name) ?? Default(name) ?? Free();
        _given.Add(port);
        return port;
    }

    private int? Configured(string name)
    {
        if (configuration[$"HotGigs:Ports:{name}"] is not { Length: > 0 } text) return null;
        if (!int.TryParse(text, out var port) || port is < 1 or > 65535)
            throw new LocalModeException($"HotGigs__Ports__{name}={text} is not a port");
        return IsFree(port) ? port : throw new LocalModeException($"port {port}, asked for by HotGigs__Ports__{name}, is taken");
    }

    private int? Default(string name)
    {
        if (!useDefaults || !Defaults.TryGetValue(name, out var port)) return null;
        if (IsFree(port)) return port;
        var other = Free();
        report($"port {port} is taken: {name} gets {other} (HotGigs__Ports__{name}=N chooses another)");
        return other;
    }

    private int Free()
    {
        while (true)
            if (RandomNumberGenerator.GetInt32(Lowest, End) is var port && IsFree(port)) return port;
    }

    private bool IsFree(int port)
    {
        if (_given.Contains(port)) return false;
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
