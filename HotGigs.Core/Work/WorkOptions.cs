namespace HotGigs.Core.Work;

/// <summary>How one process works the queue; configuration section <c>Work</c>.</summary>
public sealed record WorkOptions
{
    public const string Section = "Work";

    /// <summary>Items at a time in this process; 0: one more than it has cores, so that one waits for the stores while the others compute.</summary>
    public int Concurrency { get; set; }

    /// <summary>How long a silent worker keeps an item. Renewed four times within it; after a kill the item runs again this much later.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for new work when the wake-up is lost.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>First pause after a failed attempt; doubles with each further one.</summary>
    public TimeSpan BackoffStart { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Longest pause while a store is out.</summary>
    public TimeSpan OutageBackoffMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>At shutdown running items get this long to finish; then they are cancelled and handed back.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How often a quiet listening connection is asked whether it still lives.</summary>
    public TimeSpan ListenKeepAlive { get; set; } = TimeSpan.FromSeconds(30);

    internal int Slots => Concurrency > 0 ? Concurrency : Environment.ProcessorCount + 1;

    internal TimeSpan HeartbeatEvery => Lease / 4;
}
