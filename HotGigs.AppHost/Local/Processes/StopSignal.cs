namespace HotGigs.AppHost.Local.Processes;

/// <summary>Signals that end a process, with the numbers every Unix gives them.</summary>
internal enum StopSignal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}
