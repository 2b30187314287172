using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HotGigs.Api.Http;

/// <summary>One file out of a multipart form, streamed to a temporary file and never held in memory whole.</summary>
internal sealed class MultipartUpload : IAsyncDisposable
{
    private const int MaxParts = 16;
    private const int MaxBoundary = 100;
    private const int BufferBytes = 64 * 1024;

    private MultipartUpload(SpooledFile? file, string fileName, ProblemHttpResult? problem)
    {
        File = file;
        FileName = fileName;
        Problem = problem;
    }

    /// <summary>Null exactly when there is a <see cref="Problem"/>.</summary>
    internal SpooledFile? File { get; }

    /// <summary>As the client named it, without folders.</summary>
    internal string FileName { get; }

    internal ProblemHttpResult? Problem { get; }

    /// <param name="field">Name of the form field that carries the file.</param>
    /// <param name="maxBytes">Reading stops at the first byte beyond it, whatever length was declared.</param>
    internal static async Task<MultipartUpload> ReceiveAsync(
        HttpRequest request, string field, long maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(415, "multipart_needed", "The request is not a multipart form.", $"Send multipart/form-data with the file in the field '{field}'.");
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
            return Refuse(400, "multipart_malformed", "The form has no usable boundary.", "Let the HTTP client set the Content-Type header of the form.");
        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, request.Body, BufferBytes), field, maxBytes, cancellationToken);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Refuse(400, "multipart_malformed", "The form ends early or is malformed.", "Send the file again as multipart/form-data.");
        }
    }

    private static async Task<MultipartUpload> ReadPartsAsync(
        MultipartReader reader, string field, long maxBytes, CancellationToken cancellationToken)
    {
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
        {
            if (parts == MaxParts)
                return Refuse(400, "multipart_malformed", "The form has too many parts.", $"Send one part only: the file, in the field '{field}'.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name) != field
                || !disposition.IsFileDisposition())
            {
                continue;
            }

            var file = await SpooledFile.ReceiveAsync(section.Body, maxBytes, cancellationToken);
            return file is null
                ? Refuse(413, "file_too_large", "The file is too large.", $"Upload a file of at most {maxBytes / (1024 * 1024)} MB.")
                : new MultipartUpload(file, NameOf(disposition), null);
        }

        return new MultipartUpload(null, "", Problems.MissingField(field, "Put the file into this form field."));
    }

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private static MultipartUpload Refuse(int status, string code, string title, string detail) =>
        new(null, "", Problems.Create(status, code, title, detail));

    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;
}
