using System.Buffers;
using System.Security.Cryptography;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Resumes;

/// <summary>An upload received whole, counted and hashed: a usual résumé in memory, a larger file in a temporary one that goes away with it.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    /// <summary>What stays in memory. A hundred uploads at once then hold 50 MB; the rest of them waits on disk.</summary>
    private const int MemoryBytes = 512 * 1024;

    private readonly Stream _stream;
    private readonly byte[]? _rented;

    private SpooledFile(Stream stream, byte[]? rented, long length, IncrementalHash hash)
    {
        _stream = stream;
        _rented = rented;
        Length = length;
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public long Length { get; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>What the bytes are, whatever the name says.</summary>
    public FileFormat Format => FileFormatSniffer.Sniff(Rewound());

    /// <summary>Receives a stream without believing any length that was declared for it.</summary>
    /// <param name="maxBytes">Reading stops soon after the first byte beyond it.</param>
    /// <returns>Null when the source holds more than <paramref name="maxBytes"/>.</returns>
    public static async Task<SpooledFile?> ReceiveAsync(Stream source, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MemoryBytes);
        var kept = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var read = await FillAsync(source, buffer, cancellationToken);
            if (read > maxBytes)
                return null;
            hash.AppendData(buffer, 0, read);
            if (read == MemoryBytes)
                return await ReceiveLargeAsync(source, buffer, hash, maxBytes, cancellationToken);
            kept = true;
            return new SpooledFile(new MemoryStream(buffer, 0, read, writable: false), buffer, read, hash);
        }
        finally
        {
            if (!kept)
                GiveBack(buffer);
        }
    }

    /// <summary>The bytes from the start. The same stream each time; do not dispose it.</summary>
    public Stream Rewound()
    {
        _stream.Position = 0;
        return _stream;
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        if (_rented is not null)
            GiveBack(_rented);
    }

    private static async Task<SpooledFile?> ReceiveLargeAsync(
        Stream source, byte[] buffer, IncrementalHash hash, long maxBytes, CancellationToken cancellationToken)
    {
        var file = CreateTemporary();
        try
        {
            long length = MemoryBytes;
            await file.WriteAsync(buffer.AsMemory(0, MemoryBytes), cancellationToken);
            int read;
            while ((read = await FillAsync(source, buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    await file.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new SpooledFile(file, null, length, hash);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<int> FillAsync(Stream source, byte[] buffer, CancellationToken cancellationToken) =>
        await source.ReadAtLeastAsync(buffer.AsMemory(0, MemoryBytes), MemoryBytes, throwOnEndOfStream: false, cancellationToken);

    private static FileStream CreateTemporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <summary>Résumés are personal: the next renter must not find one.</summary>
    private static void GiveBack(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
}
