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

        var auth = routes.MapGroup("/api/auth").WithTags("Authentication").RequireAuthorization(Policies.AnyUser);
        auth.MapPost("/logout", Logout.HandleAsync).WithName("logout");
        auth.MapGet("/me", GetMe.HandleAsync).WithName("getMe");
        return routes;
    }
}
