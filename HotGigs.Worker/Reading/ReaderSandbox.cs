using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

/// <summary>How a child is started: nothing of our environment, no network where the system allows, a heap that ends.</summary>
internal static class ReaderSandbox
{
    // Namespaces of its own for user and network: not even a loopback interface. No core file, which would hold the résumé it died of.
    private static readonly string[] NoNetwork = ["unshare", "-r", "-n", "--", "prlimit", "--core=0", "--"];

    private static readonly Lazy<bool> CanCutNetwork = new(() => OperatingSystem.IsLinux() && TryRun([.. NoNetwork, "true"]));

    /// <summary>False where unprivileged namespaces are forbidden: children then could reach the network, and <c>doctor</c> warns.</summary>
    public static bool CutsNetwork => CanCutNetwork.Value;

    public static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static ProcessStartInfo Wrap(ReaderCommand command, ReadingLimits limits)
    {
        string[] line = [.. CutsNetwork ? NoNetwork : [], command.FileName, .. command.Arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(limits))
            start.Environment[name] = value;
        return start;
    }

    /// <summary>A whitelist: connection strings, keys and tokens arrive as environment variables, and what isn't named here isn't passed on.</summary>
    private static IEnumerable<(string Name, string Value)> Environment(ReadingLimits limits)
    {
        yield return ("PATH", System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin");
        yield return ("DOTNET_ROOT", DotnetRoot);
        // Hexadecimal, as the runtime reads it. Never RLIMIT_AS: with it .NET does not even start.
        yield return ("DOTNET_GCHeapHardLimit", limits.MaxHeapBytes.ToString("X", CultureInfo.InvariantCulture));
        yield return ("DOTNET_gcServer", "0");
        yield return ("DOTNET_gcConcurrent", "0");
        yield return ("DOTNET_TieredPGO", "0");
        // No diagnostics socket, no dump: both would open the child's memory to others.
        yield return ("DOTNET_EnableDiagnostics", "0");
        yield return ("DOTNET_DbgEnableMiniDump", "0");
        if (System.Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is { } invariant)
            yield return ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", invariant);
        if (OperatingSystem.IsWindows() && System.Environment.GetEnvironmentVariable("SystemRoot") is { } root)
            yield return ("SystemRoot", root);
    }

    private static bool TryRun(string[] line)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(line[0], line[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program here.
            return false;
        }
    }
}
