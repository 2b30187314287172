using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>One resource through its life: waits for its needs, starts, is watched, is started again after a crash, stops.</summary>
internal sealed class Resource(ResourceDefinition definition, ResourceServices services) : IAsyncDisposable
{
    private const int LinesInErrors = 15;
    private static readonly TimeSpan HealthPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan HealthAnswerLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Backoff _backoff = new(services.Clock);
    private RunningProcess? _process;
    private Task _life = Task.CompletedTask;
    private int _state = (int)ResourceState.Waiting;

    internal ResourceDefinition Definition => definition;

    internal string Name => definition.Name;

    internal ResourceLog Log { get; } = new(services.Clock, services.Secrets);

    internal ResourceState State => (ResourceState)Volatile.Read(ref _state);

    internal int Restarts { get; private set; }

    /// <summary>When the present process was started; null while there is none.</summary>
    internal DateTimeOffset? StartedAt { get; private set; }

    internal int? Pid => _process is { Exited.IsCompleted: false } process ? process.Pid : null;

    /// <summary>Completes when others may rely on this resource (healthy, finished or absent); fails when it cannot start.</summary>
    internal Task Ready => _ready.Task;

    internal void Start(IReadOnlyCollection<Resource> needs) => _life = LiveAsync(needs);

    /// <summary>Stops the process in its own way; killed when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _life;
        _stop.Dispose();
    }

    private async Task LiveAsync(IReadOnlyCollection<Resource> needs)
    {
        try
        {
            await Task.WhenAll(needs.Select(need => need.Ready)).WaitAsync(_stop.Token);
            while (await RunOnceAsync()) await PauseAsync();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Become(ResourceState.Stopped);
            _ready.TrySetCanceled(_stop.Token);
        }
        catch (Exception) when (needs.FirstOrDefault(need => need.Ready.IsFaulted || need.Ready.IsCanceled) is { } failed)
        {
            Say($"not started, because {failed.Name} is not there");
            Become(ResourceState.Stopped);
            _ready.TrySetCanceled();
        }
        catch (Exception e)
        {
            Become(ResourceState.Failed);
            _ready.TrySetException(e as LocalModeException ?? new LocalModeException($"{Name}: {e.Message}", e));
        }
    }

    /// <returns>True when it ran and crashed: it is to be started again.</returns>
    private async Task<bool> RunOnceAsync()
    {
        Become(ResourceState.Preparing);
        try
        {
            if (await definition.PrepareAsync(Tell, _stop.Token) is not { } launch)
            {
                services.MarkAbsent(Name);
                Become(ResourceState.Absent);
                _ready.TrySetResult();
                return false;
            }

            await RunProcessAsync(launch);
            return !definition.RunsToCompletion;
        }
        catch (LocalModeException e) when (Ready.IsCompletedSuccessfully)
        {
            Say(e.Message);
            return true;
        }
    }

    private async Task RunProcessAsync(Launch launch)
    {
        Become(ResourceState.Starting);
        var process = _process = await RunningProcess.StartAsync(launch, text => services.Progress.Logged(Name, Log.Add(text)));
        StartedAt = services.Clock.GetUtcNow();
        if (process.Identity is { } identity) services.Processes.Remember(Name, identity, launch.StopSignal);
        try
        {
            if (definition.RunsToCompletion) await FinishAsync(process);
            else await ServeAsync(process);
        }
        finally
        {
            if (_stop.IsCancellationRequested) Become(ResourceState.Stopping);
            if (!await process.StopAsync(definition.StopLimit, services.Clock)) Say("did not stop in time and was killed");
            StartedAt = null;
            services.Processes.Forget(Name);
        }
    }

    private async Task FinishAsync(RunningProcess process)
    {
        if (await process.Exited.WaitAsync(_stop.Token) is not 0 and var code) throw Failure($"failed with exit code {code}");
        Become(ResourceState.Finished);
        _ready.TrySetResult();
    }

    private async Task ServeAsync(RunningProcess process)
    {
        await BecomeHealthyAsync(process);
        await definition.CompleteAsync(_stop.Token);
        Become(ResourceState.Running);
        _ready.TrySetResult();
        _backoff.Started();
        while (!process.Exited.IsCompleted)
        {
            if (await Task.WhenAny(process.Exited, Task.Delay(WatchInterval, services.Clock, _stop.Token)) == process.Exited) break;
            _stop.Token.ThrowIfCancellationRequested();
            Become(await IsHealthyAsync() ? ResourceState.Running : ResourceState.Unhealthy);
        }

        _stop.Token.ThrowIfCancellationRequested();
        Tell($"ended by itself with exit code {await process.Exited}");
    }

    private async Task BecomeHealthyAsync(RunningProcess process)
    {
        var begun = services.Clock.GetTimestamp();
        while (true)
        {
            var healthy = await IsHealthyAsync();
            // Asked after the answer: when the process is gone, somebody else answered on its port.
            if (process.Exited.IsCompleted) throw Failure($"ended with exit code {await process.Exited} before it was healthy");
            if (healthy) return;
            if (services.Clock.GetElapsedTime(begun) > definition.StartLimit) throw Failure($"was not healthy within {definition.StartLimit.TotalSeconds:0} s");
            await Task.Delay(HealthPoll, services.Clock, _stop.Token);
        }
    }

    private async Task<bool> IsHealthyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(HealthAnswerLimit);
        try { return await definition.IsHealthyAsync(limit.Token); }
        catch (Exception) when (!_stop.IsCancellationRequested) { return false; } // any failure to answer is a no
    }

    private async Task PauseAsync()
    {
        var delay = _backoff.Next();
        Restarts++;
        Become(ResourceState.Restarting);
        Tell($"starting again in {delay.TotalSeconds:0.#} s (restart {Restarts})");
        await Task.Delay(delay, services.Clock, _stop.Token);
    }

    private LocalModeException Failure(string what) =>
        new($"{Name} {what}; its last lines:\n  {string.Join("\n  ", Log.Why(LinesInErrors))}");

    private void Become(ResourceState state)
    {
        if (Interlocked.Exchange(ref _state, (int)state) != (int)state) services.Progress.Became(Name, state);
    }

    private void Tell(string text)
    {
        Say(text);
        services.Progress.Say(Name, text);
    }

    private void Say(string text) => Log.Add($"-- {text}");
}
