namespace HotGigs.Core.Reading.Packages;

/// <summary>What reading one file may still cost; shared by all its parts.</summary>
internal sealed class ReadingBudget(ReadingLimits limits, CancellationToken cancellationToken)
{
    private long _decoded;

    public ReadingLimits Limits => limits;

    public CancellationToken CancellationToken => cancellationToken;

    /// <exception cref="ReadingException">All parts together unpack to more than is allowed.</exception>
    public void SpendDecoded(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _decoded += bytes;
        if (_decoded > limits.MaxDecodedBytes)
            throw new ReadingException(ReadingFailure.TooComplex, "The parts unpack to too many bytes.");
    }
}
