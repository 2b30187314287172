using System.CommandLine;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Commands;

/// <summary>db migrate, status, history and script. Only migrate needs the owner's connection string; the AppHost gives it to nobody else.</summary>
internal static class DatabaseCommands
{
    internal static Command Create()
    {
        var migrate = new Command("migrate", "Brings the database to this version: roles, tables, policies. Safe to run at any time.");
        migrate.SetAction(async (parse, cancellationToken) =>
        {
            var settings = Settings();
            var applied = await new Migrator(ConnectionString(settings)).MigrateAsync(
                Required(settings, "HotGigs:Database:AppPassword"), Required(settings, "HotGigs:Database:WorkerPassword"), cancellationToken);
            foreach (var migration in applied)
                await parse.InvocationConfiguration.Output.WriteLineAsync($"applied {migration}");
            await parse.InvocationConfiguration.Output.WriteLineAsync($"{applied.Count} applied; the database is up to date");
        });
        var status = new Command("status", "Says whether migrations are missing; exit code 3 when some are.");
        status.SetAction(async (parse, cancellationToken) =>
        {
            var missing = (await new Migrator(ConnectionString(Settings())).StatusAsync(cancellationToken)).Where(each => !each.Applied).ToList();
            foreach (var (migration, _) in missing)
                await parse.InvocationConfiguration.Output.WriteLineAsync($"missing {migration}");
            await parse.InvocationConfiguration.Output.WriteLineAsync(missing.Count == 0 ? "up to date" : $"{missing.Count} missing: run db migrate");
            return missing.Count == 0 ? 0 : 3;
        });
        var history = new Command("history", "Lists all migrations of this version, oldest first.");
        history.SetAction(async (parse, cancellationToken) =>
        {
            foreach (var (migration, applied) in await new Migrator(ConnectionString(Settings())).StatusAsync(cancellationToken))
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{(applied ? "applied" : "missing")} {migration}");
        });
        var script = new Command("script", "Prints all migrations as one SQL script, for people who review before they run.");
        script.SetAction(parse => parse.InvocationConfiguration.Output.Write(Migrator.Script()));
        return new Command("db", "The database's schema.") { migrate, status, history, script };
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();

    private static string ConnectionString(IConfiguration settings) =>
        settings.GetConnectionString("hotgigsdb") is { Length: > 0 } found ? found : Required(settings, "ConnectionStrings:hotgigsdb");

    private static string Required(IConfiguration settings, string key) => settings[key] is { Length: > 0 } value
        ? value
        : throw new CommandLineException($"The setting {key} is missing; set the environment variable {key.Replace(":", "__")}.");
}

/// <summary>Says to a person what is missing; shown without a stack trace.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
