using HotGigs.Core.Data;
using HotGigs.Core.Events;
using HotGigs.Core.Resumes;
using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using HotGigs.Worker.Reading;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Worker.Resumes;

/// <summary>Reads a parsed résumé again and keeps the new parse beside the one in force; a person looks at the difference and applies it.</summary>
internal sealed class ReReadResume(
    HotGigsDbContext db, BlobStore blobs, ReaderPool readers, ResumeReadings readings, EventWake wake, TimeProvider time)
    : IWorkHandler<ReReadResumeWork>
{
    public async Task HandleAsync(WorkContext work, ReReadResumeWork payload, CancellationToken cancellationToken)
    {
        if (await readings.FindAsync(payload.ResumeId, cancellationToken) is not { } resume)
            return;
        var content = await blobs.ReadAsync(resume.OrganizationId, resume.ContentHash, cancellationToken)
            ?? throw new InvalidOperationException("The résumé's blob is missing.");
        // If we die up to here, nothing was written and the next attempt does the same.
        var answer = await readers.ReadAsync(
            new ReaderRequest(content, Path.GetExtension(resume.FileName), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), cancellationToken);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            if (await readings.FindAsync(payload.ResumeId, token) is { } current)
            {
                await readings.KeepBesideAsync(current, answer.Document, answer.Parsed, answer.Failure, token);
                await db.SaveChangesAsync(token);
            }

            // The parse is there exactly if the work is done.
            if (await work.CompleteAsync(db, token))
                await transaction.CommitAsync(token);
        }, cancellationToken);
        await wake.SignalAsync(cancellationToken);
    }
}
