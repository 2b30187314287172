using System.ComponentModel;
using System.Diagnostics;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>A started child: its output line by line, its end, and how to bring it about.</summary>
internal sealed class RunningProcess
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly StopSignal _stopSignal;
    private readonly Task _output;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProcess(Process process, Launch launch, Action<string> onLine)
    {
        _process = process;
        _stopSignal = launch.StopSignal;
        process.Exited += (_, _) => _ended.TrySetResult();
        process.EnableRaisingEvents = true;
        process.StandardInput.Close();
        _output = Task.WhenAll(PumpAsync(process.StandardOutput, onLine), PumpAsync(process.StandardError, onLine));
        Identity = ProcessIdentity.Of(process.Id);
        Exited = WaitAsync();
    }

    internal int Pid => _process.Id;

    /// <summary>Null when the process was gone before it could be looked at.</summary>
    internal ProcessIdentity? Identity { get; }

    /// <summary>Completes with the exit code after the last line of output was handed on.</summary>
    internal Task<int> Exited { get; }

    /// <param name="onLine">Called for each line of output, from several threads.</param>
    /// <exception cref="LocalModeException">The executable cannot be started.</exception>
    internal static async Task<RunningProcess> StartAsync(Launch launch, Action<string> onLine)
    {
        var process = new Process { StartInfo = ChildCommand.ToStartInfo(launch) };
        try
        {
            await LauncherThread.InvokeAsync(process.Start);
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new LocalModeException($"cannot start '{launch.File}': {e.Message}", e);
        }

        return new RunningProcess(process, launch, onLine);
    }

    /// <summary>Asks the process to stop, and kills it with all its descendants when it has not after <paramref name="grace"/>.</summary>
    /// <returns>False when it had to be killed.</returns>
    internal async Task<bool> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        if (Exited.IsCompleted) return true;
        Unix.Signal(Pid, _stopSignal);
        try
        {
            await Exited.WaitAsync(grace, clock);
            return true;
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
            return false;
        }
    }

    private void Kill()
    {
        if (ChildCommand.LeadsGroup) Unix.Signal(-Pid, StopSignal.Kill);
        else _process.Kill(entireProcessTree: true);
    }

    private async Task<int> WaitAsync()
    {
        await _ended.Task;
        // A descendant that outlives the process holds its pipes open: don't wait for those for ever.
        await Task.WhenAny(_output, Task.Delay(DrainLimit));
        return _process.ExitCode;
    }

    private static async Task PumpAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line) onLine(line);
    }
}
