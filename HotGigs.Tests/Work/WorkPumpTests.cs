using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Work;

[TestFixture]
internal sealed class WorkPumpTests
{
    private WorkBench _bench = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _bench = await WorkBench.StartAsync();

    [TearDown]
    public Task StopPumpsAsync() => _bench.StopPumpsAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task GivenWaitingWork_WhenAPumpRuns_ThenItIsDoneOnce()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind, number: 7);
        var probe = new Probe();

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Done);
        Assert.That(probe.Handled, Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public async Task GivenAnIdlePumpThatHardlyPolls_WhenWorkIsCommitted_ThenTheDatabaseWakesIt()
    {
        var kind = WorkBench.NewKind();
        var probe = new Probe();
        _bench.StartPump(kind, probe, options => options.Poll = TimeSpan.FromMinutes(10));
        var first = await _bench.EnqueueAsync(kind);
        await StateBecomesAsync(first, WorkState.Done);

        var second = await _bench.EnqueueAsync(kind);

        await StateBecomesAsync(second, WorkState.Done);
    }

    [Test]
    public async Task GivenAConnectionThatListensQuietlyForLong_WhenWorkIsCommitted_ThenItIsStillTheOneThatHears()
    {
        var kind = WorkBench.NewKind();
        _bench.StartPump(kind, new Probe(), options =>
        {
            options.Poll = TimeSpan.FromMinutes(10);
            options.ListenKeepAlive = TimeSpan.FromMilliseconds(20);
        });
        await StateBecomesAsync(await _bench.EnqueueAsync(kind), WorkState.Done);
        var listener = await _bench.ListenerAsync();
        await Eventually.TrueAsync(
            async () => await _bench.ListenerAsync() is { Query: "select 1" }, "the connection was asked whether it lives");

        await StateBecomesAsync(await _bench.EnqueueAsync(kind), WorkState.Done);

        Assert.That((await _bench.ListenerAsync())?.ProcessId, Is.EqualTo(listener?.ProcessId));
    }

    [Test]
    public async Task GivenWorkForLater_WhenAPumpRuns_ThenItWaitsForItsTime()
    {
        var kind = WorkBench.NewKind();
        var later = await _bench.EnqueueAsync(kind, number: 1, runAt: TimeProvider.System.GetUtcNow().AddHours(1));
        var now = await _bench.EnqueueAsync(kind, number: 2);
        var probe = new Probe();

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(now, WorkState.Done);
        Assert.That((await _bench.FindAsync(later.Id)).State, Is.EqualTo(WorkState.Waiting));
    }

    [Test]
    public async Task GivenAHandlerThatFailsTwice_WhenAPumpRuns_ThenTheThirdAttemptCompletesIt()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe { Handle = (work, _, _) => work.Attempt < 3 ? throw new InvalidOperationException("no") : Task.CompletedTask };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Done);
        Assert.That((await _bench.FindAsync(item.Id)).Attempt, Is.EqualTo(3));
    }

    [Test]
    public async Task GivenAHandlerThatAlwaysFails_WhenItsAttemptsAreUsedUp_ThenItIsGivenUpOnceAndParkedWithoutTheMessage()
    {
        var kind = WorkBench.NewKind(maxAttempts: 2);
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe { Handle = (_, _, _) => throw new InvalidOperationException("Jane Doe, jane@example.org") };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
        var parked = await _bench.FindAsync(item.Id);
        Assert.Multiple(() =>
        {
            Assert.That(probe.Handled, Has.Count.EqualTo(2));
            Assert.That(probe.GivenUp, Has.Count.EqualTo(1));
            Assert.That(parked.LastError, Does.StartWith("InvalidOperationException").And.Not.Contain("Jane"));
            Assert.That(parked.FinishedAt, Is.Not.Null);
        });
    }

    [Test]
    public async Task GivenAnItemThatCannotEvenBeGivenUp_WhenItsAttemptsAreUsedUp_ThenItIsParkedAllTheSame()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe
        {
            Handle = (_, _, _) => throw new InvalidOperationException(),
            GiveUp = _ => throw new InvalidOperationException(),
        };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
    }

    [Test]
    public async Task GivenABlobStoreThatIsOut_WhenAttemptsFail_ThenTheyAreNotUsedUp()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe
        {
            Handle = (work, _, _) => work.Attempt < 5 ? throw new BlobStoreException(BlobFailure.Unavailable) : Task.CompletedTask,
        };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Done);
        Assert.That(probe.GivenUp, Is.Empty);
    }

    [Test]
    public async Task GivenAStoreThatRefuses_WhenAttemptsFail_ThenTheyAreUsedUp()
    {
        var kind = WorkBench.NewKind(maxAttempts: 2);
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe { Handle = (_, _, _) => throw new BlobStoreException(BlobFailure.Refused) };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
    }

    [Test]
    public async Task GivenAHandlerBeyondItsTimeLimit_WhenItIsCancelled_ThenTheAttemptFailed()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1) with { TimeLimit = TimeSpan.FromMilliseconds(50) };
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe { Handle = (_, _, cancel) => Task.Delay(Timeout.Infinite, cancel) };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
        Assert.That((await _bench.FindAsync(item.Id)).LastError, Is.EqualTo("time-limit"));
    }

    [Test]
    public async Task GivenAPayloadOfAnotherShape_WhenItIsTried_ThenItIsParkedAndOthersGoOn()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var broken = await _bench.EnqueueAsync(kind);
        await _bench.ExecuteAsync($"update work_items set payload = '[]' where id = {broken.Id}");
        var sound = await _bench.EnqueueAsync(kind);

        _bench.StartPump(kind, new Probe());

        await StateBecomesAsync(broken, WorkState.Parked);
        await StateBecomesAsync(sound, WorkState.Done);
    }

    [Test]
    public async Task GivenWorkOfAKindWithoutAHandlerHere_WhenAPumpRuns_ThenItLeavesItToOthers()
    {
        var foreign = await _bench.EnqueueAsync(WorkBench.NewKind());
        var kind = WorkBench.NewKind();
        var own = await _bench.EnqueueAsync(kind);

        _bench.StartPump(kind, new Probe());

        await StateBecomesAsync(own, WorkState.Done);
        Assert.That((await _bench.FindAsync(foreign.Id)).State, Is.EqualTo(WorkState.Waiting));
    }

    [Test]
    public async Task GivenTwoPumpsAndManyItems_WhenTheyRace_ThenEachItemIsHandledOnce()
    {
        var kind = WorkBench.NewKind();
        var items = new List<WorkItem>();
        for (var i = 0; i < 100; i++)
            items.Add(await _bench.EnqueueAsync(kind, number: i));
        var probe = new Probe();

        _bench.StartPump(kind, probe);
        _bench.StartPump(kind, probe);

        foreach (var item in items)
            await StateBecomesAsync(item, WorkState.Done);
        Assert.That(probe.Handled.Order(), Is.EqualTo(Enumerable.Range(0, 100)));
    }

    private Task StateBecomesAsync(WorkItem item, WorkState state) =>
        Eventually.TrueAsync(async () => (await _bench.FindAsync(item.Id)).State == state, $"the item is {state}");
}
