using System.Diagnostics;
using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

internal enum ReaderEnd
{
    Answered,
    Died,
    TimeBreach,
    MemoryBreach,
    OutputBreach,
}

/// <param name="Answer">Set exactly when it answered.</param>
internal sealed record ReaderReply(ReaderEnd End, ReaderAnswer? Answer = null);

/// <summary>One child process, asked one file at a time. After any end but an answer it is of no use any more.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ReadingLimits _limits;
    private readonly TimeProvider _timeProvider;
    private readonly Task<string> _errors;

    private ReaderProcess(Process process, ReadingLimits limits, TimeProvider timeProvider)
    {
        _process = process;
        _limits = limits;
        _timeProvider = timeProvider;
        _errors = ReaderErrors.DrainAsync(process.StandardError);
    }

    public int ProcessId => _process.Id;

    /// <summary>Files asked of it so far.</summary>
    public int Files { get; private set; }

    /// <summary>False once it was killed or died.</summary>
    public bool Usable { get; private set; } = true;

    /// <summary>Starts a child and waits until it is warm.</summary>
    /// <exception cref="ReaderStartException">It can't be started here, whatever the file: an installation to look at.</exception>
    public static async Task<ReaderProcess> StartAsync(ReaderCommand command, ReaderOptions options, TimeProvider timeProvider)
    {
        Process process;
        try
        {
            process = Process.Start(ReaderSandbox.Wrap(command, options.Limits)) ?? throw new ReaderStartException("It did not start.");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ReaderStartException("It can't be executed.", exception);
        }

        var child = new ReaderProcess(process, options.Limits, timeProvider);
        using var limit = new CancellationTokenSource(options.StartTimeout, timeProvider);
        try
        {
            if (await ReaderFrames.ReadAsync(process.StandardOutput.BaseStream, 0, limit.Token) is not null)
                return child;
            throw new ReaderStartException($"It ended while starting: {await child.KillAsync()}");
        }
        catch (Exception exception) when (exception is OperationCanceledException or ReaderFrameTooLongException)
        {
            throw new ReaderStartException($"It is not ready in time: {await child.KillAsync()}", exception);
        }
    }

    /// <exception cref="OperationCanceledException">The caller gave up; the child was killed with the file in it.</exception>
    public async Task<ReaderReply> AskAsync(ReaderRequest request, CancellationToken cancellationToken)
    {
        Files++;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(done.Token);
        ReaderReply reply;
        try
        {
            await ReaderFrames.WriteAsync(_process.StandardInput.BaseStream, request.Write(), cancellationToken);
            var frame = await ReaderFrames.ReadAsync(_process.StandardOutput.BaseStream, ReaderFrames.MaxAnswerBytes, cancellationToken);
            // An answer that is none comes from a child that is not itself any more.
            reply = frame is not null && ReaderAnswer.Read(frame) is { } answer
                ? new ReaderReply(ReaderEnd.Answered, answer)
                : new ReaderReply(ReaderEnd.Died);
        }
        catch (IOException)
        {
            reply = new ReaderReply(ReaderEnd.Died);
        }
        catch (ReaderFrameTooLongException)
        {
            reply = new ReaderReply(ReaderEnd.OutputBreach);
        }
        catch (OperationCanceledException)
        {
            Usable = false;
            await KillAsync();
            throw;
        }

        await done.CancelAsync();
        var breach = await watch;
        Usable = reply.End == ReaderEnd.Answered && breach is null;
        if (reply.End == ReaderEnd.Answered)
            return reply;
        var error = await KillAsync();
        if (breach is { } end)
            return new ReaderReply(end);
        return reply.End == ReaderEnd.Died && ReaderErrors.IsOutOfMemory(error) ? new ReaderReply(ReaderEnd.MemoryBreach) : reply;
    }

    /// <summary>Ends the child's input, which ends an idle child; kills it when it does not go.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(2), _timeProvider);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or InvalidOperationException)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <returns>The first line it wrote to its error output.</returns>
    public async Task<string> KillAsync()
    {
        try
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // Gone already.
        }

        return await _errors;
    }

    /// <summary>Kills the child when the file takes too long or too much.</summary>
    /// <returns>The breach; null when there was none until the answer.</returns>
    private async Task<ReaderEnd?> WatchAsync(CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200), _timeProvider);
        try
        {
            while (await tick.WaitForNextTickAsync(cancellationToken))
            {
                ReaderEnd? breach =
                    _timeProvider.GetElapsedTime(started) >= _limits.KillAfter ? ReaderEnd.TimeBreach
                    : ReaderMemory.ResidentBytes(_process) > _limits.MaxResidentBytes ? ReaderEnd.MemoryBreach
                    : null;
                if (breach is null)
                    continue;
                await KillAsync();
                return breach;
            }
        }
        catch (OperationCanceledException)
        {
            // Answered, or given up by the caller.
        }

        return null;
    }
}

/// <summary>Children can't be started: nothing is known about the file.</summary>
internal sealed class ReaderStartException(string message, Exception? innerException = null)
    : Exception($"A reader child can't be used. {message}", innerException);
