using System.Diagnostics;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>Turns a <see cref="Launch"/> into a command that gives the child a session of its own, the right user and a death signal.</summary>
internal static class ChildCommand
{
    private static readonly string? SetSid = ExecutablePath.Find("setsid");
    private static readonly string? SetPriv = OperatingSystem.IsLinux() ? ExecutablePath.Find("setpriv") : null;

    /// <summary>True when each child leads a process group of its own, so that all its descendants can be signalled at once.</summary>
    internal static bool LeadsGroup => SetSid is not null;

    internal static ProcessStartInfo ToStartInfo(Launch launch)
    {
        string[] command = [.. Session(), .. Privileges(launch), launch.File, .. launch.Arguments];
        var info = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            WorkingDirectory = launch.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command[1..]) info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var (name, value) in launch.Environment) info.Environment[name] = value;
        return info;
    }

    // A terminal's Ctrl+C goes to its whole process group: children in sessions of their own don't see it, so that we choose the order.
    // setsid and setpriv replace themselves by what they start: the process id stays the child's.
    private static string[] Session() => SetSid is null ? [] : [SetSid];

    private static string[] Privileges(Launch launch)
    {
        if (SetPriv is null && launch.RunAs is not null)
            throw new LocalModeException("As root, Postgres must run as another user, which needs 'setpriv' (package util-linux). Install it, or start as an ordinary user.");
        if (SetPriv is null) return [];
        string[] user = launch.RunAs is { } ids ? [$"--reuid={ids.UserId}", $"--regid={ids.GroupId}", "--clear-groups"] : [];
        return [SetPriv, $"--pdeathsig={Name(launch.StopSignal)}", .. user, "--"];
    }

    private static string Name(StopSignal signal) => signal switch
    {
        StopSignal.Interrupt => "INT",
        StopSignal.Terminate => "TERM",
        StopSignal.Kill => "KILL",
    };
}
