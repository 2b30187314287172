namespace HotGigs.AppHost.Local.Resources;

/// <summary>Lets readers wait for the next change. Take <see cref="Next"/> before looking at the state: no change is missed then.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = Create();

    internal Task Next => Volatile.Read(ref _next).Task;

    internal void Set() => Interlocked.Exchange(ref _next, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
