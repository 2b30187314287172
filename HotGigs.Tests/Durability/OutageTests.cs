using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Contracts.Resumes;
using HotGigs.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.Durability;

/// <summary>Stores go away and come back while the Api runs.</summary>
[NonParallelizable]
internal sealed class OutageTests
{
    private CuttableProxy _database = null!;
    private CuttableProxy _blobs = null!;
    private CuttableProxy? _redis;
    private ApiHost _host = null!;
    private TestUser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        const string Database = "hotgigs_outage_tests";
        await Engines.StartAsync();
        var app = new NpgsqlConnectionStringBuilder(Engines.AppConnectionString(Database));
        _database = new CuttableProxy(app.Port);
        app.Port = _database.Port;
        var blobPort = new Uri(Engines.BlobsConnectionString.Split("BlobEndpoint=")[1].Split(';')[0]).Port;
        _blobs = new CuttableProxy(blobPort);
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:hotgigsdb"] = app.ConnectionString,
            ["ConnectionStrings:blobs"] = Engines.BlobsConnectionString.Replace($":{blobPort}/", $":{_blobs.Port}/", StringComparison.Ordinal),
        };
        if (Engines.RedisConnectionString is { } redis)
        {
            var port = int.Parse(redis.Split(',')[0].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
            _redis = new CuttableProxy(port);
            settings["ConnectionStrings:redis"] = redis.Replace($":{port}", $":{_redis.Port}", StringComparison.Ordinal);
        }

        _host = await ApiHost.StartAsync(Database, settings);
        _admin = await _host.RegisterAdminAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
        await _blobs.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    [Test]
    public async Task GivenTheBlobStoreIsDown_WhenAFileIsUploaded_ThenItIs503NothingIsHalfDoneAndItRecovers()
    {
        var content = MinimalFiles.Docx();
        _blobs.Cut();
        using (var answer = await Upload.PostAsync(_admin.Client, content))
            await ExpectUnavailableAsync(answer);
        Assert.That(await CountAsync("resumes"), Is.EqualTo(await CountAsync("work_items")), "a row without work, or work without a row");
        var before = await CountAsync("resumes");

        _blobs.Mend();

        await Eventually.TrueAsync(async () => (await Upload.PostAsync(_admin.Client, content)).StatusCode == HttpStatusCode.Accepted, "the upload is accepted again", withinSeconds: 60);
        Assert.That(await CountAsync("resumes"), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task GivenTheDatabaseIsDown_WhenAnythingIsAsked_ThenItIs503AndItRecoversWithoutARestart()
    {
        var content = MinimalFiles.Docx();
        var before = await CountAsync("resumes");
        _database.Cut();
        using (var answer = await Upload.PostAsync(_admin.Client, content))
            await ExpectUnavailableAsync(answer);
        using (var list = await _admin.Client.GetAsync("/api/resumes/candidates"))
            await ExpectUnavailableAsync(list);
        using (var alive = await _admin.Client.GetAsync("/alive"))
            Assert.That(alive.StatusCode, Is.EqualTo(HttpStatusCode.OK));

        _database.Mend();

        await Eventually.TrueAsync(async () => (await Upload.PostAsync(_admin.Client, content)).StatusCode == HttpStatusCode.Accepted, "the upload is accepted again", withinSeconds: 60);
        Assert.That(await CountAsync("resumes"), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task GivenRedisIsDown_WhenAFileIsUploaded_ThenNobodyNotices()
    {
        if (_redis is null)
            Assert.Ignore("This machine has no Redis; the product runs without.");
        _redis!.Cut();

        var upload = await Upload.AcceptedAsync(_admin.Client, MinimalFiles.Docx());
        var status = await _admin.Client.GetFromJsonAsync<ResumeStatus>(upload.StatusUrl);
        using var health = await _admin.Client.GetAsync("/health");

        _redis.Mend();
        Assert.Multiple(() =>
        {
            Assert.That(status!.State, Is.EqualTo("queued"));
            Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    private static async Task ExpectUnavailableAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), body);
        Assert.That(answer.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(JsonDocument.Parse(body).RootElement.GetProperty("code").GetString(), Is.EqualTo("unavailable"));
    }

    private async Task<long> CountAsync(string table)
    {
        await using var owner = NpgsqlDataSource.Create(Engines.OwnerConnectionString(_host.Database));
        await using var command = owner.CreateCommand($"select count(1) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
