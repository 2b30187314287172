using System.ComponentModel.DataAnnotations;

namespace HotGigs.Contracts.Accounts;

/// <summary>Changes the caller's own profile; what is null stays.</summary>
public sealed record UpdateMeRequest([StringLength(AccountLimits.MaxDisplayName, MinimumLength = 1)] string? DisplayName = null);

/// <summary>Invites somebody to the caller's organization.</summary>
/// <param name="Role"><c>recruiter</c> or <c>admin</c>.</param>
public sealed record InviteRequest(
    [Required, EmailAddress, StringLength(AccountLimits.MaxEmail)] string Email,
    [Required, AllowedValues("recruiter", "admin")] string Role);

/// <summary>Changes a member's role; in force from their next request on.</summary>
/// <param name="Role"><c>recruiter</c> or <c>admin</c>.</param>
public sealed record ChangeRoleRequest([Required, AllowedValues("recruiter", "admin")] string Role);
