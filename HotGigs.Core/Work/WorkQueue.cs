using System.Diagnostics.CodeAnalysis;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Work;

/// <summary>Puts background work into the queue, in the same transaction as what it is about: one exists exactly if the other does.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, only not one in memory.")]
public sealed class WorkQueue(TimeProvider timeProvider)
{
    /// <summary>Adds work to the context; it exists once the caller's changes are saved and committed.</summary>
    /// <param name="organizationId">Whose rows the work touches; null for upkeep of the whole installation.</param>
    /// <param name="runAt">Not before this time; null: at once.</param>
    /// <returns>The item; its id is what the API calls <c>processingJobId</c>.</returns>
    public WorkItem Enqueue<TPayload>(
        HotGigsDbContext db,
        WorkKind<TPayload> kind,
        TPayload payload,
        Guid? organizationId,
        int? priority = null,
        DateTimeOffset? runAt = null,
        Guid? batchId = null)
        where TPayload : notnull
    {
        var item = new WorkItem
        {
            Id = Guid.CreateVersion7(timeProvider.GetUtcNow()),
            Kind = kind.Name,
            Payload = kind.Write(payload),
            OrganizationId = organizationId,
            Priority = priority ?? kind.Priority,
            RunAt = runAt,
            MaxAttempts = kind.MaxAttempts,
            BatchId = batchId,
        };
        db.Add(item);
        WorkMetrics.Enqueued(kind.Name);
        return item;
    }

    /// <summary>Inserts work at once, in the caller's transaction if there is one, unless work of this kind holds the key already.</summary>
    /// <param name="once">
    /// True: the key stays taken after the work has run, as for schedule + scheduled time. False: only while the work waits, as for
    /// "this job changed": a change during the run asks for another run.
    /// </param>
    /// <returns>The new item's id; null when the key was taken.</returns>
    public async Task<Guid?> EnqueueUniqueAsync<TPayload>(
        HotGigsDbContext db,
        WorkKind<TPayload> kind,
        TPayload payload,
        Guid? organizationId,
        string dedupeKey,
        bool once,
        DateTimeOffset? runAt = null,
        CancellationToken cancellationToken = default)
        where TPayload : notnull
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dedupeKey.Length, WorkItem.MaxDedupeKeyLength);
        var id = Guid.CreateVersion7(timeProvider.GetUtcNow());
        var json = kind.Write(payload);
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            insert into work_items (id, kind, payload, organization_id, priority, run_at, attempt, max_attempts, state, dedupe_key, dedupe_once)
            values ({id}, {kind.Name}, {json}::jsonb, {organizationId}, {kind.Priority}, {runAt}, 0, {kind.MaxAttempts}, 0,
                    {dedupeKey}, {once})
            on conflict do nothing
            """,
            cancellationToken);
        if (inserted == 0)
            return null;
        WorkMetrics.Enqueued(kind.Name);
        return id;
    }
}
