using System.Diagnostics;
using HotGigs.Worker.Reading;

namespace HotGigs.Tests.Worker;

/// <summary>The real worker as a process of its own, on a database of the test's.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public static WorkerProcess Start(string database, TimeSpan lease)
    {
        var command = ReaderCommand.ThisProgram();
        var start = new ProcessStartInfo(command.FileName, [.. command.Arguments.Where(argument => argument != ReaderChild.Argument), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ConnectionStrings__hotgigsdb"] = Engines.WorkerConnectionString(database);
        start.Environment["ConnectionStrings__blobs"] = Engines.BlobsConnectionString;
        start.Environment["Work__Lease"] = lease.ToString("c");
        start.Environment["Work__ShutdownGrace"] = "00:00:01";
        start.Environment["Readers__Children"] = "1";
        var process = Process.Start(start)!;
        // Nobody reads them here, but a full pipe would stop the worker.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>As a platform stops it.</summary>
    public async Task TerminateAsync(TimeSpan limit)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(limit);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
