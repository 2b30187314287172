namespace HotGigs.Worker.Reading;

/// <summary>What to start as a reader child.</summary>
internal sealed record ReaderCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program in its reader mode, however it was started itself.</summary>
    public static ReaderCommand ThisProgram()
    {
        var program = typeof(ReaderCommand).Assembly.Location;
        var executable = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(program) + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return File.Exists(executable)
            ? new ReaderCommand(executable, [ReaderChild.Argument])
            : new ReaderCommand(Path.Combine(ReaderSandbox.DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), [program, ReaderChild.Argument]);
    }
}
