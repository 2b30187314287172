using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Work;

/// <summary>The lease on one work item, as its handler sees it.</summary>
public sealed class WorkContext
{
    internal WorkContext(LeasedWork item) => Item = item;

    public Guid ItemId => Item.Id;

    /// <summary>Whose rows the work touches; the scope's database connections already say so.</summary>
    public Guid? OrganizationId => Item.OrganizationId;

    /// <summary>1 for the first attempt.</summary>
    public int Attempt => Item.Attempt;

    internal LeasedWork Item { get; }

    internal bool Completed { get; private set; }

    /// <summary>Marks the item done in the transaction the context is in: the handler's writes count exactly if this lease still holds.</summary>
    /// <remarks>Call it last, inside the transaction. A handler that never calls it is completed by the pump when it returns.</remarks>
    /// <returns>
    /// False when an earlier try of this very attempt was committed after all (its answer got lost with the connection): roll back,
    /// the writes are there.
    /// </returns>
    /// <exception cref="WorkLeaseLostException">Another worker has the item by now: let the transaction roll back.</exception>
    public async Task<bool> CompleteAsync(HotGigsDbContext db, CancellationToken cancellationToken)
    {
        var updated = await db.Database.ExecuteSqlAsync(
            $"""
            update work_items set state = 2, finished_at = clock_timestamp(), lease_until = null
            where id = {Item.Id} and attempt = {Item.Attempt} and state = 1
            """,
            cancellationToken);
        if (updated == 0 && !await IsDoneAsync(db, cancellationToken))
            throw new WorkLeaseLostException();
        Completed = true;
        return updated == 1;
    }

    private Task<bool> IsDoneAsync(HotGigsDbContext db, CancellationToken cancellationToken) =>
        db.Set<WorkItem>().AnyAsync(
            item => item.Id == Item.Id && item.Attempt == Item.Attempt && item.State == WorkState.Done, cancellationToken);
}

/// <summary>The lease ran out and another worker has the item. Nothing of this attempt may be kept.</summary>
public sealed class WorkLeaseLostException() : Exception("Another worker holds the lease by now.");

/// <summary>A leased item, as read from its row.</summary>
internal sealed record LeasedWork(
    Guid Id, string Kind, string Payload, Guid? OrganizationId, int Attempt, int MaxAttempts, string? LastError, TimeSpan Waited);
