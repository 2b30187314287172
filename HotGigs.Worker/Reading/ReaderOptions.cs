using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

/// <summary>Configuration section <c>Readers</c>.</summary>
internal sealed record ReaderOptions
{
    public const string Section = "Readers";

    /// <summary>Child processes; 0: one per core.</summary>
    public int Children { get; set; }

    /// <summary>Files after which a child is replaced, so that what leaks in it ends with it.</summary>
    public int RecycleAfter { get; set; } = 500;

    /// <summary>For a child to start and warm up; generous, as all may start at once on a busy machine.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(60);

    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    public int Count => Children > 0 ? Children : Environment.ProcessorCount;
}
