using System.Diagnostics;
using System.Net;
using HotGigs.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using StackExchange.Redis;

namespace HotGigs.Tests.ServiceDefaults;

[TestFixture]
internal sealed class HealthTests
{
    // Nothing listens on port 9: connections are refused at once.
    private const string DeadDatabase = "Host=127.0.0.1;Port=9;Username=a;Database=a";
    private const string DeadBlobs = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:9/a;";

    [OneTimeSetUp]
    public Task StartEngines() => Engines.StartAsync();

    [Test]
    public async Task GivenLivingStores_WhenHealthIsAsked_ThenAllIsWell()
    {
        await using var app = await StartAsync(Engines.PostgresOwnerConnectionString, Engines.BlobsConnectionString, Engines.RedisConnectionString);

        foreach (var path in (string[])["/health", "/alive", "/ready"])
            Assert.That((await app.Client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
    }

    [TestCase(DeadDatabase, null)]
    [TestCase(null, DeadBlobs)]
    public async Task GivenAStoreThatIsOut_WhenHealthIsAsked_ThenItIsAliveButNotReadyAndSaysSoWithinSeconds(string? database, string? blobs)
    {
        await using var app = await StartAsync(database ?? Engines.PostgresOwnerConnectionString, blobs ?? Engines.BlobsConnectionString, null);
        var watch = Stopwatch.StartNew();

        var alive = await app.Client.GetAsync("/alive");
        var ready = await app.Client.GetAsync("/ready");
        var health = await app.Client.GetAsync("/health");

        Assert.Multiple(() =>
        {
            Assert.That(alive.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
        });
    }

    [Test]
    public async Task GivenARedisThatIsOut_WhenHealthIsAsked_ThenItIsDegradedButServes()
    {
        await using var app = await StartAsync(Engines.PostgresOwnerConnectionString, Engines.BlobsConnectionString, "127.0.0.1:9");

        var health = await app.Client.GetAsync("/health");

        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await health.Content.ReadAsStringAsync(), Is.EqualTo("Degraded"));
    }

    [TestCase(null)]
    [TestCase("")]
    public async Task GivenNoRedis_WhenTheAppRuns_ThenNoneIsRegisteredAndHealthIsWell(string? redis)
    {
        await using var app = await StartAsync(Engines.PostgresOwnerConnectionString, Engines.BlobsConnectionString, redis);

        Assert.That(app.Services.GetService<IConnectionMultiplexer>(), Is.Null);
        Assert.That(await app.Client.GetStringAsync("/health"), Is.EqualTo("Healthy"));
    }

    private static Task<TestApp> StartAsync(string database, string blobs, string? redis) => TestApp.StartAsync(
        new Dictionary<string, string?>
        {
            ["ConnectionStrings:hotgigsdb"] = database,
            ["ConnectionStrings:blobs"] = blobs,
            ["ConnectionStrings:redis"] = redis,
        },
        builder =>
        {
            builder.AddHotGigsDatabase("hotgigsdb");
            builder.AddHotGigsBlobs("blobs");
            builder.AddHotGigsRedis("redis");
        });
}
