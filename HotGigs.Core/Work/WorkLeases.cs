using Npgsql;
using NpgsqlTypes;

namespace HotGigs.Core.Work;

/// <summary>The queue's rows as one worker process moves them. Every change but leasing is fenced by the attempt number.</summary>
/// <param name="worker">Name of this process, for operators.</param>
internal sealed class WorkLeases(NpgsqlDataSource dataSource, string worker, WorkOptions options)
{
    private const int MaxRemembered = 1_000;
    private readonly List<Guid> _served = [];

    /// <summary>Not for concurrent use: it remembers whose turn it was.</summary>
    public async Task<List<LeasedWork>> LeaseAsync(int count, string[] kinds, CancellationToken cancellationToken)
    {
        var items = new List<LeasedWork>(count);
        await using (var command = dataSource.CreateCommand(WorkSql.Lease))
        {
            Add(command, count, kinds, _served.ToArray(), options.Lease, worker);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                items.Add(new LeasedWork(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetGuid(3),
                    reader.GetInt32(4),
                    reader.GetInt32(5),
                    await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetString(6),
                    reader.GetFieldValue<TimeSpan>(7)));
        }

        foreach (var item in items)
            Remember(item.OrganizationId ?? Guid.Empty);
        return items;
    }

    /// <summary>Frees what dead workers held. Returns kind and whether it was parked.</summary>
    public async Task<List<(string Kind, bool Parked)>> ReapAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(WorkSql.Reap);
        Add(command, options.HeartbeatEvery * 2);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var freed = new List<(string, bool)>();
        while (await reader.ReadAsync(cancellationToken))
            freed.Add((reader.GetString(0), reader.GetInt16(1) == (short)WorkState.Parked));
        return freed;
    }

    /// <returns>The items this process still holds.</returns>
    public async Task<HashSet<Guid>> RenewAsync(IReadOnlyCollection<LeasedWork> items, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(WorkSql.Renew);
        Add(command, items.Select(item => item.Id).ToArray(), items.Select(item => item.Attempt).ToArray(), options.Lease);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            held.Add(reader.GetGuid(0));
        return held;
    }

    /// <returns>False: the lease was lost.</returns>
    public Task<bool> CompleteAsync(LeasedWork item, CancellationToken cancellationToken) =>
        ChangeAsync(WorkSql.Complete, cancellationToken, item.Id, item.Attempt);

    /// <summary>Puts the item back into the queue after a pause.</summary>
    /// <param name="usesUpAttempt">False for outages and shutdown.</param>
    /// <returns>False: the lease was lost.</returns>
    public Task<bool> ReturnAsync(
        LeasedWork item, TimeSpan pause, string? reason, bool usesUpAttempt, CancellationToken cancellationToken) =>
        ChangeAsync(WorkSql.Return, cancellationToken, item.Id, item.Attempt, pause, Text(reason), usesUpAttempt ? 0 : 1);

    /// <returns>False: the lease was lost.</returns>
    public Task<bool> ParkAsync(LeasedWork item, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(WorkSql.Park, cancellationToken, item.Id, item.Attempt, Text(reason));

    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(WorkSql.Depth);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var depth = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            depth[reader.GetString(0)] = reader.GetInt64(1);
        return depth;
    }

    private async Task<bool> ChangeAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = dataSource.CreateCommand(sql);
        Add(command, values);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private void Remember(Guid organization)
    {
        _served.Remove(organization);
        _served.Add(organization);
        if (_served.Count > MaxRemembered)
            _served.RemoveAt(0);
    }

    private static NpgsqlParameter Text(string? text) =>
        new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
    }
}
