using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.Core.Work;
using HotGigs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.Work;

[TestFixture]
internal sealed class WorkQueueTests
{
    private WorkBench _bench = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _bench = await WorkBench.StartAsync();

    [TearDown]
    public Task StopPumpsAsync() => _bench.StopPumpsAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task GivenWorkEnqueuedInATransaction_WhenItIsRolledBack_ThenThereIsNone()
    {
        await using var db = _bench.OpenContext();
        Guid id;
        await using (await db.Database.BeginTransactionAsync())
        {
            id = _bench.Queue.Enqueue(db, WorkBench.NewKind(), new ProbePayload(1), Guid.CreateVersion7()).Id;
            await db.SaveChangesAsync();
        }

        await using var look = _bench.OpenContext();
        Assert.That(await look.Set<WorkItem>().AnyAsync(item => item.Id == id), Is.False);
    }

    [Test]
    public async Task GivenAnOrganizationWithMuchWork_WhenAnotherBringsALittle_ThenTheyTakeTurns()
    {
        var kind = WorkBench.NewKind();
        var (busy, small) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var i = 0; i < 30; i++)
            await _bench.EnqueueAsync(kind, number: 1, busy);
        WorkItem? last = null;
        for (var i = 0; i < 3; i++)
            last = await _bench.EnqueueAsync(kind, number: 2, small);
        var probe = new Probe();

        _bench.StartPump(kind, probe, options => options.Concurrency = 1);

        await Eventually.TrueAsync(async () => (await _bench.FindAsync(last!.Id)).State == WorkState.Done, "the small one is served");
        Assert.That(probe.Handled.ToList().LastIndexOf(2), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task GivenWorkOfTwoPriorities_WhenAPumpRuns_ThenTheHigherGoesFirst()
    {
        var kind = WorkBench.NewKind();
        for (var i = 0; i < 3; i++)
            await _bench.EnqueueAsync(kind, number: 1);
        var urgent = await _bench.EnqueueAsync(kind, number: 2, priority: 10);
        var probe = new Probe();

        _bench.StartPump(kind, probe, options => options.Concurrency = 1);

        await Eventually.TrueAsync(async () => (await _bench.FindAsync(urgent.Id)).State == WorkState.Done, "the urgent one is done");
        Assert.That(probe.Handled[0], Is.EqualTo(2));
    }

    [Test]
    public async Task GivenAKeyOfWaitingWork_WhenItIsEnqueuedAgain_ThenThereIsOneUntilItRuns()
    {
        var kind = WorkBench.NewKind();
        var organization = Guid.CreateVersion7();
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();

        var first = await EnqueueUniqueAsync(kind, organization, once: false);
        var second = await EnqueueUniqueAsync(kind, organization, once: false);
        _bench.StartPump(kind, new Probe
        {
            Handle = (_, _, _) =>
            {
                started.TrySetResult();
                return finish.Task;
            },
        });
        await started.Task.WaitAsync(TimeSpan.FromSeconds(15));
        var whileRunning = await EnqueueUniqueAsync(kind, organization, once: false);
        finish.SetResult();

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.Not.Null);
            Assert.That(second, Is.Null);
            Assert.That(whileRunning, Is.Not.Null);
        });
    }

    [Test]
    public async Task GivenAScheduledTimesKey_WhenItFiresAgainAfterTheWorkWasDone_ThenNothingIsAdded()
    {
        var kind = WorkBench.NewKind();
        var organization = Guid.CreateVersion7();
        var first = await EnqueueUniqueAsync(kind, organization, once: true);
        _bench.StartPump(kind, new Probe());
        await Eventually.TrueAsync(async () => (await _bench.FindAsync(first!.Value)).State == WorkState.Done, "it is done");

        var again = await EnqueueUniqueAsync(kind, organization, once: true);

        Assert.That(again, Is.Null);
    }

    [Test]
    public async Task GivenTheAppRole_WhenItAddsWork_ThenOnlyItsOrganizationSeesIt()
    {
        var organization = Guid.CreateVersion7();
        await using var app = NpgsqlDataSource.Create(Engines.AppConnectionString(_bench.Database));
        Guid id;
        await using (var db = Open(app, Recruiter(organization)))
        {
            id = _bench.Queue.Enqueue(db, WorkBench.NewKind(), new ProbePayload(1), organization).Id;
            await db.SaveChangesAsync();
        }

        await using var same = Open(app, Recruiter(organization));
        await using var other = Open(app, Recruiter(Guid.CreateVersion7()));
        await using var nobody = Open(app, null);
        Assert.Multiple(() =>
        {
            Assert.That(same.Set<WorkItem>().Any(item => item.Id == id), Is.True);
            Assert.That(other.Set<WorkItem>().Any(item => item.Id == id), Is.False);
            Assert.That(nobody.Set<WorkItem>().Any(), Is.False);
        });
    }

    [Test]
    public async Task GivenTheAppRole_WhenItAddsWorkForAnotherOrganization_ThenTheDatabaseRefuses()
    {
        await using var app = NpgsqlDataSource.Create(Engines.AppConnectionString(_bench.Database));
        await using var db = Open(app, Recruiter(Guid.CreateVersion7()));
        _bench.Queue.Enqueue(db, WorkBench.NewKind(), new ProbePayload(1), Guid.CreateVersion7());

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.That((refusal!.InnerException as PostgresException)?.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    [Test]
    public async Task GivenACandidatesOwnUpload_WhenItAddsWorkForTheOrganizationItNames_ThenItMayButSeesNothing()
    {
        await using var app = NpgsqlDataSource.Create(Engines.AppConnectionString(_bench.Database));
        var candidate = new Actor(null, Guid.CreateVersion7(), UserRole.Candidate);
        await using var db = Open(app, candidate);
        var id = _bench.Queue.Enqueue(db, WorkBench.NewKind(), new ProbePayload(1), Guid.CreateVersion7()).Id;

        await db.SaveChangesAsync();

        await using var look = Open(app, candidate);
        Assert.Multiple(() =>
        {
            Assert.That(look.Set<WorkItem>().Any(), Is.False);
            Assert.That(_bench.OpenContext().Set<WorkItem>().Any(item => item.Id == id), Is.True);
        });
    }

    [Test]
    public async Task GivenTheAppRole_WhenItTriesToChangeOrForgeWork_ThenItCannot()
    {
        var organization = Guid.CreateVersion7();
        await using var app = NpgsqlDataSource.Create(Engines.AppConnectionString(_bench.Database));
        await using var db = Open(app, Recruiter(organization));
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into work_items (id, kind, payload, organization_id, priority, max_attempts, state, attempt)
            values ({id}, 'forged', '1', {organization}, 0, 1, 2, 9)
            """);

        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update work_items set state = 2 where id = {id}"));
        var row = await _bench.FindAsync(id);
        Assert.That((row.State, row.Attempt), Is.EqualTo((WorkState.Waiting, 0)));
    }

    private static Actor Recruiter(Guid organization) => new(organization, Guid.CreateVersion7(), UserRole.Recruiter);

    private static HotGigsDbContext Open(NpgsqlDataSource source, Actor? actor) => new(
        new DbContextOptionsBuilder<HotGigsDbContext>()
            .UseNpgsql(source)
            .AddInterceptors(new ActorContextInterceptor(new ActorContext { Actor = actor }))
            .Options);

    private async Task<Guid?> EnqueueUniqueAsync(WorkKind<ProbePayload> kind, Guid organization, bool once)
    {
        await using var db = _bench.OpenContext();
        return await _bench.Queue.EnqueueUniqueAsync(db, kind, new ProbePayload(1), organization, "key", once);
    }
}
