namespace HotGigs.Core.Work;

internal enum WorkStop
{
    None,
    TimeLimit,
    LeaseLost,
    Shutdown,
}

/// <summary>One item while its handler runs, and why it was told to stop.</summary>
internal sealed class RunningWork : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly ITimer _limit;
    private readonly ITimer _disown;
    private int _stop;
    private volatile bool _disowned;

    public RunningWork(LeasedWork item, TimeSpan timeLimit, TimeProvider timeProvider, CancellationToken cut)
    {
        Item = item;
        Cut = cut;
        _source = new CancellationTokenSource();
        Token = _source.Token;
        _limit = timeProvider.CreateTimer(_ => Stop(WorkStop.TimeLimit), null, timeLimit, Timeout.InfiniteTimeSpan);
        // A handler that ignores its token must not hold the item for ever: without renewal it goes to another worker.
        _disown = timeProvider.CreateTimer(_ => _disowned = true, null, timeLimit + TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
    }

    public LeasedWork Item { get; }

    /// <summary>Cancelled when the handler must stop.</summary>
    public CancellationToken Token { get; }

    /// <summary>Cancelled when the process must end, whatever is left to write down.</summary>
    public CancellationToken Cut { get; }

    public Task Task { get; set; } = Task.CompletedTask;

    public WorkStop StopReason => (WorkStop)Volatile.Read(ref _stop);

    public bool Renewable => !_disowned && StopReason != WorkStop.LeaseLost;

    public void Stop(WorkStop reason)
    {
        if (Interlocked.CompareExchange(ref _stop, (int)reason, (int)WorkStop.None) != (int)WorkStop.None)
            return;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It finished in this very moment.
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _disown.Dispose();
        _source.Dispose();
    }
}
