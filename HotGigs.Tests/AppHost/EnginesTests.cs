using Azure.Storage.Blobs;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

public sealed class EnginesTests
{
    [OneTimeSetUp]
    public Task StartEngines() => Engines.StartAsync();

    [Test]
    public async Task GivenRunningEngines_WhenADatabaseIsCreatedTwice_ThenItIsThereOnce()
    {
        await Engines.CreateDatabaseAsync("engines-twice");
        var connectionString = await Engines.CreateDatabaseAsync("engines-twice");

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();

        Assert.That(connection.Database, Is.EqualTo("engines-twice"));
    }

    [Test]
    public async Task GivenRunningEngines_WhenABlobIsWritten_ThenItIsReadBack()
    {
        var container = new BlobContainerClient(Engines.BlobsConnectionString, "engines");
        await container.CreateIfNotExistsAsync();

        await container.GetBlobClient("a").UploadAsync(BinaryData.FromString("text"), overwrite: true);

        var read = await container.GetBlobClient("a").DownloadContentAsync();
        Assert.That(read.Value.Content.ToString(), Is.EqualTo("text"));
    }
}
