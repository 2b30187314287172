using System.Globalization;
using System.Reflection;
using System.Text;

namespace HotGigs.Benchmarks.Support;

/// <summary>A result as a Markdown table, and its place in a document under <c>docs</c> that holds the last result of each name.</summary>
/// <param name="name">Heading of its section.</param>
/// <param name="how">What was done, in a sentence or two.</param>
internal sealed class Report(string name, string how, params string[] columns)
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];
    private readonly string _loadBefore = Load();

    internal void Row(params string[] cells) => _rows.Add(cells);

    internal void Note(string text) => _notes.Add(text);

    /// <param name="document">File name under <c>docs</c>; null prints only.</param>
    internal void Publish(string? document)
    {
        var text = Write();
        Console.WriteLine();
        Console.WriteLine(text);
        if (document is not null)
            Record(Path.Combine(Checkout.Root, "docs", document), text);
    }

    private string Write()
    {
        var configuration = typeof(Report).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        var text = new StringBuilder($"## {name}\n\n{how}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => " --- |"))}\n");
        foreach (var row in _rows)
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        text.Append('\n');
        foreach (var note in _notes)
            text.Append("- ").Append(note).Append('\n');
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return text.Append(CultureInfo.InvariantCulture, $"- {date} UTC, commit {Checkout.Commit()}, {configuration}, {Environment.ProcessorCount} cores, ")
            .Append(CultureInfo.InvariantCulture, $"load average of the machine {_loadBefore} before and {Load()} after.\n").ToString();
    }

    private void Record(string path, string text)
    {
        var sections = File.ReadAllText(path).Split("\n## ");
        var kept = sections.Skip(1).Select(section => "## " + section.TrimEnd() + "\n").Where(section => !section.StartsWith($"## {name}\n", StringComparison.Ordinal));
        var all = kept.Append(text).Order(StringComparer.Ordinal);
        File.WriteAllText(path, sections[0].TrimEnd() + "\n\n" + string.Join('\n', all));
        Console.WriteLine($"recorded in docs/{Path.GetFileName(path)}");
    }

    /// <summary>Runnable processes, averaged over a minute: above the number of cores, everything here waited for somebody else.</summary>
    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
