using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HotGigs.Api.Accounts;

/// <summary>Makes an account and signs it in.</summary>
internal static class Register
{
    internal static async Task<Results<Created<TokenView>, ProblemHttpResult>> HandleAsync(
        RegisterRequest request, HttpContext http, AttemptLimiter limiter, AccountDirectory directory, Registration registration,
        Sessions sessions, HotGigsDbContext db, CancellationToken cancellationToken)
    {
        if (await limiter.CheckAsync(http, "register", directory.NormalizeEmail(request.Email), cancellationToken) is { } refused)
            return refused;

        var account = new NewAccount(request.Email, request.Password, request.DisplayName);
        var outcome = request switch
        {
            { InviteToken: { } token } => await registration.AcceptInviteAsync(account, token, cancellationToken),
            { AccountType: RegisterRequest.Candidate } => await registration.RegisterCandidateAsync(account, cancellationToken),
            _ => await registration.RegisterOrganizationAsync(account, request.OrganizationName!, cancellationToken),
        };
        switch (outcome)
        {
            case RegistrationOutcome.Registered(var user):
                // The account stands even if we die here: its owner signs in.
                var tokens = await sessions.OpenAsync(user, http.Request.Headers.UserAgent, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                http.ForbidStoring();
                return TypedResults.Created("/api/auth/me", tokens.ToView());
            case RegistrationOutcome.EmailTaken:
                return AccountProblems.EmailTaken();
            default:
                return AccountProblems.LinkInvalid();
        }
    }
}
