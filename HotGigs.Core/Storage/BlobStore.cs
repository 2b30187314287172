using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace HotGigs.Core.Storage;

/// <summary>Original files, named by their SHA-256 under their organization: written once, never changed. Safe for concurrent use.</summary>
/// <remarks>Blob before row (ADR-0004): an orphan blob is swept, a row without a blob would be a broken download.</remarks>
public sealed class BlobStore(BlobServiceClient client)
{
    public const string Container = "resumes";

    /// <summary>Up to this size a file goes up in one request; above it, in blocks of this size, so that many uploads need little memory.</summary>
    private const int BlockBytes = 1024 * 1024;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly BlobContainerClient _container = client.GetBlobContainerClient(Container);

    /// <summary>Stores a file unless it is there. Any number of callers may store the same file at once.</summary>
    /// <param name="sha256">64 lowercase hexadecimal digits.</param>
    /// <param name="content">Read once, forward only.</param>
    /// <exception cref="BlobStoreException">Nothing is stored under this name by this call.</exception>
    public async Task<BlobPut> PutAsync(Guid organizationId, string sha256, Stream content, long length, CancellationToken cancellationToken)
    {
        var blob = Blob(organizationId, sha256);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            if (length > BlockBytes)
                return await PutBlocksAsync(organizationId, sha256, content, length, hash, buffer, cancellationToken);
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, BlockBytes), BlockBytes, throwOnEndOfStream: false, cancellationToken);
            hash.AppendData(buffer, 0, read);
            // Longer than said is caught by the length unless it fills the buffer to the last byte; the hash catches nothing behind that.
            var ended = read < BlockBytes || await content.ReadAsync(new byte[1], cancellationToken) == 0;
            Verify(hash, sha256, ended ? read : read + 1, length);
            return await StoreAsync(
                () => blob.UploadAsync(
                    new MemoryStream(buffer, 0, read, writable: false),
                    new BlobUploadOptions { Conditions = Absent(), HttpHeaders = Headers() },
                    cancellationToken),
                cancellationToken);
        }
        finally
        {
            // Résumés are personal: the next renter must not find one.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <returns>A forward-only stream; null when there is no such file. What it yields is not verified: see <see cref="ReadAsync"/>.</returns>
    /// <exception cref="BlobStoreException">The store did not answer.</exception>
    public Task<Stream?> OpenReadAsync(Guid organizationId, string sha256, CancellationToken cancellationToken) =>
        BlobFailures.GuardAsync<Stream?>(
            async () => (await Blob(organizationId, sha256).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content,
            ifMissing: null,
            cancellationToken);

    /// <summary>The whole file, its hash verified.</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="BlobStoreException">The store did not answer, or holds other bytes than were stored.</exception>
    public Task<byte[]?> ReadAsync(Guid organizationId, string sha256, CancellationToken cancellationToken) =>
        BlobFailures.GuardAsync<byte[]?>(
            async () =>
            {
                var answer = await Blob(organizationId, sha256).DownloadContentAsync(cancellationToken);
                var content = answer.Value.Content.ToArray();
                return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
                    ? content
                    : throw new BlobStoreException(BlobFailure.ContentMismatch);
            },
            ifMissing: null,
            cancellationToken);

    /// <exception cref="BlobStoreException">The store did not answer.</exception>
    public Task<bool> ExistsAsync(Guid organizationId, string sha256, CancellationToken cancellationToken) =>
        BlobFailures.GuardAsync(
            async () => (await Blob(organizationId, sha256).ExistsAsync(cancellationToken)).Value, ifMissing: false, cancellationToken);

    /// <returns>False when there was no such file.</returns>
    /// <exception cref="BlobStoreException">The store did not answer; the file may still be there.</exception>
    public Task<bool> DeleteAsync(Guid organizationId, string sha256, CancellationToken cancellationToken) =>
        BlobFailures.GuardAsync(
            async () => (await Blob(organizationId, sha256)
                .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)).Value,
            ifMissing: false,
            cancellationToken);

    private async Task<BlobPut> PutBlocksAsync(
        Guid organizationId, string sha256, Stream content, long length, IncrementalHash hash, byte[] buffer, CancellationToken cancellationToken)
    {
        // Answers at once for a file that is there, without sending it; its length was verified when it was stored.
        if (await ExistsAsync(organizationId, sha256, cancellationToken))
            return BlobPut.AlreadyThere;
        var blocks = _container.GetBlockBlobClient(Name(organizationId, sha256));
        // Ids of this call alone: a concurrent upload of a cut-off copy must not slip its blocks into our list.
        var upload = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        var ids = new List<string>();
        long total = 0;
        while (true)
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, BlockBytes), BlockBytes, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
                break;
            total += read;
            if (total > length)
                break;
            hash.AppendData(buffer, 0, read);
            var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{upload}{ids.Count:D6}"));
            ids.Add(id);
            await StoreAsync(
                () => blocks.StageBlockAsync(
                    id, new MemoryStream(buffer, 0, read, writable: false), cancellationToken: cancellationToken),
                cancellationToken);
        }

        // If we die or refuse here, the staged blocks are no blob; the store drops them within a week.
        Verify(hash, sha256, total, length);
        return await StoreAsync(
            () => blocks.CommitBlockListAsync(
                ids, new CommitBlockListOptions { Conditions = Absent(), HttpHeaders = Headers() }, cancellationToken),
            cancellationToken);
    }

    private async Task<BlobPut> StoreAsync(Func<Task> send, CancellationToken cancellationToken)
    {
        if (await TryStoreAsync(send, cancellationToken) is { } put)
            return put;
        await BlobFailures.GuardAsync(
            () => _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), ifMissing: null!, cancellationToken);
        return await TryStoreAsync(send, cancellationToken) ?? throw new BlobStoreException(BlobFailure.Unavailable);
    }

    /// <returns>Null when the container is not there (yet, or because somebody deleted it).</returns>
    private static Task<BlobPut?> TryStoreAsync(Func<Task> send, CancellationToken cancellationToken) =>
        BlobFailures.GuardAsync<BlobPut?>(
            async () =>
            {
                try
                {
                    await send();
                    return BlobPut.Stored;
                }
                catch (RequestFailedException exception) when (
                    exception.ErrorCode == BlobErrorCode.BlobAlreadyExists || exception.ErrorCode == BlobErrorCode.ConditionNotMet)
                {
                    return BlobPut.AlreadyThere;
                }
            },
            ifMissing: null,
            cancellationToken);

    private static void Verify(IncrementalHash hash, string sha256, long read, long length)
    {
        if (read != length || Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
            throw new BlobStoreException(BlobFailure.ContentMismatch);
    }

    private BlobClient Blob(Guid organizationId, string sha256) => _container.GetBlobClient(Name(organizationId, sha256));

    private static string Name(Guid organizationId, string sha256)
    {
        // The name is a path in the store: only what a hash can be may become part of it.
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept(LowerHex))
            throw new ArgumentException("A SHA-256 is 64 lowercase hexadecimal digits.", nameof(sha256));
        return $"{organizationId:N}/{sha256}";
    }

    private static BlobRequestConditions Absent() => new() { IfNoneMatch = ETag.All };

    // Never served under a type that a browser would render.
    private static BlobHttpHeaders Headers() => new() { ContentType = "application/octet-stream" };
}

public enum BlobPut
{
    Stored,
    AlreadyThere,
}
