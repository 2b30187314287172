using HotGigs.Api.Commands;

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
