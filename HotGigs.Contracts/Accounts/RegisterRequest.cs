using System.ComponentModel.DataAnnotations;

namespace HotGigs.Contracts.Accounts;

/// <summary>Registers a new organization with its first admin, a candidate's own account, or accepts an invitation.</summary>
/// <param name="Email">What the account signs in with.</param>
/// <param name="Password">12 to 128 characters of any kind.</param>
/// <param name="DisplayName">What others in the organization see.</param>
/// <param name="AccountType"><c>organization</c> (the default) or <c>candidate</c>; ignored with an invitation.</param>
/// <param name="OrganizationName">Needed for <c>organization</c>.</param>
/// <param name="InviteToken">The token of an invitation: joins its organization in its role.</param>
public sealed record RegisterRequest(
    [Required, EmailAddress, StringLength(AccountLimits.MaxEmail)] string Email,
    [Required, StringLength(AccountLimits.MaxPassword, MinimumLength = AccountLimits.MinPassword)] string Password,
    [Required, StringLength(AccountLimits.MaxDisplayName)] string DisplayName,
    [AllowedValues(null, RegisterRequest.Organization, RegisterRequest.Candidate)] string? AccountType = null,
    [StringLength(AccountLimits.MaxOrganizationName)] string? OrganizationName = null,
    [StringLength(AccountLimits.MaxToken)] string? InviteToken = null) : IValidatableObject
{
    public const string Organization = "organization";
    public const string Candidate = "candidate";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (InviteToken is null && AccountType != Candidate && string.IsNullOrWhiteSpace(OrganizationName))
            yield return new ValidationResult("The organization's name is needed.", [nameof(OrganizationName)]);
    }
}
