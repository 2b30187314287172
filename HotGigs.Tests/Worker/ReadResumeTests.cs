using System.Security.Cryptography;
using Azure.Storage.Blobs;
using HotGigs.Core.Candidates;
using HotGigs.Core.Events;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using HotGigs.Tests.Support;
using HotGigs.Tests.Work;
using HotGigs.Worker.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.Worker;

/// <summary>The real worker process on the real stores: what becomes of a résumé, also when the worker is killed in the middle of it.</summary>
[TestFixture]
internal sealed class ReadResumeTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);
    private WorkBench _bench = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _bench = await WorkBench.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task GivenAResume_WhenTheWorkerHasReadIt_ThenParseCandidateAndEventsAreThereOnce()
    {
        var resume = await AddAsync(ReaderSamples.Docx());
        using var worker = WorkerProcess.Start(_bench.Database, Lease);

        await FinishedAsync(resume);

        await AssertParsedOnceAsync(resume);
    }

    [Test]
    public async Task GivenAFileThatIsNone_WhenTheWorkerHasReadIt_ThenTheResumeIsFailedWithItsCodeAndTheWorkIsDone()
    {
        var resume = await AddAsync(RandomNumberGenerator.GetBytes(1000));
        using var worker = WorkerProcess.Start(_bench.Database, Lease);

        await FinishedAsync(resume);

        var failed = await FindAsync(resume);
        Assert.That((failed.State, failed.Code), Is.EqualTo((ResumeState.Failed, "type-mismatch")));
        Assert.That((await _bench.FindAsync(resume.WorkItemId)).State, Is.EqualTo(WorkState.Done));
    }

    [Test]
    public async Task GivenAParseOfAnEarlierParser_WhenTheResumeIsReadAgain_ThenTheNewParseStandsBesideIt()
    {
        var resume = await AddAsync(ReaderSamples.Docx());
        using var worker = WorkerProcess.Start(_bench.Database, Lease);
        await FinishedAsync(resume);
        var before = (await FindAsync(resume)).ParseId;
        await using (var owner = NpgsqlDataSource.Create(Engines.OwnerConnectionString(_bench.Database)))
        await using (var command = owner.CreateCommand("update resume_parses set parser_version = 'earlier' where id = $1"))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = before });
            await command.ExecuteNonQueryAsync();
        }

        await using var db = _bench.OpenContext(resume.OrganizationId);
        var again = _bench.Queue.Enqueue(db, ReReadResumeWork.Kind, new ReReadResumeWork(resume.Id), resume.OrganizationId);
        await db.SaveChangesAsync();

        await Eventually.TrueAsync(async () => (await _bench.FindAsync(again.Id)).State == WorkState.Done, "the résumé is read again", 60);

        Assert.Multiple(async () =>
        {
            Assert.That(await db.Set<ResumeParse>().Select(parse => parse.ParserVersion).ToListAsync(), Is.EquivalentTo(new[] { "earlier", ResumeParser.Version }));
            Assert.That((await FindAsync(resume)).ParseId, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task GivenAWorkerKilledInMidFile_WhenTheNextOneRuns_ThenTheFileIsFinishedOnceWithinTheLease()
    {
        var resume = await AddAsync(ReaderSamples.Docx());
        // Holds the worker up at its last step, with the parse made and nothing committed.
        await using var blocker = new NpgsqlConnection(Engines.OwnerConnectionString(_bench.Database));
        await blocker.OpenAsync();
        var transaction = await blocker.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table resume_parses in exclusive mode", blocker, transaction))
            await command.ExecuteNonQueryAsync();
        using (var doomed = WorkerProcess.Start(_bench.Database, Lease))
        {
            await Eventually.TrueAsync(() => WaitsForLockAsync(), "the worker waits to store the parse", 60);
            doomed.Kill();
        }

        await transaction.RollbackAsync();
        using var next = WorkerProcess.Start(_bench.Database, Lease);
        await FinishedAsync(resume);

        await AssertParsedOnceAsync(resume);
        Assert.That((await _bench.FindAsync(resume.WorkItemId)).Attempt, Is.EqualTo(2));
    }

    [Test]
    public async Task GivenAnIdleWorker_WhenItIsTerminated_ThenItEndsCleanlyWithinSeconds()
    {
        var resume = await AddAsync(ReaderSamples.Docx());
        using var worker = WorkerProcess.Start(_bench.Database, Lease);
        await FinishedAsync(resume);

        await worker.TerminateAsync(TimeSpan.FromSeconds(15));

        Assert.That(worker.ExitCode, Is.Zero);
    }

    private async Task<Resume> AddAsync(byte[] content)
    {
        var blobs = new BlobStore(new BlobServiceClient(Engines.BlobsConnectionString));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var organization = Guid.CreateVersion7();
        await blobs.PutAsync(organization, hash, new MemoryStream(content), content.Length, CancellationToken.None);
        await using var db = _bench.OpenContext(organization);
        var id = Guid.CreateVersion7();
        var resume = new Resume
        {
            Id = id,
            OrganizationId = organization,
            OwnerId = Guid.CreateVersion7(),
            ContentHash = hash,
            FileName = "resume.docx",
            ByteCount = content.Length,
            Format = FileFormat.Docx,
            WorkItemId = _bench.Queue.Enqueue(db, ReadResumeWork.Kind, new ReadResumeWork(id), organization).Id,
            UploadedAt = TimeProvider.System.GetUtcNow(),
        };
        db.Add(resume);
        await db.SaveChangesAsync();
        return resume;
    }

    private async Task<Resume> FindAsync(Resume resume)
    {
        await using var db = _bench.OpenContext(resume.OrganizationId);
        return await db.Set<Resume>().AsNoTracking().SingleAsync(row => row.Id == resume.Id);
    }

    private Task FinishedAsync(Resume resume) => Eventually.TrueAsync(
        async () => (await FindAsync(resume)).FinishedAt is not null
            && (await _bench.FindAsync(resume.WorkItemId)).State == WorkState.Done,
        "the résumé is finished",
        withinSeconds: 60);

    private async Task AssertParsedOnceAsync(Resume resume)
    {
        var parsed = await FindAsync(resume);
        await using var db = _bench.OpenContext(resume.OrganizationId);
        var kinds = await db.Set<LiveEvent>().Where(live => live.ResumeId == resume.Id).Select(live => live.Kind).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That((parsed.State, parsed.Code), Is.EqualTo((ResumeState.Parsed, (string?)null)));
            Assert.That(db.Set<ResumeParse>().Count(), Is.EqualTo(1));
            Assert.That(db.Set<Candidate>().Count(), Is.EqualTo(1));
            Assert.That(kinds, Is.EquivalentTo(new[] { "resume.reading", "resume.parsed" }));
        });
    }

    private async Task<bool> WaitsForLockAsync()
    {
        await using var connection = new NpgsqlConnection(Engines.OwnerConnectionString(_bench.Database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select exists (select from pg_locks where not granted and relation = 'resume_parses'::regclass)", connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
