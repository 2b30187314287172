using System.Collections.Concurrent;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>One thread that starts all children and lives as long as this process.</summary>
/// <remarks>
/// The kernel sends a child's death signal when the <em>thread</em> that started it ends, and idle pool threads end after seconds:
/// children started from the pool would be stopped for no visible reason.
/// </remarks>
internal static class LauncherThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static LauncherThread() => new Thread(Run) { IsBackground = true, Name = "launcher" }.Start();

    internal static Task<T> InvokeAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try { done.SetResult(action()); }
            catch (Exception e) { done.SetException(e); }
        });
        return done.Task;
    }

    private static void Run()
    {
        foreach (var action in Work.GetConsumingEnumerable()) action();
    }
}
