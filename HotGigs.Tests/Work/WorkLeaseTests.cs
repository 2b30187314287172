using HotGigs.Core.Work;
using HotGigs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace HotGigs.Tests.Work;

/// <summary>What holds when workers die, hang, stop or come back too late.</summary>
[TestFixture]
internal sealed class WorkLeaseTests
{
    private WorkBench _bench = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _bench = await WorkBench.StartAsync();

    [TearDown]
    public Task StopPumpsAsync() => _bench.StopPumpsAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task GivenAnItemWhoseWorkerDied_WhenItsLeaseRunsOut_ThenAnotherWorkerDoesIt()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        await LeaseToADeadWorkerAsync(item, attempt: 1);
        var probe = new Probe();

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Done);
        Assert.That((await _bench.FindAsync(item.Id)).Attempt, Is.EqualTo(2));
    }

    [Test]
    public async Task GivenAnItemThatKilledItsWorkerInTheLastAttempt_WhenItsLeaseRunsOut_ThenItIsGivenUpAndNeverRunAgain()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var item = await _bench.EnqueueAsync(kind);
        await LeaseToADeadWorkerAsync(item, attempt: 1);
        var probe = new Probe();

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
        Assert.Multiple(() =>
        {
            Assert.That(probe.Handled, Is.Empty);
            Assert.That(probe.GivenUp, Is.EqualTo(new[] { "worker-died" }));
        });
    }

    [Test]
    public async Task GivenAnItemThatKillsWorkersEvenWhenGivenUp_WhenItHasDoneSoThrice_ThenItIsParkedWithoutItsHandler()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var item = await _bench.EnqueueAsync(kind);
        await LeaseToADeadWorkerAsync(item, attempt: 4);
        var probe = new Probe();

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Parked);
        Assert.That(probe.GivenUp, Is.Empty);
    }

    [Test]
    public async Task GivenAHandlerThatOutlivesItsLeaseTime_WhenItsWorkerLives_ThenTheLeaseIsRenewedAndItRunsOnce()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var finish = new TaskCompletionSource();
        var probe = new Probe { Handle = (_, _, _) => finish.Task };
        _bench.StartPump(kind, probe, options => options.Lease = TimeSpan.FromSeconds(1));
        await StateBecomesAsync(item, WorkState.Running);
        var firstEnd = (await _bench.FindAsync(item.Id)).LeaseUntil;

        await Eventually.TrueAsync(
            async () => (await _bench.FindAsync(item.Id)).LeaseUntil > firstEnd!.Value.AddSeconds(2), "the lease was renewed for seconds");
        finish.SetResult();

        await StateBecomesAsync(item, WorkState.Done);
        Assert.That(probe.Handled, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GivenAWorkerThatLostItsLease_WhenItCompletesWithItsWrites_ThenNothingOfItStays()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var otherKind = WorkBench.NewKind();
        var written = Guid.Empty;
        var outcome = new TaskCompletionSource<Exception?>();
        var probe = new Probe
        {
            Handle = async (work, db, cancel) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                written = _bench.Queue.Enqueue(db, otherKind, new ProbePayload(1), work.OrganizationId).Id;
                await db.SaveChangesAsync(cancel);
                await _bench.ExecuteAsync($"update work_items set attempt = attempt + 1 where id = {work.ItemId}");
                try
                {
                    await work.CompleteAsync(db, cancel);
                    await transaction.CommitAsync(cancel);
                    outcome.SetResult(null);
                }
                catch (WorkLeaseLostException lost)
                {
                    outcome.SetResult(lost);
                    throw;
                }
            },
        };

        _bench.StartPump(kind, probe);

        var thrown = await outcome.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await using var look = _bench.OpenContext();
        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.InstanceOf<WorkLeaseLostException>());
            Assert.That(look.Set<WorkItem>().Any(row => row.Id == written), Is.False);
        });
        await _bench.ExecuteAsync($"delete from work_items where id = {item.Id}");
    }

    [Test]
    public async Task GivenAHandlerThatCompletesInItsTransaction_WhenItCommits_ThenItsWritesAndTheCompletionAreOne()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var otherKind = WorkBench.NewKind();
        var probe = new Probe
        {
            Handle = async (work, db, cancel) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                _bench.Queue.Enqueue(db, otherKind, new ProbePayload(1), work.OrganizationId);
                await db.SaveChangesAsync(cancel);
                if (await work.CompleteAsync(db, cancel))
                    await transaction.CommitAsync(cancel);
            },
        };

        _bench.StartPump(kind, probe);

        await StateBecomesAsync(item, WorkState.Done);
        await using var look = _bench.OpenContext();
        Assert.That(await look.Set<WorkItem>().CountAsync(row => row.Kind == otherKind.Name), Is.EqualTo(1));
    }

    [Test]
    public async Task GivenACompletionWhoseCommitSucceededUnheard_WhenItIsTriedAgain_ThenItSaysSoInsteadOfFailing()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var answers = new List<bool>();
        var probe = new Probe
        {
            Handle = async (work, db, cancel) =>
            {
                answers.Add(await work.CompleteAsync(db, cancel));
                answers.Add(await work.CompleteAsync(db, cancel));
            },
        };

        _bench.StartPump(kind, probe);

        await Eventually.TrueAsync(() => answers.Count == 2, "both completions answered");
        Assert.That(answers, Is.EqualTo(new[] { true, false }));
        await StateBecomesAsync(item, WorkState.Done);
    }

    [Test]
    public async Task GivenARunningItem_WhenTheWorkerIsToldToStop_ThenItIsHandedBackAtOnceWithoutUsingUpAnAttempt()
    {
        var kind = WorkBench.NewKind(maxAttempts: 1);
        var item = await _bench.EnqueueAsync(kind);
        var probe = new Probe { Handle = (_, _, cancel) => Task.Delay(Timeout.Infinite, cancel) };
        var pump = _bench.StartPump(kind, probe, options => options.ShutdownGrace = TimeSpan.FromMilliseconds(50));
        await StateBecomesAsync(item, WorkState.Running);

        await pump.Stop.CancelAsync();
        await pump.Run.WaitAsync(TimeSpan.FromSeconds(10));

        var handedBack = await _bench.FindAsync(item.Id);
        Assert.That((handedBack.State, handedBack.Attempt, handedBack.MaxAttempts), Is.EqualTo((WorkState.Waiting, 1, 2)));
    }

    [Test]
    public async Task GivenARunningItem_WhenTheWorkerIsToldToStop_ThenItMayFinishWithinTheGrace()
    {
        var kind = WorkBench.NewKind();
        var item = await _bench.EnqueueAsync(kind);
        var finish = new TaskCompletionSource();
        var pump = _bench.StartPump(kind, new Probe { Handle = (_, _, cancel) => finish.Task.WaitAsync(cancel) });
        await StateBecomesAsync(item, WorkState.Running);

        await pump.Stop.CancelAsync();
        finish.SetResult();
        await pump.Run.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That((await _bench.FindAsync(item.Id)).State, Is.EqualTo(WorkState.Done));
    }

    /// <summary>As a worker leaves an item that was killed a second ago.</summary>
    private Task LeaseToADeadWorkerAsync(WorkItem item, int attempt) => _bench.ExecuteAsync(
        $"""
        update work_items set state = 1, attempt = {attempt}, worker = 'dead', lease_until = now() - interval '1 second'
        where id = {item.Id}
        """);

    private Task StateBecomesAsync(WorkItem item, WorkState state) =>
        Eventually.TrueAsync(async () => (await _bench.FindAsync(item.Id)).State == state, $"the item is {state}");
}
