namespace HotGigs.Core.Accounts;

/// <summary>Who is asking. Decides, together with the database's row policies, what can be seen.</summary>
/// <param name="OrganizationId">Null for a candidate's own account.</param>
public sealed record Actor(Guid? OrganizationId, Guid UserId, UserRole Role, Guid? SessionId = null);

public enum UserRole
{
    Recruiter,
    Admin,

    /// <summary>A candidate's own account; belongs to no organization.</summary>
    Candidate,
}

/// <summary>Holds the actor of the current request or work item. Scoped; empty means: sees no row.</summary>
public sealed class ActorContext
{
    /// <summary>Null until the request is authenticated or a work item says whose it is.</summary>
    public Actor? Actor { get; set; }

    /// <summary>Set by Worker alone, from the work item; gives the worker role that one organization's rows.</summary>
    public Guid? WorkOrganizationId { get; set; }

    /// <exception cref="InvalidOperationException">No actor: the endpoint forgot to require one.</exception>
    public Actor Required => Actor ?? throw new InvalidOperationException("This needs an actor; the endpoint must require authorization.");
}
