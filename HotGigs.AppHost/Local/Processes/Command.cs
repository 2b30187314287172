namespace HotGigs.AppHost.Local.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <returns>Its output, both streams together.</returns>
    /// <exception cref="LocalModeException">It cannot be started or failed; the message holds its last lines.</exception>
    internal static async Task<string> RunAsync(Launch launch, CancellationToken ct)
    {
        var lines = new List<string>();
        void Keep(string line)
        {
            lock (lines) lines.Add(line);
        }

        var process = await RunningProcess.StartAsync(launch, Keep);
        await using var stop = ct.Register(() => Unix.Signal(process.Pid, StopSignal.Kill));
        var code = await process.Exited;
        ct.ThrowIfCancellationRequested();
        lock (lines)
        {
            if (code != 0)
                throw new LocalModeException($"{Path.GetFileName(launch.File)} failed with exit code {code}:\n  {string.Join("\n  ", lines.TakeLast(12))}");
            return string.Join('\n', lines);
        }
    }
}
