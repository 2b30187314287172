using HotGigs.Api.Candidates;
using HotGigs.Api.Http;

namespace HotGigs.Api.Resumes;

/// <summary>Everything under <c>/api/resumes</c>.</summary>
internal static class ResumeRoutes
{
    internal static IEndpointRouteBuilder MapResumes(this IEndpointRouteBuilder routes)
    {
        var resumes = routes.MapGroup("/api/resumes").WithTags("Résumés").RequireAuthorization(Policies.AnyUser);
        resumes.MapPost("/upload", UploadResume.HandleAsync).WithName("uploadResume")
            .WithMetadata(new UploadSizeLimit())
            .Accepts<UploadForm>("multipart/form-data")
            .ProducesProblems(400, 404, 413, 415, 503);
        resumes.MapGet("/{id:guid}/status", GetResumeStatus.HandleAsync).WithName("getResumeStatus").ProducesProblems(404);
        resumes.MapGet("/{id:guid}/events", StreamResumeEvents.HandleAsync).WithName("streamResumeEvents").ProducesProblems(404);
        resumes.MapGet("/{id:guid}/data", GetResumeData.HandleAsync).WithName("getResumeData").ProducesProblems(400, 403, 404, 409);
        resumes.MapGet("/{id:guid}/text", GetResumeText.HandleAsync).WithName("getResumeText").ProducesProblems(403, 404, 409);
        resumes.MapGet("/{id:guid}/pages/{number:int}", GetResumePage.HandleAsync).WithName("getResumePage").ProducesProblems(403, 404, 409);
        resumes.MapGet("/{id:guid}/download", DownloadResume.HandleAsync).WithName("downloadResume").ProducesProblems(403, 404, 503);
        routes.MapCandidates();
        return routes;
    }
}
