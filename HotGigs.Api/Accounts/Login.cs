using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Signs in by password.</summary>
internal static class Login
{
    internal static async Task<Results<Ok<TokenView>, ProblemHttpResult>> HandleAsync(
        LoginRequest request, HttpContext http, AttemptLimiter limiter, AccountDirectory directory, SignIn signIn,
        CancellationToken cancellationToken)
    {
        if (await limiter.CheckAsync(http, "login", directory.NormalizeEmail(request.Email), cancellationToken) is { } refused)
            return refused;
        http.ForbidStoring();
        return await signIn.SignInAsync(request.Email, request.Password, http.Request.Headers.UserAgent, cancellationToken) is { } signedIn
            ? TypedResults.Ok(signedIn.Tokens.ToView())
            : AccountProblems.InvalidCredentials();
    }
}
