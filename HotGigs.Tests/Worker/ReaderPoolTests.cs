using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace HotGigs.Tests.Worker;

[TestFixture]
internal sealed class ReaderPoolTests
{
    private static readonly string[] Allowed =
    [
        "PATH", "DOTNET_ROOT", "DOTNET_GCHeapHardLimit", "DOTNET_gcServer", "DOTNET_gcConcurrent", "DOTNET_TieredPGO",
        "DOTNET_EnableDiagnostics", "DOTNET_DbgEnableMiniDump", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];

    private readonly List<string> _files = [];
    private ReaderPool _pool = null!;

    [SetUp]
    public void Start() => _pool = NewPool();

    [TearDown]
    public async Task StopAsync()
    {
        await _pool.DisposeAsync();
        _files.ForEach(File.Delete);
        _files.Clear();
    }

    [Test]
    public async Task GivenAFile_WhenItIsRead_ThenTheChildsAnswerComesBack()
    {
        var answer = await AskAsync("hello");

        Assert.That((answer.Outcome, answer.Document?.Text), Is.EqualTo((ReaderOutcome.Read, "hello")));
    }

    [Test]
    public async Task GivenAFileThatKillsItsReaderEachTime_WhenItIsRead_ThenItIsReaderDiedAndTheNextIsRead()
    {
        var deadly = await AskAsync("die");
        var next = await AskAsync("hello");

        Assert.That((deadly.Failure, next.Document?.Text), Is.EqualTo((ReadingFailure.ReaderDied, "hello")));
    }

    [Test]
    public async Task GivenAReaderThatDiesOnce_WhenTheFileIsReadAgainInAFreshOne_ThenItIsRead()
    {
        var answer = await AskAsync("die-once " + NewFile());

        Assert.That(answer.Document?.Text, Is.EqualTo("survived"));
    }

    [Test]
    public async Task GivenAFileThatHangs_WhenItsTimeIsUp_ThenItsReaderIsKilledAndTheFileIsTooComplex()
    {
        await using var pool = NewPool(new ReadingLimits { KillAfter = TimeSpan.FromMilliseconds(500) });
        await pool.WarmUpAsync();
        var child = Process.GetProcessById(pool.ProcessIds.Single());

        var answer = await AskAsync("hang", pool);

        Assert.That(answer.Failure, Is.EqualTo(ReadingFailure.TooComplex));
        Assert.That(child.WaitForExit(TimeSpan.FromSeconds(5)), Is.True);
    }

    [Test]
    public async Task GivenAFileThatTakesTooMuchMemory_WhenItIsSeen_ThenItsReaderIsKilledAndTheFileIsTooComplex()
    {
        await using var pool = NewPool(new ReadingLimits { MaxResidentBytes = 256 * 1024 * 1024 });

        var answer = await AskAsync("eat", pool);

        Assert.That(answer.Failure, Is.EqualTo(ReadingFailure.TooComplex));
        Assert.That((await AskAsync("hello", pool)).Document?.Text, Is.EqualTo("hello"));
    }

    [Test]
    public async Task GivenAnAnswerLongerThanAllowed_WhenItIsAnnounced_ThenTheFileIsTooComplex() =>
        Assert.That((await AskAsync("flood")).Failure, Is.EqualTo(ReadingFailure.TooComplex));

    [TestCase("garbage")]
    [TestCase("lie")]
    public async Task GivenAnAnswerThatIsNone_WhenItComes_ThenTheReaderCountsAsDead(string kind)
    {
        Assert.That((await AskAsync(kind)).Failure, Is.EqualTo(ReadingFailure.ReaderDied));
        Assert.That((await AskAsync("hello")).Document?.Text, Is.EqualTo("hello"));
    }

    [Test]
    public async Task GivenAChildThatWritesMuchToItsErrorOutput_WhenItReads_ThenItIsNotBlocked() =>
        Assert.That((await AskAsync("chatter")).Document?.Text, Is.EqualTo("heard"));

