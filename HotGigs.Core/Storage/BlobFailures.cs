using System.Net.Sockets;
using Azure;

namespace HotGigs.Core.Storage;

/// <summary>Turns what the blob SDK throws into the one exception callers know.</summary>
internal static class BlobFailures
{
    /// <param name="ifMissing">The answer when the container or the blob is not there.</param>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> ask, T ifMissing, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return ifMissing;
        }
        catch (Exception exception)
        {
            if (Translate(exception, cancellationToken) is { } failure)
                throw failure;
            throw;
        }
    }

    /// <returns>Null for what is not the store's doing: our own cancellation, bugs.</returns>
    private static BlobStoreException? Translate(Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return null;
        return exception switch
        {
            BlobStoreException => null,
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => new BlobStoreException(BlobFailure.Unavailable, exception),
            // Forbidden, an unknown account and the like last until somebody changes them; a missing blob is handled before.
            RequestFailedException => new BlobStoreException(BlobFailure.Refused, exception),
            AggregateException or HttpRequestException or IOException or SocketException or OperationCanceledException or TimeoutException =>
                new BlobStoreException(BlobFailure.Unavailable, exception),
            _ => null,
        };
    }
}
