using HotGigs.Core.Accounts;

namespace HotGigs.Api.Http;

/// <summary>Who may use an operation at all. What they may see in it, the query and the database's row policies decide.</summary>
internal static class Policies
{
    /// <summary>Recruiters, and admins as such.</summary>
    internal const string Recruiter = nameof(Recruiter);

    internal const string Admin = nameof(Admin);

    /// <summary>A candidate's own account.</summary>
    internal const string Candidate = nameof(Candidate);

    /// <summary>Anybody signed in.</summary>
    internal const string AnyUser = nameof(AnyUser);

    internal static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services.AddAuthorizationBuilder()
            .AddPolicy(Recruiter, policy => policy.RequireRole(UserRoles.Recruiter, UserRoles.Admin))
            .AddPolicy(Admin, policy => policy.RequireRole(UserRoles.Admin))
            .AddPolicy(Candidate, policy => policy.RequireRole(UserRoles.Candidate))
            .AddPolicy(AnyUser, policy => policy.RequireAuthenticatedUser())
            .Services;
}
