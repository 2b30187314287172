using HotGigs.Api.Http;
using HotGigs.Contracts.Resumes;
using HotGigs.Core.Accounts;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Resumes;

/// <summary>POST /api/resumes/upload: takes one file in and queues its reading.</summary>
internal static class UploadResume
{
    /// <summary>Upload a résumé.</summary>
    /// <remarks>Recruiters upload for their own database; a candidate names the organization it goes to.</remarks>
    /// <param name="organization">Public slug of the organization; needed from candidates, ignored from others.</param>
    internal static async Task<Results<Accepted<UploadAnswer>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, string? organization, ActorContext context, AccountDirectory directory, ResumeIntake intake, CancellationToken cancellationToken)
    {
        var actor = context.Required;
        var (organizationId, refusal) = await FindOrganizationAsync(actor, organization, directory, cancellationToken);
        if (organizationId is null)
            return refusal!;
        await using var upload = await MultipartUpload.ReceiveAsync(request, "file", ReadingLimits.Default.MaxBytes, cancellationToken);
        if (upload.Problem is { } problem)
            return problem;
        var result = await intake.AcceptAsync(upload.File!, upload.FileName, actor, organizationId.Value, cancellationToken);
        return result switch
        {
            IntakeResult.Accepted accepted => Answer(accepted),
            IntakeResult.Empty => Problems.Create(400, "file_empty", "The file is empty.", "Choose the file again; it has no bytes."),
            IntakeResult.WrongType => Problems.Create(415, "file_type_mismatch", "Files of this type are not read.",
                "Upload a PDF, DOCX or DOC file. The type is judged by the content, not by the name."),
            _ => throw new InvalidOperationException("Unknown intake result."),
        };
    }

    private static Accepted<UploadAnswer> Answer(IntakeResult.Accepted accepted)
    {
        var statusUrl = $"/api/resumes/{accepted.ResumeId}/status";
        return TypedResults.Accepted(statusUrl, new UploadAnswer(accepted.ResumeId, accepted.WorkItemId, statusUrl, accepted.Duplicate));
    }

    private static async Task<(Guid? OrganizationId, ProblemHttpResult? Refusal)> FindOrganizationAsync(
        Actor actor, string? slug, AccountDirectory directory, CancellationToken cancellationToken)
    {
        if (actor.OrganizationId is { } own)
            return (own, null);
        if (string.IsNullOrWhiteSpace(slug))
        {
            return (null, Problems.Create(400, "organization_missing", "The organization is missing.",
                "Add ?organization=slug with the public name of the organization that should get the résumé."));
        }

        return await directory.FindOrganizationAsync(slug.Trim().ToLowerInvariant(), cancellationToken) is { } found
            ? (found, null)
            : (null, Problems.NotFound());
    }
}
