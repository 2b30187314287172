using System.CommandLine;
using System.Diagnostics;
using HotGigs.AppHost.Local.Resources;
using HotGigs.Benchmarks.Support;
using HotGigs.Core.Seeding;

namespace HotGigs.Benchmarks.Drills;

/// <summary><c>drill kills</c>: a Worker that dies at any moment loses nothing and does nothing twice.</summary>
internal static class KillDrill
{
    private const string Document = "drills.md";
    private const int MaxPauseMilliseconds = 1_500;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    internal static Command Create()
    {
        var files = Options.Number("--files", "Résumés to upload.", 200);
        var kills = Options.Number("--kills", "Times the Worker is killed.", 20);
        var seed = Options.Number("--seed", "Chooses the moments.", 1);
        var record = Options.Record(Document);
        var command = new Command("kills", "Kills the Worker at random moments while it reads.") { files, kills, seed, record };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(files), parsed.GetValue(kills), parsed.GetValue(seed), parsed.GetValue(record) ? Document : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int files, int kills, int seed, string? document, CancellationToken cancellationToken)
    {
        var report = new Report(
            "drill kills",
            $"{files} synthetic résumés uploaded in {kills} batches; while each batch is uploaded and read, the Worker process gets SIGKILL at a random moment "
            + "and AppHost starts it again. At the end the database is asked.",
            "what", "count", "promised");
        await using var run = await Installation.StartAsync(cancellationToken);
        await using var database = new Database(run);
        using var recruiter = await Recruiter.RegisterAsync(run, cancellationToken);
        var random = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            var uploads = UploadAsync(recruiter, kill * files / kills, (kill + 1) * files / kills, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(MaxPauseMilliseconds)), cancellationToken);
            var dead = await KillAsync(run["worker"]);
            await uploads;
            await BackAsync(run["worker"], dead, cancellationToken);
        }

        var ended = Stopwatch.GetTimestamp();
        await database.UntilReadAsync(Limit, cancellationToken);
        report.Note($"All were read {Stopwatch.GetElapsedTime(ended).TotalSeconds:0} s after the Worker was back from the last kill (a lease lasts 20 s).");
        var good = true;
        foreach (var (what, sql, promised) in Checks(files))
        {
            var count = await database.CountAsync(sql, cancellationToken);
            good &= promised is null || count == promised;
            report.Row(what, count.ToString(System.Globalization.CultureInfo.InvariantCulture), promised?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        report.Publish(document);
        return good ? 0 : 1;
    }

    private static (string What, string Sql, long? Promised)[] Checks(int files) =>
    [
        ("résumés", "select count(*) from resumes", files),
        ("résumés parsed", "select count(*) from resumes where state = 'Parsed'", files),
        ("résumés not in a final state", "select count(*) from resumes where finished_at is null", 0),
        ("candidates", "select count(*) from candidates", files),
        ("résumés without exactly one candidate",
            "select count(*) from resumes r where (select count(*) from candidates c where c.resume_id = r.id) <> 1", 0),
        ("parses", "select count(*) from resume_parses", files),
        ("work items running past their lease", "select count(*) from work_items where state = 1 and lease_until < now()", 0),
        ("work items given up", "select count(*) from work_items where state = 3", 0),
        ("résumés interrupted by a kill and read by a later attempt", "select count(*) from work_items where kind = 'read-resume' and attempt > 1", null),
    ];

    private static async Task UploadAsync(Recruiter recruiter, int first, int end, CancellationToken cancellationToken)
    {
        for (var number = first; number < end; number++)
        {
            var (fileName, content) = SyntheticResume.Create(number);
            await recruiter.UploadAsync(content, fileName, cancellationToken);
        }
    }

    /// <summary>SIGKILL for the Worker alone: its reader children have to notice by themselves.</summary>
    private static async Task<int> KillAsync(Resource worker)
    {
        using var process = Process.GetProcessById(worker.Pid ?? throw new InvalidOperationException("The Worker does not run."));
        process.Kill();
        await process.WaitForExitAsync();
        return process.Id;
    }

    private static async Task BackAsync(Resource worker, int dead, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        // For a moment its state is still that of the dead process.
        while (worker is not { State: ResourceState.Running, Pid: { } pid } || pid == dead)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit)
                throw new TimeoutException("The Worker is not back.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }
}
