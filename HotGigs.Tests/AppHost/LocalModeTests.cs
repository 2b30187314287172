using System.Net;
using HotGigs.AppHost.Local.Processes;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>The AppHost as a process of its own: signals, second instances, kill -9. All over one data directory, so that it is laid out once.</summary>
[NonParallelizable]
public sealed class LocalModeTests
{
    private const string Healthy = "the engines are healthy";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private string _data = "";

    [OneTimeSetUp]
    public void CreateData() => _data = Directory.CreateTempSubdirectory("hotgigs-local-").FullName;

    [OneTimeTearDown]
    public void DeleteData()
    {
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task GivenARunningInstance_WhenASecondStartsOnTheSameData_ThenItIsRefusedAndSigtermStopsTheFirst()
    {
        await using var first = await AppHostProcess.StartAsync(_data, "--engines");
        await first.PrintsAsync(Healthy);
        Assert.That(first.Output, Does.StartWith("HotGigs in local mode"));

        await using var second = await AppHostProcess.StartAsync(_data, "--engines");
        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Output, Does.Contain("already runs on").And.Contain($"process {first.Pid}"));

        var processes = await first.ProcessesAsync(_http);
        Assert.That(processes.Keys, Is.SupersetOf(new[] { "postgres", "storage" }));
        first.Signal(StopSignal.Terminate);
        Assert.That(await first.ExitAsync(), Is.Zero, first.Output);
        Assert.That(processes.Values.Where(process => process.IsAlive), Is.Empty);
        Assert.That(Directory.GetFiles(_data, "postmaster.pid", SearchOption.AllDirectories), Is.Empty, "Postgres was not shut down in order");
    }

    [Test]
    public async Task GivenAnInstanceKilledHard_WhenItIsStartedAgain_ThenNothingIsLeftOfTheOldOneAndItRuns()
    {
        await using var killed = await AppHostProcess.StartAsync(_data, "--engines");
        await killed.PrintsAsync(Healthy);
        var old = await killed.ProcessesAsync(_http);
        killed.Signal(StopSignal.Kill);
        await killed.ExitAsync();

        await using var next = await AppHostProcess.StartAsync(_data, "--engines");
        await next.PrintsAsync(Healthy);

        Assert.That(old, Is.Not.Empty);
        Assert.That(old.Values.Where(process => process.IsAlive), Is.Empty);
    }

    [Test]
    public async Task GivenNoRedis_WhenStarted_ThenItSaysSoAndTheEnvironmentHasNone()
    {
        await using var appHost = await AppHostProcess.StartAsync(_data, "--engines", "--no-redis");
        await appHost.PrintsAsync(Healthy);

        var environment = await File.ReadAllTextAsync(Path.Combine(_data, "api.env"));

        Assert.That(appHost.Output, Does.Contain("redis       not available: running without it"));
        Assert.That(environment, Does.Contain("ConnectionStrings__hotgigsdb='Host=127.0.0.1").And.Not.Contain("ConnectionStrings__redis").And.Not.Contain("REDIS_HOST"));
    }

    [Test]
    public async Task GivenAnEngineThatIsKilled_WhenAPersonWatches_ThenItIsStartedAgainAndThePageShowsIt()
    {
        await using var appHost = await AppHostProcess.StartAsync(_data, "--engines", "--no-redis");
        await appHost.PrintsAsync(Healthy);
        var storage = (await appHost.ProcessesAsync(_http))["storage"];

        Unix.Signal(storage.Pid, StopSignal.Kill);

        await appHost.PrintsAsync("storage     healthy", times: 2);
        Assert.That(appHost.Output, Does.Contain("storage     starting again in 0.5 s (restart 1)"));
        Assert.That((await appHost.ProcessesAsync(_http))["storage"], Is.Not.EqualTo(storage));
        await CheckPageAsync(appHost);
    }

    [Test]
    public async Task GivenData_WhenResetWithNobodyToAsk_ThenNothingIsDeleted()
    {
        var directory = Directory.CreateDirectory(Path.Combine(_data, "postgres-0")).FullName;

        await using var appHost = await AppHostProcess.StartAsync(_data, "--reset");

        Assert.That(await appHost.ExitAsync(), Is.EqualTo(2));
        Assert.That(directory, Does.Exist);
    }

    [Test]
    public async Task GivenData_WhenResetWithoutAsking_ThenItStartsEmptyWithNewSecrets()
    {
        var file = Path.Combine(_data, "secrets.json");
        var secrets = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";

        await using var appHost = await AppHostProcess.StartAsync(_data, "--reset", "--yes", "--engines", "--no-redis");
        await appHost.PrintsAsync(Healthy);

        Assert.That(appHost.Output, Does.Contain("creating a Postgres"));
        Assert.That(await File.ReadAllTextAsync(file), Is.Not.EqualTo(secrets));
    }

    [Test]
    public async Task GivenAnUnknownOption_WhenStarted_ThenItIsRefusedAndTheOptionsAreListed()
    {
        await using var appHost = await AppHostProcess.StartAsync(_data, "--rest");

        Assert.That(await appHost.ExitAsync(), Is.Not.Zero);
        Assert.That(appHost.Output, Does.Contain("--reset").And.Contain("--no-redis"));
    }

    private async Task CheckPageAsync(AppHostProcess appHost)
    {
        using var page = await _http.GetAsync(appHost.Page);
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("script-src 'self'").And.Not.Contain("unsafe"));

        using var foreign = new HttpRequestMessage(HttpMethod.Get, appHost.Page) { Headers = { Host = "rebound.example" } };
        using var refused = await _http.SendAsync(foreign);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        using var log = new StreamReader(await _http.GetStreamAsync(new Uri(appHost.Page, "logs/storage")));
        Assert.That(await log.ReadLineAsync(), Does.StartWith("data: {\"number\":1,"));
    }
}
