using System.Buffers;
using System.Security.Cryptography;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Resumes;

/// <summary>An upload received whole, counted and hashed, in a temporary file that goes away with it.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    private const int BufferBytes = 64 * 1024;
    private readonly FileStream _stream;

    private SpooledFile(FileStream stream, long length, string hash)
    {
        _stream = stream;
        Length = length;
        Hash = hash;
    }

    public long Length { get; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>What the bytes are, whatever the name says.</summary>
    public FileFormat Format => FileFormatSniffer.Sniff(Rewound());

    /// <summary>Receives a stream without believing any length that was declared for it.</summary>
    /// <param name="maxBytes">Reading stops at the first byte beyond it.</param>
    /// <returns>Null when the source holds more than <paramref name="maxBytes"/>.</returns>
    public static async Task<SpooledFile?> ReceiveAsync(Stream source, long maxBytes, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, options);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    await stream.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new SpooledFile(stream, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The bytes from the start. The same stream each time; do not dispose it.</summary>
    public Stream Rewound()
    {
        _stream.Position = 0;
        return _stream;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
