using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Work;

/// <summary>One piece of background work, waiting, running or finished. The API calls its id <c>processingJobId</c>.</summary>
/// <remarks>The rows change only through <see cref="WorkLeases"/>, by the database's clock; see ADR-0003.</remarks>
public sealed class WorkItem
{
    public const int MaxKindLength = 64;
    public const int MaxDedupeKeyLength = 200;
    public const int MaxWorkerLength = 100;
    public const int MaxErrorLength = 2_000;

    public required Guid Id { get; init; }

    /// <summary>Name of the <see cref="WorkKind{TPayload}"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON that holds ids and numbers, never content: it outlives what it points at and is shown to operators.</summary>
    public required string Payload { get; init; }

    /// <summary>Whose rows the work touches; null for the upkeep of the whole installation.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Higher goes first, before organizations take turns.</summary>
    public int Priority { get; init; }

    /// <summary>Not before this time. Null only until inserted: then it becomes the database's now.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Number of the latest lease. It only grows, so that it also is the fence that a late worker fails at.</summary>
    public int Attempt { get; private set; }

    /// <summary>Grows by one for a lease that ended in an outage or an orderly shutdown, so that those use up no attempt.</summary>
    public int MaxAttempts { get; init; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public string? Worker { get; private set; }

    /// <summary>The bulk upload or sweep it belongs to.</summary>
    public Guid? BatchId { get; init; }

    public string? DedupeKey { get; private set; }

    /// <summary>The key stays taken when the work has run (scheduled times); otherwise only while it waits.</summary>
    public bool DedupeOnce { get; private set; }

    /// <summary>Exception type and place, without its message: that may quote what people wrote.</summary>
    public string? LastError { get; private set; }

    public WorkState State { get; private set; }

    /// <summary>By the database's clock; null until inserted.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }
}

/// <summary>Stored as a number: the partial indexes name them.</summary>
public enum WorkState
{
    Waiting = 0,
    Running = 1,
    Done = 2,

    /// <summary>Given up after the last attempt; <see cref="WorkItem.LastError"/> says why. A person may start it again.</summary>
    Parked = 3,
}

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        // Nothing is read back after an insert: a candidate's own upload may add work but not see it.
        // Indexes, fill factor, policies and the wake-up trigger stand in Data/Sql/0001_work.sql: EF can't say them.
        builder.ToTable("work_items");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Kind).HasMaxLength(WorkItem.MaxKindLength);
        builder.Property(item => item.Payload).HasColumnType("jsonb");
        builder.Property(item => item.Worker).HasMaxLength(WorkItem.MaxWorkerLength);
        builder.Property(item => item.DedupeKey).HasMaxLength(WorkItem.MaxDedupeKeyLength);
        builder.Property(item => item.LastError).HasMaxLength(WorkItem.MaxErrorLength);
        builder.Property(item => item.State).HasConversion<short>();
    }
}
