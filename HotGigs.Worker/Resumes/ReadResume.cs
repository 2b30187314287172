using HotGigs.Core.Data;
using HotGigs.Core.Events;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using HotGigs.Worker.Reading;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Worker.Resumes;

/// <summary>Reads one résumé: bytes from the blob store, through a reader child, into a parse and a candidate.</summary>
internal sealed class ReadResume(HotGigsDbContext db, BlobStore blobs, ReaderPool readers, ResumeReadings readings, EventWake wake, TimeProvider time)
    : IWorkHandler<ReadResumeWork>
{
    public async Task HandleAsync(WorkContext work, ReadResumeWork payload, CancellationToken cancellationToken)
    {
        // Deleted meanwhile, or finished by an attempt whose answer got lost: nothing to do.
        if (await readings.FindAsync(payload.ResumeId, cancellationToken) is not { FinishedAt: null } resume)
            return;
        if (resume.State != ResumeState.Reading)
        {
            // If we die after this, the state says "reading" until the lease has run out and another worker reads it.
            readings.Begin(resume);
            await db.SaveChangesAsync(cancellationToken);
            await wake.SignalAsync(cancellationToken);
        }

        var content = await blobs.ReadAsync(resume.OrganizationId, resume.ContentHash, cancellationToken)
            ?? throw new InvalidOperationException("The résumé's blob is missing.");
        // If we die in here, the child meets the end of its input and ends too; nothing was written.
        var answer = await readers.ReadAsync(
            new ReaderRequest(content, Path.GetExtension(resume.FileName), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), cancellationToken);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(
            cancel => FinishAsync(work, payload.ResumeId, answer, cancel), cancellationToken);
        // If we die before this, readers of the events find the row at their next poll.
        await wake.SignalAsync(cancellationToken);
    }

    public async Task GiveUpAsync(WorkContext work, ReadResumeWork payload, string reason, CancellationToken cancellationToken)
    {
        if (await readings.FindAsync(payload.ResumeId, cancellationToken) is not { FinishedAt: null } resume)
            return;
        // The file, or something around it, ended every attempt: to its owner that is the same.
        readings.Fail(resume, ReadingFailure.ReaderDied);
        await db.SaveChangesAsync(cancellationToken);
        await wake.SignalAsync(cancellationToken);
    }

    private async Task FinishAsync(WorkContext work, Guid resumeId, ReaderAnswer answer, CancellationToken cancellationToken)
    {
        // The strategy may run this again after a lost connection; what the first run tracked must not be written twice.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await readings.FindAsync(resumeId, cancellationToken) is { FinishedAt: null } resume)
        {
            switch (answer)
            {
                case { Outcome: ReaderOutcome.Read, Document: { } document, Parsed: { } parsed }:
                    await readings.FinishAsync(resume, document, parsed, cancellationToken);
                    break;
                case { Outcome: ReaderOutcome.NeedsOcr, Document: { } document, Parsed: { } parsed }:
                    await readings.NeedsOcrAsync(resume, document, parsed, cancellationToken);
                    break;
                default:
                    readings.Fail(resume, answer.Failure ?? ReadingFailure.ReaderDied);
                    break;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        // If we die before the commit, nothing of this attempt is there; after it, the résumé is finished and so is its work.
        if (await work.CompleteAsync(db, cancellationToken))
            await transaction.CommitAsync(cancellationToken);
    }
}
