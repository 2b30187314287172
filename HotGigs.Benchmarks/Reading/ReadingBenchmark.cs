using System.CommandLine;
using System.Diagnostics;
using HotGigs.Benchmarks.Support;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace HotGigs.Benchmarks.Reading;

/// <summary><c>reading</c>: reading and parsing a PDF here against only its text by <c>pdftotext</c>.</summary>
internal static class ReadingBenchmark
{
    private const double Goal = 1;
    private const string Document = "benchmarks.md";

    internal static Command Create()
    {
        var repeats = Options.Number("--repeats", "Measurements of each file.", 5);
        var record = Options.Record(Document);
        var command = new Command("reading", "Reading and parsing per file against a pdftotext process; throughput of the pool.") { repeats, record };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(repeats), parsed.GetValue(record) ? Document : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int repeats, string? document, CancellationToken cancellationToken)
    {
        List<string> files = [.. Checkout.Corpus("parsing/resumes", ".pdf"), .. Checkout.Corpus("unlabelled", ".pdf")];
        if (files.Count == 0)
        {
            Console.WriteLine("skipped: there is no shared/corpus with PDFs beside the checkout");
            return 0;
        }

        if (!await PdfToText.IsThereAsync(cancellationToken))
        {
            Console.WriteLine("skipped: pdftotext is missing; install poppler-utils (Debian, Ubuntu) or poppler (Fedora, Homebrew)");
            return 0;
        }

        var report = new Report(
            "reading",
            $"Reading **and parsing** of {files.Count} real résumés as PDF through the pool into a warm child, answer included, against one `pdftotext` process "
            + "on the same file, which only extracts the text. Interleaved in alternating order; per file the ratio of the medians of "
            + $"{repeats} measurements. Throughput: all cores busy, the pool against as many `pdftotext` processes at a time.",
            "", "reading + parsing", "pdftotext", "ratio", "goal");
        var ratio = await PerFileAsync(report, files, repeats, cancellationToken);
        await ThroughputAsync(report, files, repeats, cancellationToken);
        report.Publish(document);
        return ratio <= Goal ? 0 : 1;
    }

    private static async Task<double> PerFileAsync(Report report, List<string> files, int repeats, CancellationToken cancellationToken)
    {
        await using var pool = Pool(children: 1);
        await pool.WarmUpAsync();
        foreach (var file in files)
            await pool.ReadAsync(ReadingFiles.Request(file), cancellationToken);
        List<double> ours = [], theirs = [], ratios = [];
        foreach (var file in files)
        {
            var request = ReadingFiles.Request(file);
            List<double> here = [], there = [];
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                if (repeat % 2 == 0)
                    there.Add(await TimeAsync(() => PdfToText.RunAsync(file, cancellationToken)));
                here.Add(await TimeAsync(() => pool.ReadAsync(request, cancellationToken)));
                if (repeat % 2 == 1)
                    there.Add(await TimeAsync(() => PdfToText.RunAsync(file, cancellationToken)));
            }

            ours.Add(Statistics.Median(here));
            theirs.Add(Statistics.Median(there));
            ratios.Add(ours[^1] / theirs[^1]);
        }

        Row("per file, median", 0.5, $"≤ {Statistics.Show(Goal, 1)}");
        Row("per file, p90", 0.9, "");
        report.Note($"Per file: below 1 for {ratios.Count(one => one < 1)} of {files.Count} files; the row's ratio is the percentile of the files' ratios. One pass over all files came before.");
        return Statistics.Median(ratios);

        void Row(string name, double share, string goal) => report.Row(
            name, Statistics.Show(Statistics.Percentile(ours, share), 1) + " ms", Statistics.Show(Statistics.Percentile(theirs, share), 1) + " ms",
            $"**{Statistics.Show(Statistics.Percentile(ratios, share))}**", goal);
    }

    private static async Task ThroughputAsync(Report report, List<string> files, int rounds, CancellationToken cancellationToken)
    {
        await using var pool = Pool(children: 0);
        await pool.WarmUpAsync();
        await AllAsync(file => pool.ReadAsync(ReadingFiles.Request(file), cancellationToken));
        double ours = 0, theirs = 0;
        for (var round = 0; round < rounds; round++)
        {
            ours += await TimeAsync(() => AllAsync(file => pool.ReadAsync(ReadingFiles.Request(file), cancellationToken)));
            theirs += await TimeAsync(() => AllAsync(file => PdfToText.RunAsync(file, cancellationToken)));
        }

        var count = 1000.0 * files.Count * rounds;
        report.Row("whole pool", Statistics.Show(count / ours, 0) + " files/s", Statistics.Show(count / theirs, 0) + " files/s", Statistics.Show(theirs / ours) + " × as many", "");

        Task AllAsync(Func<string, Task> read) => Parallel.ForEachAsync(
            files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (file, _) => await read(file));
    }

    // Replacing a child in the middle of a measurement would be part of the price in production too: one start in 500 files.
    private static ReaderPool Pool(int children) =>
        new(ReaderCommand.ThisProgram(), new ReaderOptions { Children = children }, TimeProvider.System, NullLogger<ReaderPool>.Instance);

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
