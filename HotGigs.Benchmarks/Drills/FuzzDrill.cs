using System.CommandLine;
using System.Diagnostics;
using HotGigs.Benchmarks.Support;

namespace HotGigs.Benchmarks.Drills;

/// <summary><c>drill fuzz</c>: whatever the bytes, every file ends in an outcome and the host lives.</summary>
internal static class FuzzDrill
{
    private const string Document = "drills.md";
    private static readonly string[] Folders = ["parsing/resumes", "unlabelled", "hostile"];
    private static readonly string[] Formats = [".pdf", ".docx", ".doc"];

    internal static Command Create()
    {
        var inputs = Options.Number("--inputs", "Mutated files to read.", 100_000);
        var seed = Options.Number("--seed", "The same seed gives the same inputs.", 1);
        var minutes = Options.Number("--minutes", "Start no more inputs after this long; 0: no limit.", 0);
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Folder for the inputs that ended or exceeded a child." };
        var record = Options.Record(Document);
        var command = new Command("fuzz", "Mutations of the corpus through reader children.") { inputs, seed, minutes, keep, record };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(minutes), parsed.GetValue(keep),
            parsed.GetValue(record) ? Document : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        int inputs, int seed, int minutes, DirectoryInfo? keep, string? document, CancellationToken cancellationToken)
    {
        var files = Folders.SelectMany(folder => Checkout.Corpus(folder, Formats)).ToList();
        if (files.Count == 0)
        {
            Console.WriteLine("skipped: there is no shared/corpus beside the checkout");
            return 0;
        }

        var report = new Report(
            "drill fuzz",
            $"Mutations (byte flips, truncations, splices, edited numbers, doubled chunks) of {files.Count} files of the corpus, hostile ones included, the formats "
            + "in turn, through the pool's child processes as in the Worker. A kill is a child that met a cap (time, memory, output) or died; "
            + "one that dies gets the file a second time in a fresh child.",
            ["outcome", .. Formats.Select(format => format[1..]), "all"]);
        await using var run = new FuzzRun(files, Formats, seed, keep);
        var started = Stopwatch.GetTimestamp();
        var limit = minutes == 0 ? TimeSpan.MaxValue : TimeSpan.FromMinutes(minutes);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, inputs).TakeWhile(_ => Stopwatch.GetElapsedTime(started) < limit),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (number, cancel) =>
            {
                await run.ReadAsync(number, cancel);
                if (number % 1000 == 999)
                    Console.WriteLine($"{number + 1} inputs, {run.Finds.Count} kills");
            });
        foreach (var (outcome, counts) in run.Outcomes)
            report.Row([outcome, .. Formats.Select(format => Show(counts.GetValueOrDefault(format))), Show(counts.Values.Sum())]);
        var died = run.Outcomes.GetValueOrDefault("reader-died")?.Values.Sum() ?? 0;
        var total = run.Outcomes.Values.Sum(counts => counts.Values.Sum());
        report.Note($"{Show(total)} inputs, seed {seed}{(total < inputs ? $"; stopped after {minutes} minutes, before the {Show(inputs)} asked for" : "")}. The host lived; files that ended their reader twice: {died}.");
        report.Note($"Kills of children: {run.Finds.Count}{(run.Finds.IsEmpty ? "." : ":")}");
        foreach (var find in run.Finds.Order(StringComparer.Ordinal))
            report.Note("kill: " + find);
        report.Publish(document);
        return died == 0 ? 0 : 1;
    }

    private static string Show(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
