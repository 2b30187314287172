using HotGigs.Api.Commands;
using Npgsql;

try
{
    var parse = ApiCommands.Root(args).Parse(args);
    parse.InvocationConfiguration.EnableDefaultExceptionHandler = false;
    return await parse.InvokeAsync(parse.InvocationConfiguration);
}
catch (CommandLineException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
{
    await Console.Error.WriteLineAsync("This database login may not do that. The db commands need the owner's connection string.");
    return 2;
}
catch (NpgsqlException unreachable)
{
    await Console.Error.WriteLineAsync($"The database could not be asked ({unreachable.SqlState ?? "no connection"}). Look at ConnectionStrings:hotgigsdb.");
    return 2;
}
