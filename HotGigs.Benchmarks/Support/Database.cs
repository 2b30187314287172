using HotGigs.AppHost.Local;
using Npgsql;

namespace HotGigs.Benchmarks.Support;

/// <summary>The owner's look at a run's database, past all row policies.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    internal Database(TemporaryRun run) => _source = NpgsqlDataSource.Create(run.Values.Evaluate("{hotgigsdb.connectionString}"));

    internal async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, []);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Waits until no résumé is under way.</summary>
    /// <exception cref="TimeoutException">Some still are; the message says how many.</exception>
    internal async Task UntilReadAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await CountAsync("select count(*) from resumes where finished_at is null", cancellationToken) is > 0 and var left)
        {
            if (TimeProvider.System.GetElapsedTime(started) > limit)
                throw new TimeoutException($"{left} résumés are still under way.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