    [Test]
    public async Task GivenAChildThatHasReadItsNumberOfFiles_WhenTheNextComes_ThenAFreshOneReadsIt()
    {
        await using var pool = NewPool(recycleAfter: 3);
        var pids = new List<string?>();

        for (var i = 0; i < 6; i++)
            pids.Add((await AskAsync("pid", pool)).Document?.Text);

        Assert.That(pids.Distinct().Count(), Is.EqualTo(2));
        Assert.That(pids[0], Is.EqualTo(pids[2]).And.Not.EqualTo(pids[3]));
    }

    [Test]
    public async Task GivenSecretsInOurEnvironment_WhenAChildRuns_ThenItHasNoneOfThem()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__secret", "Password=canary");
        try
        {
            var answer = await AskAsync("environment");

            var names = JsonSerializer.Deserialize<string[]>(answer.Document!.Text)!;
            Assert.That(names, Is.SubsetOf(Allowed));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__secret", null);
        }
    }

    [Test]
    public async Task GivenAListenerOnThisMachine_WhenAChildConnects_ThenNothingReachesIt()
    {
        Assume.That(ReaderSandbox.CutsNetwork, Is.True, "this system forbids network namespaces");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var answer = await AskAsync($"connect {((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.That(answer.Document?.Text, Is.Not.EqualTo("connected"));
        Assert.That(listener.Pending(), Is.False);
    }

    [Test]
    public async Task GivenACallerThatGivesUp_WhenTheFileIsUnderWay_ThenTheChildIsKilledAndTheNextFileIsRead()
    {
        using var cancel = new CancellationTokenSource();
        await _pool.WarmUpAsync();
        var reading = _pool.ReadAsync(TestReader.Says("hang"), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => reading);
        Assert.That((await AskAsync("hello")).Document?.Text, Is.EqualTo("hello"));
    }

    [Test]
    public async Task GivenAProgramThatCannotBeAReader_WhenAFileComes_ThenTheFaultIsNotTheFiles()
    {
        await using var pool = new ReaderPool(
            new ReaderCommand("false", []), new ReaderOptions { Children = 1 }, TimeProvider.System, NullLogger<ReaderPool>.Instance);

        await Assert.ThrowsAsync<ReaderStartException>(() => AskAsync("hello", pool));
    }

    [Test]
    public async Task GivenFiveReadersKilledInMidFile_WhenAllIsDone_ThenEachFileWasReadAndNoChildIsLeft()
    {
        const int Kills = 5;
        var go = NewFile();
        var answers = new List<ReaderAnswer>();
        for (var i = 0; i < Kills; i++)
        {
            File.Delete(go);
            await _pool.WarmUpAsync();
            var pid = _pool.ProcessIds.Single();
            var reading = AskAsync("wait " + go);
            using (var child = Process.GetProcessById(pid))
                child.Kill();
            await Eventually.TrueAsync(() => _pool.ProcessIds is [var other] && other != pid, "a fresh child has the file");
            await File.WriteAllTextAsync(go, "");
            answers.Add(await reading);
        }

        var last = Process.GetProcessById(_pool.ProcessIds.Single());
        await _pool.DisposeAsync();
        Assert.That(answers.Select(answer => answer.Document?.Text), Is.EqualTo(Enumerable.Repeat("waited", Kills)));
        Assert.That(last.WaitForExit(TimeSpan.FromSeconds(5)), Is.True);
    }

    private static ReaderPool NewPool(ReadingLimits? limits = null, int recycleAfter = 500) => new(
        TestReader.Command,
        new ReaderOptions { Children = 1, RecycleAfter = recycleAfter, Limits = limits ?? ReadingLimits.Default },
        TimeProvider.System,
        NullLogger<ReaderPool>.Instance);

    private Task<ReaderAnswer> AskAsync(string what, ReaderPool? pool = null) =>
        (pool ?? _pool).ReadAsync(TestReader.Says(what), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    private string NewFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"hotgigs-{Guid.CreateVersion7():N}");
        _files.Add(path);
        return path;
    }
}
