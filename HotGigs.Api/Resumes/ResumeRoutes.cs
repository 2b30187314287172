using HotGigs.Api.Candidates;
using HotGigs.Api.Http;

namespace HotGigs.Api.Resumes;

/// <summary>Everything under <c>/api/resumes</c>.</summary>
internal static class ResumeRoutes
{
    private static readonly string[] Seen = ["403 contact_hidden", "404 not_found", "409 not_parsed"];

    internal static IEndpointRouteBuilder MapResumes(this IEndpointRouteBuilder routes)
    {
        var resumes = routes.MapGroup("/api/resumes").WithTags("Résumés").RequireAuthorization(Policies.AnyUser).WithTokenProblems();
        resumes.MapPost("/upload", UploadResume.HandleAsync).WithName("uploadResume")
            .WithMetadata(new UploadSizeLimit())
            .Accepts<UploadForm>("multipart/form-data")
            .WithProblems("400 field_missing", "400 file_empty", "400 multipart_malformed", "400 organization_missing", "404 not_found", "413 file_too_large", "415 file_type_mismatch", "415 media_type_unsupported");
        resumes.MapGet("/{id:guid}/status", GetResumeStatus.HandleAsync).WithName("getResumeStatus").WithProblems("404 not_found");
        resumes.MapGet("/{id:guid}/events", StreamResumeEvents.HandleAsync).WithName("streamResumeEvents").WithProblems("404 not_found");
        resumes.MapGet("/{id:guid}/data", GetResumeData.HandleAsync).WithName("getResumeData").WithProblems(["400 unknown_format", .. Seen])
            .AddOpenApiOperationTransformer(GetResumeData.DescribeAsync);
        resumes.MapPatch("/{id:guid}/data", CorrectResumeData.HandleAsync).WithName("correctResumeData")
            .WithProblems(Seen).WithProblems("400 field_invalid", "403 not_owner");
        resumes.MapPost("/{id:guid}/re-extract", ReExtractResume.HandleAsync).WithName("reExtractResume")
            .WithProblems("403 not_owner", "404 not_found", "409 reading_under_way");
        resumes.MapGet("/{id:guid}/parses", ListParses.HandleAsync).WithName("listParses")
            .WithProblems("400 unknown_parameter", "400 paging_invalid", "404 not_found");
        resumes.MapGet("/{id:guid}/parses/diff", CompareParses.HandleAsync).WithName("compareParses").WithProblems(Seen);
        resumes.MapPost("/{id:guid}/parses/{parseId:guid}/apply", ApplyParse.HandleAsync).WithName("applyParse")
            .WithProblems("403 not_owner", "404 not_found");
        resumes.MapGet("/{id:guid}/text", GetResumeText.HandleAsync).WithName("getResumeText").WithProblems(Seen);
        resumes.MapGet("/{id:guid}/pages/{number:int}", GetResumePage.HandleAsync).WithName("getResumePage").WithProblems(Seen);
        resumes.MapGet("/{id:guid}/download", DownloadResume.HandleAsync).WithName("downloadResume").WithProblems("403 contact_hidden", "403 download_not_shared", "404 not_found", "410 original_missing");
        routes.MapCandidates();
        return routes;
    }
}
