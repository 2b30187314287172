namespace HotGigs.Core.Reading;

/// <summary>Caps on what one file may cost. Their values come from <c>docs/reading.md</c>; each has tests on both sides of its edge.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>10 MB, binary: 10,485,760 bytes are accepted, one more is not.</summary>
    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    public int MaxPages { get; init; } = 100;

    public int MaxCharacters { get; init; } = 5_000_000;

    public long MaxDecodedStreamBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Decoded bytes of all streams together.</summary>
    public long MaxDecodedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed size of one part, judged once 1 MB has been unpacked.</summary>
    public int MaxRatio { get; init; } = 100;

    public int MaxParts { get; init; } = 1_000;

    public int MaxXmlDepth { get; init; } = 256;

    /// <summary>Nesting of PDF objects, forms and page trees.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Time inside the managed reader; the parent process kills the child at <see cref="KillAfter"/>.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan KillAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Managed heap of the child, in bytes.</summary>
    public long MaxHeapBytes { get; init; } = 384L * 1024 * 1024;

    /// <summary>Resident memory of the child, in bytes; polled by the parent.</summary>
    public long MaxResidentBytes { get; init; } = 512L * 1024 * 1024;
}
