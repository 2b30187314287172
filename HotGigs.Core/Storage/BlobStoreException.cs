namespace HotGigs.Core.Storage;

/// <summary>The blob store could not do what was asked, and nothing was recorded.</summary>
public sealed class BlobStoreException(BlobFailure failure, Exception? innerException = null)
    : Exception($"Blob store: {failure}.", innerException)
{
    public BlobFailure Failure { get; } = failure;
}

public enum BlobFailure
{
    /// <summary>No answer, or an answer that says try again later.</summary>
    Unavailable,

    /// <summary>The bytes have another length or hash than was said: cut off on their way, or damaged in the store.</summary>
    ContentMismatch,

    /// <summary>The store refuses our credentials or our request; a person has to look at the configuration.</summary>
    Refused,
}
