using HotGigs.Api.Http;
using HotGigs.Core.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace HotGigs.Api.Accounts;

/// <summary>Accounts, sessions and members: what the host calls, and the table of routes.</summary>
internal static class AccountsModule
{
    internal static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccountServices(configuration);
        services.AddAuthentication(BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, configureOptions: null);
        return services.AddPolicies();
    }

    internal static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        var anonymous = routes.MapGroup("/api/auth").WithTags("Authentication").AllowAnonymous();
        anonymous.MapPost("/register", Register.HandleAsync).WithName("register")
            .WithSummary("Register an organization with its first admin, a candidate's own account, or accept an invitation.").WithProblems("409 email_taken", "400 link_invalid", "429 too_many_attempts");
        anonymous.MapPost("/login", Login.HandleAsync).WithName("login")
            .WithSummary("Sign in by password.").WithProblems("401 invalid_credentials", "429 too_many_attempts");
        anonymous.MapPost("/refresh", Refresh.HandleAsync).WithName("refresh")
            .WithSummary("Exchange a refresh token for a new pair of tokens.").WithProblems("401 refresh_token_invalid");
        anonymous.MapPost("/reset", ResetPassword.HandleAsync).WithName("resetPassword")
            .WithSummary("Set a new password by a one-time link; ends all sessions.").WithProblems("400 link_invalid", "429 too_many_attempts");
        routes.MapGet("/.well-known/jwks.json", GetKeySet.HandleAsync).WithName("getKeySet")
            .WithSummary("The public keys that access tokens are signed with.").WithTags("Authentication").AllowAnonymous();

        var auth = routes.MapGroup("/api/auth").WithTags("Authentication").RequireAuthorization(Policies.AnyUser).WithTokenProblems();
        auth.MapPost("/logout", Logout.HandleAsync).WithName("logout")
            .WithSummary("Sign out: ends this session at once.");
        auth.MapPost("/password", ChangePassword.HandleAsync).WithName("changePassword")
            .WithSummary("Change the own password; ends the other sessions.").WithProblems("400 current_password_wrong", "429 too_many_attempts");
        auth.MapGet("/me", GetMe.HandleAsync).WithName("getMe")
            .WithSummary("Who is signed in.");

        var sessions = routes.MapGroup("/api/sessions").WithTags("Sessions").RequireAuthorization(Policies.AnyUser).WithTokenProblems();
        sessions.MapGet("/", ListSessions.HandleAsync).WithName("listSessions")
            .WithSummary("The caller's open sessions.");
        sessions.MapDelete("/{id:guid}", RevokeSession.HandleAsync).WithName("revokeSession")
            .WithSummary("End one of the caller's sessions at once.").WithProblems("404 not_found");

        var me = routes.MapGroup("/api/users/me").WithTags("Users").RequireAuthorization(Policies.AnyUser).WithTokenProblems();
        me.MapGet("/", GetMe.HandleAsync).WithName("getMyUser")
            .WithSummary("The caller's own user.");
        me.MapPatch("/", UpdateMe.HandleAsync).WithName("updateMyUser")
            .WithSummary("Change the own display name.");

        var users = routes.MapGroup("/api/users").WithTags("Users").RequireAuthorization(Policies.Recruiter).WithTokenProblems().WithProblems("403 forbidden_role");
        users.MapGet("/", ListUsers.HandleAsync).WithName("listUsers")
            .WithSummary("The members of the caller's organization.").WithProblems("400 invalid_page");
        users.MapGet("/{id:guid}", GetUser.HandleAsync).WithName("getUser")
            .WithSummary("One member of the caller's organization.").WithProblems("404 not_found");

        var members = routes.MapGroup("/api/users").WithTags("Users").RequireAuthorization(Policies.Admin).WithTokenProblems().WithProblems("403 forbidden_role");
        members.MapPost("/invite", InviteUser.HandleAsync).WithName("inviteUser")
            .WithSummary("Invite somebody: makes a one-time link of 72 hours to hand over.").WithProblems("409 email_taken");
        members.MapPatch("/{id:guid}/role", ChangeMember.ChangeRoleAsync).WithName("changeRole")
            .WithSummary("Change a member's role; holds from their next request.").WithProblems("404 not_found", "409 last_admin");
        members.MapPost("/{id:guid}/suspend", ChangeMember.SuspendAsync).WithName("suspendUser")
            .WithSummary("Suspend a member: ends their sessions at once.").WithProblems("404 not_found", "409 last_admin");
        members.MapPost("/{id:guid}/unsuspend", ChangeMember.UnsuspendAsync).WithName("unsuspendUser")
            .WithSummary("Let a suspended member sign in again.").WithProblems("404 not_found");
        members.MapPost("/{id:guid}/reset-link", MakeResetLink.HandleAsync).WithName("makeResetLink")
            .WithSummary("Make a one-time link for a member to set a new password.").WithProblems("404 not_found");
        return routes;
    }
}
