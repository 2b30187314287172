using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Sets a new password by a one-time link.</summary>
internal static class ResetPassword
{
    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        ResetPasswordRequest request, HttpContext http, AttemptLimiter limiter, OneTimeLinks links, CancellationToken cancellationToken)
    {
        if (await limiter.CheckAsync(http, "reset", account: null, cancellationToken) is { } refused)
            return refused;
        return await links.ResetPasswordAsync(request.Token, request.NewPassword, cancellationToken)
            ? TypedResults.NoContent()
            : AccountProblems.LinkInvalid();
    }
}
