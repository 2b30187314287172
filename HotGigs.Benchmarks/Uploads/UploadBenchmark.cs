using System.CommandLine;
using System.Diagnostics;
using HotGigs.Benchmarks.Support;

namespace HotGigs.Benchmarks.Uploads;

/// <summary><c>upload</c>: what our Api adds to the two writes that any upload must wait for.</summary>
internal static class UploadBenchmark
{
    private const int FileBytes = 200 * 1024;
    private const int WarmUps = 100;
    private const double Goal = 2;
    private const string Document = "benchmarks.md";

    internal static Command Create()
    {
        var rounds = Options.Number("--rounds", "Uploads, each followed or preceded by the yardstick.", 300);
        var record = Options.Record(Document);
        var command = new Command("upload", "POST /api/resumes/upload against the bare writes to the stores.") { rounds, record };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(rounds), parsed.GetValue(record) ? Document : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, string? document, CancellationToken cancellationToken)
    {
        var report = new Report(
            "upload",
            $"POST /api/resumes/upload of distinct 200 KB PDFs, one after the other over one connection, against the real Api process. Yardstick: the same "
            + "bytes into Azurite by our `BlobStore` plus one insert into a Postgres table. Interleaved in alternating order; before each of the two, "
            + "everything uploaded has been read, so that the Worker competes with neither.",
            "", "p50", "p95");
        await using var run = await Installation.StartAsync(cancellationToken);
        await using var database = new Database(run);
        using var recruiter = await Recruiter.RegisterAsync(run, cancellationToken);
        var bare = await BareWrites.CreateAsync(run, database, cancellationToken);
        List<double> uploads = [], writes = [];
        for (var round = -WarmUps; round < rounds; round++)
        {
            var upload = new Func<byte[], Task>(file => recruiter.UploadAsync(file, "resume.pdf", cancellationToken));
            var write = new Func<byte[], Task>(file => bare.WriteAsync(file, cancellationToken));
            foreach (var (operation, times) in round % 2 == 0 ? [(upload, uploads), (write, writes)] : new[] { (write, writes), (upload, uploads) })
            {
                var file = Samples.Pdf(FileBytes);
                await database.UntilReadAsync(TimeSpan.FromMinutes(2), cancellationToken);
                var started = Stopwatch.GetTimestamp();
                await operation(file);
                if (round >= 0)
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        double Ratio(double share) => Statistics.Percentile(uploads, share) / Statistics.Percentile(writes, share);
        report.Row("upload, ms", Statistics.Show(Statistics.Percentile(uploads, 0.5), 1), Statistics.Show(Statistics.Percentile(uploads, 0.95), 1));
        report.Row("yardstick, ms", Statistics.Show(Statistics.Percentile(writes, 0.5), 1), Statistics.Show(Statistics.Percentile(writes, 0.95), 1));
        report.Row("**ratio**", Statistics.Show(Ratio(0.5)), $"**{Statistics.Show(Ratio(0.95))}** (goal ≤ {Goal})");
        report.Note($"{rounds} of each after {WarmUps} to warm up.");
        report.Publish(document);
        return Ratio(0.95) <= Goal ? 0 : 1;
    }
}
