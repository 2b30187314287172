using System.Security.Cryptography;
using Azure.Storage.Blobs;
using HotGigs.AppHost.Local;
using HotGigs.Benchmarks.Support;
using HotGigs.Core.Storage;

namespace HotGigs.Benchmarks.Uploads;

/// <summary>The least an upload can be: its bytes in the blob store and one row that says so.</summary>
internal sealed class BareWrites
{
    private readonly BlobStore _blobs;
    private readonly Database _database;
    private readonly Guid _organization = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private BareWrites(BlobStore blobs, Database database) => (_blobs, _database) = (blobs, database);

    internal static async Task<BareWrites> CreateAsync(TemporaryRun run, Database database, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            "create table bench_files (id uuid primary key, hash text not null, bytes bigint not null, at timestamptz not null default now())", cancellationToken);
        return new BareWrites(new BlobStore(new BlobServiceClient(run.Values.Evaluate("{blobs.connectionString}"))), database);
    }

    internal async Task WriteAsync(byte[] file, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        await _blobs.PutAsync(_organization, hash, new MemoryStream(file), file.Length, cancellationToken);
        await _database.ExecuteAsync(
            "insert into bench_files (id, hash, bytes) values ($1, $2, $3)",
            cancellationToken, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), hash, (long)file.Length);
    }
}
