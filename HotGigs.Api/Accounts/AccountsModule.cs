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
        anonymous.MapPost("/register", Register.HandleAsync).WithName("register");
        anonymous.MapPost("/login", Login.HandleAsync).WithName("login");
        anonymous.MapPost("/refresh", Refresh.HandleAsync).WithName("refresh");
        anonymous.MapPost("/reset", ResetPassword.HandleAsync).WithName("resetPassword");
        routes.MapGet("/.well-known/jwks.json", GetKeySet.HandleAsync).WithName("getKeySet").WithTags("Authentication").AllowAnonymous();

        var auth = routes.MapGroup("/api/auth").WithTags("Authentication").RequireAuthorization(Policies.AnyUser);
        auth.MapPost("/logout", Logout.HandleAsync).WithName("logout");
        auth.MapPost("/password", ChangePassword.HandleAsync).WithName("changePassword");
        auth.MapGet("/me", GetMe.HandleAsync).WithName("getMe");

        var sessions = routes.MapGroup("/api/sessions").WithTags("Sessions").RequireAuthorization(Policies.AnyUser);
        sessions.MapGet("/", ListSessions.HandleAsync).WithName("listSessions");
        sessions.MapDelete("/{id:guid}", RevokeSession.HandleAsync).WithName("revokeSession");

        var me = routes.MapGroup("/api/users/me").WithTags("Users").RequireAuthorization(Policies.AnyUser);
        me.MapGet("/", GetMe.HandleAsync).WithName("getMyUser");
        me.MapPatch("/", UpdateMe.HandleAsync).WithName("updateMyUser");

        var users = routes.MapGroup("/api/users").WithTags("Users").RequireAuthorization(Policies.Recruiter);
        users.MapGet("/", ListUsers.HandleAsync).WithName("listUsers");
        users.MapGet("/{id:guid}", GetUser.HandleAsync).WithName("getUser");

        var members = routes.MapGroup("/api/users").WithTags("Users").RequireAuthorization(Policies.Admin);
        members.MapPost("/invite", InviteUser.HandleAsync).WithName("inviteUser");
        members.MapPatch("/{id:guid}/role", ChangeMember.ChangeRoleAsync).WithName("changeRole");
        members.MapPost("/{id:guid}/suspend", ChangeMember.SuspendAsync).WithName("suspendUser");
        members.MapPost("/{id:guid}/unsuspend", ChangeMember.UnsuspendAsync).WithName("unsuspendUser");
        members.MapPost("/{id:guid}/reset-link", MakeResetLink.HandleAsync).WithName("makeResetLink");
        return routes;
    }
}
