using System.Security.Cryptography;
using Azure.Core;
using Azure.Storage.Blobs;
using HotGigs.Core.Storage;
using NUnit.Framework;

namespace HotGigs.Tests.Storage;

[TestFixture]
internal sealed class BlobStoreTests
{
    private BlobStore _store = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        await Engines.StartAsync();
        _store = new BlobStore(new BlobServiceClient(Engines.BlobsConnectionString));
    }

    // Both sides of the edge between one request and blocks, and the largest upload allowed.
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1024 * 1024)]
    [TestCase((1024 * 1024) + 1)]
    [TestCase(10 * 1024 * 1024)]
    public async Task GivenAFile_WhenItIsPut_ThenTheSameBytesAreReadBackVerifiedAndStreamed(int length)
    {
        var (organization, content, hash) = NewFile(length);

        var put = await _store.PutAsync(organization, hash, new MemoryStream(content), length, CancellationToken.None);

        var read = await _store.ReadAsync(organization, hash, CancellationToken.None);
        await using var stream = await _store.OpenReadAsync(organization, hash, CancellationToken.None);
        var streamed = new MemoryStream();
        await stream!.CopyToAsync(streamed);
        Assert.Multiple(() =>
        {
            Assert.That(put, Is.EqualTo(BlobPut.Stored));
            Assert.That(read.AsSpan().SequenceEqual(content), Is.True);
            Assert.That(streamed.ToArray().AsSpan().SequenceEqual(content), Is.True);
        });
    }

    [TestCase(1000)]
    [TestCase(3 * 1024 * 1024)]
    public async Task GivenAStoredFile_WhenItIsPutAgain_ThenItIsAlreadyThere(int length)
    {
        var (organization, content, hash) = NewFile(length);
        await _store.PutAsync(organization, hash, new MemoryStream(content), length, CancellationToken.None);

        var again = await _store.PutAsync(organization, hash, new MemoryStream(content), length, CancellationToken.None);

        Assert.That(again, Is.EqualTo(BlobPut.AlreadyThere));
    }

    [TestCase(1000)]
    [TestCase(3 * 1024 * 1024)]
    public async Task GivenManyCallersWithTheSameFile_WhenTheyPutItAtOnce_ThenAllSucceedAndTheFileIsWhole(int length)
    {
        var (organization, content, hash) = NewFile(length);

        var puts = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => _store.PutAsync(organization, hash, new MemoryStream(content), length, CancellationToken.None)));

        var read = await _store.ReadAsync(organization, hash, CancellationToken.None);
        Assert.That(puts, Has.Some.EqualTo(BlobPut.Stored));
        Assert.That(read.AsSpan().SequenceEqual(content), Is.True);
    }

    [TestCase(1000, 999)]
    [TestCase(1000, 1001)]
    [TestCase(3_000_000, 2_999_999)]
    [TestCase(3_000_000, 3_000_001)]
    [TestCase(1024 * 1024, (1024 * 1024) + 1)]
    public async Task GivenAFileOfAnotherLengthThanClaimed_WhenItIsPut_ThenItIsRefusedAndNothingIsStored(int claimed, int real)
    {
        var (organization, content, hash) = NewFile(claimed);
        Array.Resize(ref content, real);

        var refusal = await Assert.ThrowsAsync<BlobStoreException>(
            () => _store.PutAsync(organization, hash, new MemoryStream(content), claimed, CancellationToken.None));

        Assert.That(refusal!.Failure, Is.EqualTo(BlobFailure.ContentMismatch));
        Assert.That(await _store.ExistsAsync(organization, hash, CancellationToken.None), Is.False);
    }

    [TestCase(1000)]
    [TestCase(3_000_000)]
    public async Task GivenChangedBytes_WhenTheyArePut_ThenTheyAreRefusedAndNothingIsStored(int length)
    {
        var (organization, content, hash) = NewFile(length);
        content[length / 2] ^= 1;

        var refusal = await Assert.ThrowsAsync<BlobStoreException>(
            () => _store.PutAsync(organization, hash, new MemoryStream(content), length, CancellationToken.None));

        Assert.That(refusal!.Failure, Is.EqualTo(BlobFailure.ContentMismatch));
        Assert.That(await _store.ExistsAsync(organization, hash, CancellationToken.None), Is.False);
    }

    [Test]
    public async Task GivenAFileOfOneOrganization_WhenAnotherAsksForItsHash_ThenItHasNone()
    {
        var (organization, content, hash) = NewFile(100);
        await _store.PutAsync(organization, hash, new MemoryStream(content), 100, CancellationToken.None);

        var other = await _store.ReadAsync(Guid.CreateVersion7(), hash, CancellationToken.None);

        Assert.That(other, Is.Null);
    }

    [Test]
    public async Task GivenAStoredFile_WhenItIsDeleted_ThenItIsGoneAndASecondDeleteSaysSo()
    {
        var (organization, content, hash) = NewFile(100);
        await _store.PutAsync(organization, hash, new MemoryStream(content), 100, CancellationToken.None);

        var first = await _store.DeleteAsync(organization, hash, CancellationToken.None);
        var second = await _store.DeleteAsync(organization, hash, CancellationToken.None);

        Assert.That((first, second), Is.EqualTo((true, false)));
        Assert.That(await _store.OpenReadAsync(organization, hash, CancellationToken.None), Is.Null);
    }

    [TestCase("../../other")]
    [TestCase("ABCDEF")]
    [TestCase("")]
    public async Task GivenANameThatIsNoHash_WhenItIsUsed_ThenItNeverReachesTheStore(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _store.ReadAsync(Guid.CreateVersion7(), name, CancellationToken.None));

    [Test]
    public async Task GivenAStoreThatIsOut_WhenItIsUsed_ThenItSaysUnavailable()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(1) } };
        var store = new BlobStore(new BlobServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:9/a;", options));
        var (organization, content, hash) = NewFile(100);

        var put = await Assert.ThrowsAsync<BlobStoreException>(
            () => store.PutAsync(organization, hash, new MemoryStream(content), 100, CancellationToken.None));
        var read = await Assert.ThrowsAsync<BlobStoreException>(() => store.ReadAsync(organization, hash, CancellationToken.None));

        Assert.That((put!.Failure, read!.Failure), Is.EqualTo((BlobFailure.Unavailable, BlobFailure.Unavailable)));
    }

    private static (Guid Organization, byte[] Content, string Hash) NewFile(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        return (Guid.CreateVersion7(), content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
