using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Data;

/// <summary>Several statements, all or none.</summary>
public static class Transactions
{
    /// <summary>Runs the work in one transaction, again from its start when the connection broke.</summary>
    /// <param name="work">Idempotent by id: after a broken commit it may run on top of its own result.</param>
    public static Task<T> InTransactionAsync<T>(
        this HotGigsDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
            },
            cancellationToken);
}
