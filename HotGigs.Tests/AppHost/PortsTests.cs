using System.Net;
using System.Net.Sockets;
using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Model;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

public sealed class PortsTests
{
    private readonly List<string> _told = [];
    private TcpListener _taken = null!;

    private int TakenPort => ((IPEndPoint)_taken.LocalEndpoint).Port;

    [SetUp]
    public void TakeAPort()
    {
        _taken = new TcpListener(IPAddress.Loopback, 0);
        _taken.Start();
        _told.Clear();
    }

    [TearDown]
    public void GiveItBack() => _taken.Dispose();

    [Test]
    public void GivenAConfiguredPortThatIsTaken_WhenChosen_ThenItIsRefusedAndTheSettingNamed()
    {
        var error = Assert.Throws<LocalModeException>(() => Ports($"{TakenPort}").Choose("api"));

        Assert.That(error.Message, Does.Contain($"{TakenPort}").And.Contain("HotGigs__Ports__api"));
    }

    [TestCase("0")]
    [TestCase("65536")]
    [TestCase("http")]
    public void GivenASettingThatIsNoPort_WhenChosen_ThenItIsRefused(string text) =>
        Assert.Throws<LocalModeException>(() => Ports(text).Choose("api"));

    [Test]
    public void GivenADefaultPortThatIsTaken_WhenChosen_ThenAFreeOneIsTakenAndTold()
    {
        // Whoever holds the Api's default port on this machine, it is taken now.
        using var listener = TryListen(5080);

        var port = Ports(null).Choose("api");

        Assert.That(port, Is.InRange(10_000, 32_767));
        Assert.That(_told, Has.One.Contains("port 5080 is taken"));
    }

    [Test]
    public void GivenATestRun_WhenPortsAreChosen_ThenTheyAreDifferentFreeOnesBelowTheOutgoingRange()
    {
        var ports = new Ports(new ConfigurationBuilder().Build(), useDefaults: false, _told.Add);

        var chosen = Enumerable.Range(0, 20).Select(i => ports.Choose($"resource{i}")).ToArray();

        Assert.That(chosen, Is.Unique.And.All.InRange(10_000, 32_767));
        Assert.That(_told, Is.Empty);
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private Ports Ports(string? api)
    {
        Dictionary<string, string?> settings = new() { ["HotGigs:Ports:api"] = api };
        return new Ports(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), useDefaults: true, _told.Add);
    }
}
