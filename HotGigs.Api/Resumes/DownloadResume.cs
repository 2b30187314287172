using HotGigs.Api.Http;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using HotGigs.Core.Reading;
using HotGigs.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Resumes;

internal static class DownloadResume
{
    /// <summary>The original file, as an attachment; the download is logged.</summary>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, HttpResponse response, ActorContext context, HotGigsDbContext db, BlobStore blobs, ActivityLog activity, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var actor = context.Required;
        if (await ResumeAccess.FindAsync(db, actor, id, time.GetUtcNow(), cancellationToken) is not { } seen)
            return Problems.NotFound();
        if (!seen.ViewContact)
            return Problems.ContactHidden();
        if (!seen.Download)
            return Problems.Create(403, "download_not_shared", "Downloading is not shared with you.", "Ask an admin to share this candidate with the right to download.");
        if (await blobs.OpenReadAsync(seen.Resume.OrganizationId, seen.Resume.ContentHash, cancellationToken) is not { } content)
            return Problems.Create(410, "original_missing", "The original is no longer there.", "Upload the file again; what was read from it is kept.");
        activity.Add(actor, "resume.downloaded", "resume", id, organizationId: seen.Resume.OrganizationId);
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(content, ContentType(seen.Resume.Format), seen.Resume.FileName is { Length: > 0 } name ? name : $"{id:N}");
    }

    /// <summary>By what the bytes are; anything a browser could run is sent as plain bytes.</summary>
    private static string ContentType(FileFormat format) => format switch
    {
        FileFormat.Pdf => "application/pdf",
        FileFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat.Doc => "application/msword",
        _ => "application/octet-stream",
    };
}
