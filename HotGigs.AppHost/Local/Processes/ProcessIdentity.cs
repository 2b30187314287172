using System.Diagnostics;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>One run of a process: its id, and when it began, because ids are used again.</summary>
/// <param name="Start">Opaque; equal for the same process only, also across restarts of the machine.</param>
internal sealed record ProcessIdentity(int Pid, string Start)
{
    /// <returns>Null when no process has this id.</returns>
    internal static ProcessIdentity? Of(int pid) => StartOf(pid) is { } start ? new ProcessIdentity(pid, start) : null;

    internal bool IsAlive => StartOf(Pid) == Start;

    private static string? StartOf(int pid) => OperatingSystem.IsLinux() ? LinuxStart(pid) : PortableStart(pid);

    private static string? LinuxStart(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The command may hold spaces and brackets; the fields after its last bracket are state (0) ... start time (19).
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}:{fields[19]}";
        }
        catch (IOException) { return null; }
        catch (UnauthorizedAccessException) { return null; }
    }

    private static string? PortableStart(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().ToString("O");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception) { return null; }
    }
}
