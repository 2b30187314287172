using System.Threading.Channels;
using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

/// <summary>Reads untrusted files in child processes, one per core, one file at a time, killed and replaced as needed (ADR-0005).</summary>
internal sealed partial class ReaderPool : IAsyncDisposable
{
    private readonly ReaderCommand _command;
    private readonly ReaderOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<ReaderPool> _logger;
    private readonly Channel<Slot> _free = Channel.CreateUnbounded<Slot>();
    private readonly List<Slot> _slots;
    private volatile bool _disposed;

    public ReaderPool(ReaderCommand command, ReaderOptions options, TimeProvider timeProvider, ILogger<ReaderPool> logger)
    {
        _command = command;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        _slots = [.. Enumerable.Range(0, options.Count).Select(_ => new Slot())];
        foreach (var slot in _slots)
            _free.Writer.TryWrite(slot);
    }

    /// <summary>Process ids of the children that are ready, for tests and drills.</summary>
    public IReadOnlyList<int> ProcessIds =>
        [.. _slots.Select(slot => slot.Child).OfType<Task<ReaderProcess>>().Where(child => child.IsCompletedSuccessfully).Select(child => child.Result.ProcessId)];

    /// <summary>Starts all children, so that the first files find them warm.</summary>
    /// <exception cref="ReaderStartException">They can't be started here.</exception>
    public async Task WarmUpAsync()
    {
        if (!ReaderSandbox.CutsNetwork)
            LogNetwork();
        await Task.WhenAll(_slots.Select(slot => slot.Start(StartAsync)));
    }

    /// <summary>Reads one file. Every file ends in an answer: one that kills its reader twice is <c>reader-died</c>, one that takes more
    /// time, memory or output than allowed <c>too-complex</c>.</summary>
    /// <exception cref="ReaderStartException">Children can't be started; nothing is known about the file.</exception>
    public async Task<ReaderAnswer> ReadAsync(ReaderRequest request, CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        var answer = await AskAsync(request, cancellationToken);
        var outcome = answer.Failure is { } failure ? failure.ToCode() : answer.Outcome == ReaderOutcome.Read ? "read" : "needs-ocr";
        ReaderMetrics.File(outcome, request.Content.Length, _timeProvider.GetElapsedTime(started));
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _free.Writer.TryComplete();
        foreach (var slot in _slots)
        {
            try
            {
                if (slot.Child is { } starting)
                    await (await starting).DisposeAsync();
            }
            catch (ReaderStartException)
            {
                // It never lived.
            }
        }
    }

    private async Task<ReaderAnswer> AskAsync(ReaderRequest request, CancellationToken cancellationToken)
    {
        const int Tries = 2;
        var slot = await _free.Reader.ReadAsync(cancellationToken);
        try
        {
            for (var tries = 1; tries <= Tries; tries++)
            {
                // Given up while it starts, the child stays in its slot for the next file.
                var child = await slot.Start(StartAsync).WaitAsync(cancellationToken);
                if (await AskAsync(slot, child, request, cancellationToken) is { } answer)
                    return answer;
            }

            return ReaderAnswer.Failed(ReadingFailure.ReaderDied);
        }
        finally
        {
            _free.Writer.TryWrite(slot);
        }
    }

    /// <returns>Null when the child died without a breach. Once may be an earlier file's doing: the next try has a fresh child.</returns>
    private async Task<ReaderAnswer?> AskAsync(Slot slot, ReaderProcess child, ReaderRequest request, CancellationToken cancellationToken)
    {
        var keep = false;
        try
        {
            var reply = await child.AskAsync(request, cancellationToken);
            keep = child.Usable && child.Files < _options.RecycleAfter;
            if (reply.End == ReaderEnd.Answered)
            {
                if (!keep)
                    ReaderMetrics.Recycle();
                return reply.Answer;
            }

            ReaderMetrics.Kill(reply.End.ToString());
            LogKilled(child.ProcessId, reply.End);
            return reply.End == ReaderEnd.Died ? null : ReaderAnswer.Failed(ReadingFailure.TooComplex);
        }
        finally
        {
            if (!keep)
                Replace(slot, child);
        }
    }

    private void Replace(Slot slot, ReaderProcess old)
    {
        slot.Clear();
        // At once and in the background: the next file should find it warm.
        if (!_disposed)
            _ = slot.Start(StartAsync);
        // Never fails: whatever it meets, it ends in a kill.
        _ = old.DisposeAsync().AsTask();
    }

    private Task<ReaderProcess> StartAsync() => Task.Run(() => ReaderProcess.StartAsync(_command, _options, _timeProvider));

    /// <summary>A place for one child. Whoever took it from the channel has it alone, but for the warm-up.</summary>
    private sealed class Slot
    {
        private readonly Lock _lock = new();

        public Task<ReaderProcess>? Child { get; private set; }

        public Task<ReaderProcess> Start(Func<Task<ReaderProcess>> start)
        {
            lock (_lock)
                return Child is { IsFaulted: false } ? Child : Child = start();
        }

        public void Clear()
        {
            lock (_lock)
                Child = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reader child {ProcessId} ended in a file: {End}; replaced")]
    private partial void LogKilled(int processId, ReaderEnd end);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This system does not let us take the network from reader children (unshare -rn fails); see SECURITY.md")]
    private partial void LogNetwork();
}
