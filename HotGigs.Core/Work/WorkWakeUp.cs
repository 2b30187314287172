using Microsoft.Extensions.Logging;
using Npgsql;

namespace HotGigs.Core.Work;

/// <summary>Ends the pump's wait when work arrives (Postgres NOTIFY) or a slot becomes free. Only saves time: the poll behind it loses nothing.</summary>
internal sealed partial class WorkWakeUp(NpgsqlDataSource dataSource, WorkOptions options, TimeProvider timeProvider, ILogger logger)
{
    public const string Channel = "hotgigs_work";

    private TaskCompletionSource _signal = New();

    public void Set() => Volatile.Read(ref _signal).TrySetResult();

    /// <summary>Returns at a signal that came since the last wait began to be answered, after the time, or when cancelled.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await _signal.Task.WaitAsync(limit, timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return;
        }

        // Renewed before the caller looks into the queue: a signal during its look ends the next wait at once.
        Volatile.Write(ref _signal, New());
    }

    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        var failed = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, _) => Set();
                await using (var command = new NpgsqlCommand($"listen {Channel}", connection))
                    await command.ExecuteNonQueryAsync(cancellationToken);
                failed = false;
                // What was enqueued while nobody listened.
                Set();
                while (true)
                {
                    if (await connection.WaitAsync(options.ListenKeepAlive, cancellationToken))
                        continue;
                    // A peer that is gone without a word is noticed only by asking.
                    await using var command = new NpgsqlCommand("select 1", connection);
                    await command.ExecuteNonQueryAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (!failed)
                    LogNotListening(exception.GetType().Name);
                failed = true;
            }

            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), timeProvider, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Information, Message = "Not listening for new work ({Error}); polling until the database answers")]
    private partial void LogNotListening(string error);
}
