using System.CommandLine;

namespace HotGigs.Worker;

/// <summary>The command line: without a command the worker runs.</summary>
internal static class WorkerCommands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("HotGigs.Worker does the background work: reading résumés and what follows from them.")
        {
            // What is left goes to the host's configuration: --urls, --Work:Concurrency=4.
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((_, cancellationToken) => WorkerHost.RunAsync(args, cancellationToken));
        root.Subcommands.Add(ReadCommand.Create());
        return root.Parse(args).InvokeAsync();
    }
}
