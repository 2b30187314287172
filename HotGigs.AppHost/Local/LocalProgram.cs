namespace HotGigs.AppHost.Local;

/// <summary>Entry of local mode. A class of its own name: tests see this assembly beside the Api's <c>Program</c>.</summary>
internal static class LocalProgram
{
    internal static Task<int> Main(string[] args) => LocalCommand.RunAsync(args);
}
