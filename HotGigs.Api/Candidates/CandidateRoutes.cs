using HotGigs.Api.Http;

namespace HotGigs.Api.Candidates;

/// <summary>Everything under <c>/api/resumes/candidates</c>.</summary>
internal static class CandidateRoutes
{
    internal static IEndpointRouteBuilder MapCandidates(this IEndpointRouteBuilder routes)
    {
        var candidates = routes.MapGroup("/api/resumes/candidates").WithTags("Candidates").RequireAuthorization(Policies.Recruiter);
        candidates.MapGet("/", ListCandidates.HandleAsync).WithName("listCandidates").ProducesProblems(400, 403);
        candidates.MapGet("/{id:guid}", GetCandidate.HandleAsync).WithName("getCandidate").ProducesProblems(403, 404);
        return routes;
    }
}
