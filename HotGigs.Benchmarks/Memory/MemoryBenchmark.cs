using System.CommandLine;
using System.Diagnostics;
using HotGigs.Benchmarks.Support;
using HotGigs.Core.Seeding;

namespace HotGigs.Benchmarks.Memory;

/// <summary><c>memory</c>: what Api and Worker keep resident when nothing happens, and whether a reader child grows.</summary>
internal static class MemoryBenchmark
{
    private const double IdleGoal = 200;
    private const double GrowthGoal = 1.2;
    private const int Uploads = 5;
    private const string Document = "benchmarks.md";

    internal static Command Create()
    {
        var record = Options.Record(Document);
        var command = new Command("memory", "Resident memory, idle, of Api and Worker; growth of a reader child.") { record };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(record) ? Document : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var report = new Report(
            "memory",
            $"Resident memory of the processes that AppHost's local mode starts, once settled (within 1 MB for 10 s) after health checks, a registration, {Uploads} "
            + "uploads read to their end and a few lists. Yardstick: 200 MB. The reader child: its resident memory after files 491 to 500 of a loop over 25 "
            + "corpus files, as a ratio to that after files 41 to 50, which are the same ten files; medians.",
            "process", "resident", "ratio", "goal");
        var good = true;
        foreach (var (name, bytes) in await IdleAsync(cancellationToken))
        {
            var ratio = bytes / (IdleGoal * 1024 * 1024);
            var goal = name is "api" or "worker";
            good &= !goal || ratio <= 1;
            report.Row(name, Statistics.Megabytes(bytes), goal ? $"**{Statistics.Show(ratio)}**" : "", goal ? "≤ 1 (200 MB)" : "");
        }

        var (early, late, files) = await ChildGrowth.MeasureAsync(cancellationToken);
        good &= late / early <= GrowthGoal;
        report.Row("reader child, files 41–50", Statistics.Megabytes(early), "", "");
        report.Row("reader child, files 491–500", Statistics.Megabytes(late), $"**{Statistics.Show(late / early)}**", $"≤ {Statistics.Show(GrowthGoal, 1)}");
        report.Note(files);
        report.Publish(document);
        return good ? 0 : 1;
    }

    private static async Task<List<(string Name, double Bytes)>> IdleAsync(CancellationToken cancellationToken)
    {
        await using var run = await Installation.StartAsync(cancellationToken);
        await using var database = new Database(run);
        using var recruiter = await Recruiter.RegisterAsync(run, cancellationToken);
        for (var number = 0; number < Uploads; number++)
        {
            var (fileName, content) = SyntheticResume.Create(number);
            await recruiter.UploadAsync(content, fileName, cancellationToken);
        }

        await database.UntilReadAsync(TimeSpan.FromMinutes(2), cancellationToken);
        foreach (var path in (string[])["/api/resumes/candidates", "/api/auth/me", "/health"])
            (await recruiter.Client.GetAsync(path, cancellationToken)).EnsureSuccessStatusCode();
        var settled = new List<(string, double)>();
        foreach (var name in (string[])["api", "worker"])
        {
            using var process = Process.GetProcessById(run[name].Pid ?? throw new InvalidOperationException($"{name} does not run."));
            settled.Add((name, await Resident.SettledAsync(process, cancellationToken)));
            settled.AddRange(Resident.Children(process).Select((bytes, i) => ($"{name}'s reader child {i + 1}", bytes)));
        }

        return settled;
    }
}
