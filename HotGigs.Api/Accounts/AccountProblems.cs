using HotGigs.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>The ways in which account operations are refused.</summary>
internal static class AccountProblems
{
    /// <summary>Unknown address, wrong password, locked out or suspended: one answer for all.</summary>
    internal static ProblemHttpResult InvalidCredentials() => Problems.Create(
        StatusCodes.Status401Unauthorized, "invalid_credentials", "The e-mail address or the password is wrong.",
        "Check both. After many wrong passwords an account refuses even the right one for some minutes.");

    internal static ProblemHttpResult RefreshTokenInvalid() => Problems.Create(
        StatusCodes.Status401Unauthorized, "refresh_token_invalid", "The refresh token is not valid.", "Sign in again at /api/auth/login.");

    internal static ProblemHttpResult EmailTaken() => Problems.Create(
        StatusCodes.Status409Conflict, "email_taken", "This e-mail address has an account already.", "Sign in, or use another address.");

    internal static ProblemHttpResult LinkInvalid() => Problems.Create(
        StatusCodes.Status400BadRequest, "link_invalid", "This one-time link is not valid.",
        "It may have been used, have run out, or be meant for another address. Ask for a new one.");

    internal static ProblemHttpResult CurrentPasswordWrong() => Problems.Create(
        StatusCodes.Status400BadRequest, "current_password_wrong", "The current password is wrong.",
        "Check it, or ask an admin of your organization for a reset link.");

    internal static ProblemHttpResult LastAdmin() => Problems.Create(
        StatusCodes.Status409Conflict, "last_admin", "An organization needs an admin who can sign in.", "Make somebody else an admin first.");

    internal static ProblemHttpResult TooManyAttempts() => Problems.Create(
        StatusCodes.Status429TooManyRequests, "too_many_attempts", "There were too many attempts.", "Wait as long as Retry-After says.");
}
