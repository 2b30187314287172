using System.CommandLine;

namespace HotGigs.Benchmarks.Support;

internal static class Options
{
    internal static Option<bool> Record(string document) => new("--record") { Description = $"Write the result into docs/{document}." };

    internal static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = $"{description} Default: {usual}.", DefaultValueFactory = _ => usual };
}
