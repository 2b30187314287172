using System.CommandLine;

namespace HotGigs.Api.Commands;

/// <summary>The command line: without a command it serves.</summary>
internal static class ApiCommands
{
    internal static RootCommand Root(string[] args)
    {
        var root = new RootCommand("HotGigs: the API and its administration.")
        {
            ServeCommand.Create(args),
            RoutesCommand.Create(),
            DatabaseCommands.Create(),
            UserCommands.Create(() => ApiApplication.BuildForCommand().Services),
            SeedCommand.Create(),
            DoctorCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(args, cancellationToken));
        // The host reads settings such as --urls=… itself.
        root.TreatUnmatchedTokensAsErrors = false;
        return root;
    }
}
