namespace HotGigs.AppHost.Local.Processes;

/// <summary>How to start one process.</summary>
/// <param name="File">Executable: a path, or a name to be found on PATH.</param>
/// <param name="Arguments">Passed as they are, without a shell. Never holds a secret: every user of the machine can read it.</param>
/// <param name="Directory">Working directory.</param>
/// <param name="Environment">The whole environment; nothing else is inherited.</param>
internal sealed record Launch(
    string File, IReadOnlyList<string> Arguments, string Directory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Another user to run as; null means the current one. Needs root.</summary>
    internal UserIds? RunAs { get; init; }

    /// <summary>The signal that asks the process to stop, also sent by the kernel when this process dies first.</summary>
    internal StopSignal StopSignal { get; init; } = StopSignal.Terminate;
}
