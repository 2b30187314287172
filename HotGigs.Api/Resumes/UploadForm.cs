using Microsoft.AspNetCore.Http.Metadata;

namespace HotGigs.Api.Resumes;

/// <summary>Describes the upload form for the OpenAPI document; the endpoint streams it instead of binding it.</summary>
/// <param name="File">One PDF, DOCX or DOC file, at most 10 MB.</param>
public sealed record UploadForm(IFormFile File);

/// <summary>Lets Kestrel refuse a body that is declared too large before a byte of it is read.</summary>
internal sealed class UploadSizeLimit : IRequestSizeLimitMetadata
{
    /// <summary>Room for the multipart frame around a file of the largest size.</summary>
    internal const long FrameBytes = 64 * 1024;

    public long? MaxRequestBodySize => Core.Reading.ReadingLimits.Default.MaxBytes + FrameBytes;
}
