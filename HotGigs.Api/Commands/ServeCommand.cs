using System.CommandLine;

namespace HotGigs.Api.Commands;

internal static class ServeCommand
{
    internal static Command Create(string[] args)
    {
        var serve = new Command("serve", "Serves the API; also what happens without a command.") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((_, cancellationToken) => RunAsync(args, cancellationToken));
        return serve;
    }

    internal static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = ApiApplication.Build([.. args.Where(arg => arg != "serve")]);
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
