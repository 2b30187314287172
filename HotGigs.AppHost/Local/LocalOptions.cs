using System.CommandLine;

namespace HotGigs.AppHost.Local;

/// <summary>The command line of local mode.</summary>
internal sealed record LocalOptions(string? Data, bool Reset, bool Yes, bool NoRedis, bool EnginesOnly, bool Logs)
{
    private static readonly Option<string?> DataOption = new("--data")
    {
        Description = "Directory for databases, files and made secrets. Default: HOTGIGS_DATA, else one per clone.",
        HelpName = "DIRECTORY",
    };

    private static readonly Option<bool> ResetOption = new("--reset") { Description = "Empties the data first, after asking." };
    private static readonly Option<bool> YesOption = new("--yes") { Description = "With --reset: doesn't ask." };
    private static readonly Option<bool> NoRedisOption = new("--no-redis") { Description = "Runs without Redis, as on a machine that has none." };
    private static readonly Option<bool> EnginesOption = new("--engines")
    {
        Description = "Starts Postgres, Redis and Azurite only, and writes what Api and Worker need to know into a file, to run those from an editor.",
    };

    private static readonly Option<bool> LogsOption = new("--logs") { Description = "Prints the resources' log lines here too." };

    /// <summary>Parses, answers --help and mistakes, and otherwise runs.</summary>
    /// <returns>The exit code.</returns>
    internal static Task<int> InvokeAsync(string[] args, Func<LocalOptions, Task<int>> runAsync)
    {
        var command = new RootCommand("Runs HotGigs on this machine: Postgres, Redis, Azurite, migrations, Api and Worker, without containers.")
        {
            DataOption, ResetOption, YesOption, NoRedisOption, EnginesOption, LogsOption,
        };
        command.SetAction((result, _) => runAsync(new LocalOptions(
            result.GetValue(DataOption),
            result.GetValue(ResetOption),
            result.GetValue(YesOption),
            result.GetValue(NoRedisOption),
            result.GetValue(EnginesOption),
            result.GetValue(LogsOption))));
        // Stopping in order is LocalCommand's work: the parser must not end the process after its own two seconds.
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
