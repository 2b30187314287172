using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Changes the caller's password and ends their other sessions.</summary>
internal static class ChangePassword
{
    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        ChangePasswordRequest request, HttpContext http, ActorContext actors, AttemptLimiter limiter, Passwords passwords,
        CancellationToken cancellationToken)
    {
        var actor = actors.Required;
        // A stolen access token must not become a way to guess the password.
        if (await limiter.CheckAsync(http, "password", actor.UserId.ToString(), cancellationToken) is { } refused)
            return refused;
        return await passwords.ChangeAsync(actor, request.CurrentPassword, request.NewPassword, cancellationToken)
            ? TypedResults.NoContent()
            : AccountProblems.CurrentPasswordWrong();
    }
}
