namespace HotGigs.AppHost.Local.Processes;

/// <summary>Finds executables.</summary>
internal static class ExecutablePath
{
    /// <summary>The first match on PATH, with links resolved; null when there is none.</summary>
    internal static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, name))
            .Where(File.Exists)
            .Select(Resolve)
            .FirstOrDefault();

    /// <summary>The .NET host that runs this process, so that children get the same one.</summary>
    internal static string DotNet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(runtime, "../../..", "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }

    private static string Resolve(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
