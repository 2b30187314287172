using HotGigs.AppHost.Local.Resources;

namespace HotGigs.AppHost.Local;

/// <summary>Tells the person at the terminal what happens, with the time since the start. Also wakes those who watch for changes.</summary>
internal sealed class Progress(TextWriter output, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly Lock _lock = new();

    /// <summary>Set whenever a resource changes its state.</summary>
    internal ChangeSignal Changed { get; } = new();

    /// <summary>Prints the resources' own lines too.</summary>
    internal bool ShowsLogs { get; init; }

    internal TimeSpan Elapsed => clock.GetElapsedTime(_start);

    internal void Say(string text) => Write($"{Elapsed.TotalSeconds,6:0.0} s  {text}");

    internal void Say(string resource, string text) => Say($"{resource,-11} {text}");

    /// <summary>A line that a resource itself has written.</summary>
    internal void Logged(string resource, string text)
    {
        if (ShowsLogs) Write($"{resource,-11} | {text}");
    }

    internal void Became(string resource, ResourceState state)
    {
        Changed.Set();
        if (Describe(state) is { } text) Say(resource, text);
    }

    private void Write(string line)
    {
        try
        {
            lock (_lock) output.WriteLine(line);
        }
        catch (IOException) { } // the terminal was closed: everything must still be stopped in order
    }

    private static string? Describe(ResourceState state) => state switch
    {
        ResourceState.Starting => "starting",
        ResourceState.Running => "healthy",
        ResourceState.Unhealthy => "does not answer",
        ResourceState.Finished => "done",
        ResourceState.Absent => "not available: running without it",
        ResourceState.Stopping => "stopping",
        ResourceState.Stopped => "stopped",
        ResourceState.Failed => "failed",
        ResourceState.Waiting or ResourceState.Preparing or ResourceState.Restarting => null,
    };
}
