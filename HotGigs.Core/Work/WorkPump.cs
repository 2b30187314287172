using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HotGigs.Core.Work;

/// <summary>Takes work from the queue and has it done, a few items at a time, until told to stop.</summary>
public sealed partial class WorkPump
{
    private readonly ConcurrentDictionary<Guid, RunningWork> _running = new();
    private readonly WorkLeases _leases;
    private readonly WorkExecution _execution;
    private readonly WorkWakeUp _wakeUp;
    private readonly WorkOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<WorkPump> _logger;
    private readonly Dictionary<string, WorkRunner> _runners;
    private long _databaseFailedAt = long.MinValue;

    public WorkPump(
        NpgsqlDataSource dataSource,
        IServiceScopeFactory scopes,
        WorkOptions options,
        TimeProvider timeProvider,
        ILogger<WorkPump> logger)
    {
        var worker = $"{Environment.MachineName}/{Environment.ProcessId}";
        using (var scope = scopes.CreateScope())
            _runners = scope.ServiceProvider.GetServices<WorkRunner>().ToDictionary(runner => runner.Kind, StringComparer.Ordinal);
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        _leases = new WorkLeases(dataSource, worker[..Math.Min(worker.Length, WorkItem.MaxWorkerLength)], options);
        _wakeUp = new WorkWakeUp(dataSource, options, timeProvider, logger);
        _execution = new WorkExecution(scopes, _leases, options, timeProvider, logger);
    }

    /// <summary>Works until the token is cancelled; then finishes or hands back what it holds, within the grace and a few seconds.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        // Outlives the stop signal: running items may still finish, and leases must be renewed and handed back.
        using var cut = new CancellationTokenSource();
        var upkeep = Task.WhenAll(HeartbeatAsync(cut.Token), _wakeUp.ListenAsync(cut.Token), CountAsync(cut.Token));
        try
        {
            await LeaseUntilStoppedAsync(cut.Token, stoppingToken);
            await WaitForRunningAsync(_options.ShutdownGrace);
        }
        finally
        {
            foreach (var work in _running.Values)
                work.Stop(WorkStop.Shutdown);
            // Those that ignore the token keep their lease until it runs out; their completion then fails at the fence.
            await WaitForRunningAsync(TimeSpan.FromSeconds(5));
            await cut.CancelAsync();
            await upkeep;
        }
    }

    private async Task LeaseUntilStoppedAsync(CancellationToken cut, CancellationToken stoppingToken)
    {
        var reapedAt = long.MinValue;
        var outages = 0;
        var pause = new WorkBackoff(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(5));
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _options.Poll;
            try
            {
                if (Elapsed(reapedAt) >= _options.Poll && Elapsed(_databaseFailedAt) >= _options.HeartbeatEvery * 2)
                {
                    await ReapAsync(stoppingToken);
                    reapedAt = _timeProvider.GetTimestamp();
                }

                var free = _options.Slots - _running.Count;
                var kinds = _runners.Keys.Where(_execution.MayRun).ToArray();
                if (free > 0 && kinds.Length > 0)
                {
                    // If we die between the lease and its work, the lease runs out and the item is taken again.
                    var items = await _leases.LeaseAsync(free, kinds, stoppingToken);
                    foreach (var item in items)
                        Start(item, cut);
                    if (items.Count == free)
                        wait = TimeSpan.Zero;
                }

                outages = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The queue is this process's only purpose: it outlives whatever the database does, and says so once.
                DatabaseFailed();
                if (outages++ == 0)
                    LogQueueUnavailable(WorkExecution.Describe(exception));
                wait = pause.After(outages);
            }

            if (wait > TimeSpan.Zero || _running.Count >= _options.Slots)
                await _wakeUp.WaitAsync(wait > TimeSpan.Zero ? wait : _options.Poll, stoppingToken);
        }
    }

    private void Start(LeasedWork item, CancellationToken cut)
    {
        var runner = _runners[item.Kind];
        var work = new RunningWork(item, runner.TimeLimit, _timeProvider, cut);
        _running[item.Id] = work;
        work.Task = Task.Run(
            async () =>
            {
                try
                {
                    await _execution.RunAsync(runner, work);
                }
                finally
                {
                    _running.TryRemove(item.Id, out _);
                    work.Dispose();
                    _wakeUp.Set();
                }
            },
            CancellationToken.None);
    }

    private async Task ReapAsync(CancellationToken cancellationToken)
    {
        foreach (var (kind, parked) in await _leases.ReapAsync(cancellationToken))
        {
            WorkMetrics.Failed(kind, "worker-died");
            if (parked)
                WorkMetrics.Parked(kind);
            LogReaped(kind, parked);
        }
    }

    private async Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        while (await DelayAsync(_options.HeartbeatEvery, cancellationToken))
        {
            var held = _running.Values.Where(work => work.Renewable).ToArray();
            if (held.Length == 0)
                continue;
            try
            {
                var still = await _leases.RenewAsync([.. held.Select(work => work.Item)], cancellationToken);
                foreach (var work in held.Where(work => !still.Contains(work.Item.Id)))
                    work.Stop(WorkStop.LeaseLost);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nothing is lost yet: the lease lasts four heartbeats, and the fence stands behind it.
                DatabaseFailed();
            }
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        while (await DelayAsync(TimeSpan.FromSeconds(10), cancellationToken))
        {
            try
            {
                WorkMetrics.SetDepth(await _leases.CountAsync(cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                WorkMetrics.SetDepth(new Dictionary<string, long>());
            }
        }
    }

    private async Task WaitForRunningAsync(TimeSpan limit)
    {
        try
        {
            await Task.WhenAll(_running.Values.Select(work => work.Task)).WaitAsync(limit, _timeProvider);
        }
        catch (TimeoutException)
        {
            LogStillRunning(_running.Count);
        }
    }

    private async Task<bool> DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(time, _timeProvider, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // After an outage other workers, too, must get a chance to renew before anybody calls them dead.
    private void DatabaseFailed() => Volatile.Write(ref _databaseFailedAt, _timeProvider.GetTimestamp());

    private TimeSpan Elapsed(long since) => since == long.MinValue ? TimeSpan.MaxValue : _timeProvider.GetElapsedTime(Volatile.Read(ref since));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work queue can't be reached ({Error}); trying again until it can")]
    private partial void LogQueueUnavailable(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A worker died in a work item of kind {Kind}; parked: {Parked}")]
    private partial void LogReaped(string kind, bool parked);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} work items still running at shutdown")]
    private partial void LogStillRunning(int count);
}
