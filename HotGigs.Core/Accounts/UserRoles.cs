namespace HotGigs.Core.Accounts;

/// <summary>The one spelling of roles, shared by the database's policies, the API and the command line.</summary>
public static class UserRoles
{
    public const string Recruiter = "recruiter";
    public const string Admin = "admin";
    public const string Candidate = "candidate";
    public const int MaxName = 20;

    public static string ToName(this UserRole role) => role switch
    {
        UserRole.Recruiter => Recruiter,
        UserRole.Admin => Admin,
        UserRole.Candidate => Candidate,
    };

    /// <exception cref="ArgumentOutOfRangeException">Not the name of a role.</exception>
    public static UserRole Parse(string name) => name switch
    {
        Recruiter => UserRole.Recruiter,
        Admin => UserRole.Admin,
        Candidate => UserRole.Candidate,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
