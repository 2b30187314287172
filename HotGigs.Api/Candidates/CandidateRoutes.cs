using HotGigs.Api.Http;

namespace HotGigs.Api.Candidates;

/// <summary>Everything under <c>/api/resumes/candidates</c>.</summary>
internal static class CandidateRoutes
{
    internal static IEndpointRouteBuilder MapCandidates(this IEndpointRouteBuilder routes)
    {
        var candidates = routes.MapGroup("/api/resumes/candidates").WithTags("Candidates").RequireAuthorization(Policies.Recruiter).WithTokenProblems().WithProblems("403 forbidden_role");
        candidates.MapGet("/", ListCandidates.HandleAsync).WithName("listCandidates").WithProblems("400 unknown_parameter", "400 unknown_sort", "400 paging_invalid");
        candidates.MapGet("/{id:guid}", GetCandidate.HandleAsync).WithName("getCandidate").WithProblems("404 not_found");
        return routes;
    }
}
