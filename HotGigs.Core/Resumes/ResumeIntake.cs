using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using HotGigs.Core.Events;
using HotGigs.Core.Reading;
using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HotGigs.Core.Resumes;

/// <summary>Takes a received file in: blob first, then row, work item, event and activity in one transaction.</summary>
public sealed class ResumeIntake(
    HotGigsDbContext db, BlobStore blobs, WorkQueue work, ActivityLog activity, LiveEvents events, EventWake wake, TimeProvider time)
{
    /// <param name="organizationId">Where it lands: the owner's organization, or the one a candidate named.</param>
    /// <param name="fileName">As the uploader named it; kept as data, cut to <see cref="Resume.MaxFileName"/> characters.</param>
    /// <exception cref="BlobStoreException">The store refused; nothing was recorded.</exception>
    public async Task<IntakeResult> AcceptAsync(
        SpooledFile file, string fileName, Actor owner, Guid organizationId, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
            return new IntakeResult.Empty();
        var format = file.Format;
        if (!FileFormatSniffer.IsAcceptedUpload(format, Path.GetExtension(fileName)))
            return new IntakeResult.WrongType(format);

        // Blob before row: if we die between the two, an orphan blob is swept; a row without a blob would be a broken download. ADR-0004.
        await blobs.PutAsync(organizationId, file.Hash, file.Rewound(), file.Length, cancellationToken);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            ct => RecordAsync(id, file, fileName, format, owner, organizationId, ct), cancellationToken);
    }

    private async Task<IntakeResult> RecordAsync(
        Guid id, SpooledFile file, string fileName, FileFormat format, Actor owner, Guid organizationId, CancellationToken cancellationToken)
    {
        // The strategy may run this again after a lost connection; what the first run tracked must not be written twice.
        db.ChangeTracker.Clear();
        var workItem = work.Enqueue(db, ReadResumeWork.Kind, new ReadResumeWork(id), organizationId);
        var resume = new Resume
        {
            Id = id,
            OrganizationId = organizationId,
            OwnerId = owner.UserId,
            ContentHash = file.Hash,
            FileName = Shorten(fileName),
            ByteCount = file.Length,
            Format = format,
            State = ResumeState.Queued,
            WorkItemId = workItem.Id,
            UploadedAt = time.GetUtcNow(),
        };
        db.Add(resume);
        events.Add(resume);
        activity.Add(owner, "resume.uploaded", "resume", id, new { bytes = file.Length, format = format.ToString() }, organizationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await wake.SignalAsync(cancellationToken);
            return new IntakeResult.Accepted(id, workItem.Id, Duplicate: false);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The owner sent these bytes before, or this very moment from elsewhere, or the first try was committed after all: what is
            // there is the résumé. Asking first would cost every upload a round trip for the few that are sent twice.
            db.ChangeTracker.Clear();
            return await FindAsync(owner, organizationId, file.Hash, cancellationToken) is { } winner
                ? winner with { Duplicate = winner.ResumeId != id }
                : throw new InvalidOperationException("The résumé that won the race is not to be seen.", failure);
        }
    }

    private async Task<IntakeResult.Accepted?> FindAsync(Actor owner, Guid organizationId, string hash, CancellationToken cancellationToken) =>
        await db.Set<Resume>()
            .Where(resume => resume.OrganizationId == organizationId && resume.OwnerId == owner.UserId && resume.ContentHash == hash)
            .Select(resume => new IntakeResult.Accepted(resume.Id, resume.WorkItemId, true))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Keeps the end, where the extension is, and never half a surrogate pair.</summary>
    private static string Shorten(string fileName)
    {
        var name = fileName.Replace('\0', '\uFFFD');
        if (name.Length <= Resume.MaxFileName)
            return name;
        name = name[^Resume.MaxFileName..];
        return char.IsLowSurrogate(name[0]) ? name[1..] : name;
    }
}

/// <summary>How an upload ended.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <param name="Duplicate">The owner had sent these bytes before; the ids are those of the first time.</param>
    public sealed record Accepted(Guid ResumeId, Guid WorkItemId, bool Duplicate) : IntakeResult;

    public sealed record Empty : IntakeResult;

    public sealed record WrongType(FileFormat Format) : IntakeResult;
}
