using System.Runtime.InteropServices;

namespace HotGigs.AppHost.Local.Processes;

/// <summary>The few operating system calls that .NET does not offer. Linux and macOS only.</summary>
internal static class Unix
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerDirectory = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Traversable = OwnerDirectory | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    internal static bool IsRoot => !OperatingSystem.IsWindows() && GetEffectiveUserId() == 0;

    /// <summary>Sends a signal; a negative <paramref name="pid"/> addresses the process group.</summary>
    /// <returns>False when there is no such process or group.</returns>
    internal static bool Signal(int pid, StopSignal signal) => Kill(pid, (int)signal) == 0;

    /// <exception cref="IOException">The operating system refused.</exception>
    internal static void ChangeOwner(string path, UserIds owner)
    {
        if (ChangeOwner(path, owner.UserId, owner.GroupId) != 0)
            throw new IOException($"cannot hand '{path}' to user {owner.UserId} (errno {Marshal.GetLastPInvokeError()})");
    }

    /// <summary>Writes a file that nobody but its owner can read, never even for a moment.</summary>
    internal static void WriteSecretFile(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var writer = new StreamWriter(path, options);
        writer.Write(content);
    }

    /// <summary>Creates a directory for this user alone, or, for root, one that the engines' user can pass through but not list.</summary>
    internal static string CreateDataDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path).FullName;
        if (!IsRoot) return Directory.CreateDirectory(path, OwnerDirectory).FullName;
        var directory = Directory.CreateDirectory(path, Traversable);
        directory.UnixFileMode |= Traversable; // it may have been there before, for root alone
        return directory.FullName;
    }

    /// <summary>The first directory on the way to <paramref name="path"/> that users other than its owner may not enter; null when there is none.</summary>
    internal static string? BlockedFor(UserIds? other, string path)
    {
        if (other is null || OperatingSystem.IsWindows()) return null;
        for (var directory = Path.GetDirectoryName(path); directory is not null; directory = Path.GetDirectoryName(directory))
            if (Directory.Exists(directory) && !File.GetUnixFileMode(directory).HasFlag(UnixFileMode.OtherExecute)) return directory;
        return null;
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUserId();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(string path, uint user, uint group);
}
