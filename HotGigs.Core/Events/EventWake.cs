using Npgsql;
using StackExchange.Redis;

namespace HotGigs.Core.Events;

/// <summary>Tells every process that new live events may be there. Only a wake-up: the events themselves are rows, so a lost signal
/// costs at most one poll interval.</summary>
/// <param name="redis">Null where the product runs without Redis; then Postgres NOTIFY carries the signal.</param>
public sealed class EventWake(NpgsqlDataSource database, IConnectionMultiplexer? redis = null)
{
    public const string Channel = "hotgigs_events";

    private volatile TaskCompletionSource _next = NewSignal();

    /// <summary>Call after the transaction that wrote events has committed.</summary>
    public async Task SignalAsync(CancellationToken cancellationToken)
    {
        Wake();
        try
        {
            if (redis is { IsConnected: true })
            {
                await redis.GetSubscriber().PublishAsync(Channel, "", CommandFlags.FireAndForget);
                return;
            }

            await using var notify = database.CreateCommand($"notify {Channel}");
            await notify.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception lost) when (lost is RedisException or NpgsqlException or TimeoutException)
        {
            // The rows are committed; readers find them at their next poll.
        }
    }

    /// <summary>Completes at the next signal, or after <paramref name="atMost"/> for the poll behind it.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await _next.Task.WaitAsync(atMost, cancellationToken);
        }
        catch (TimeoutException)
        {
            // No signal came: the caller polls.
        }
    }

    /// <summary>Listens until cancelled; reconnects after outages.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (redis is not null)
            await SubscribeAsync(redis);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, _) => Wake();
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                while (true)
                    await connection.WaitAsync(cancellationToken);
            }
            catch (Exception outage) when (outage is NpgsqlException or TimeoutException or IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    private async Task SubscribeAsync(IConnectionMultiplexer connection)
    {
        try
        {
            await connection.GetSubscriber().SubscribeAsync(Channel, (_, _) => Wake());
        }
        catch (RedisException)
        {
            // Away at start: the client subscribes by itself when Redis comes; until then NOTIFY and the poll serve.
        }
    }

    private void Wake() => Interlocked.Exchange(ref _next, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
