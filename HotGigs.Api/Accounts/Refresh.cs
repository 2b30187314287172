using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Exchanges a refresh token for a new pair.</summary>
internal static class Refresh
{
    internal static async Task<Results<Ok<TokenView>, ProblemHttpResult>> HandleAsync(
        RefreshRequest request, HttpContext http, SessionRefresh refresh, CancellationToken cancellationToken)
    {
        http.ForbidStoring();
        return await refresh.RefreshAsync(request.RefreshToken, cancellationToken) is { } tokens
            ? TypedResults.Ok(tokens.ToView())
            : AccountProblems.RefreshTokenInvalid();
    }
}
