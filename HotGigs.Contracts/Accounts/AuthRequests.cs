using System.ComponentModel.DataAnnotations;

namespace HotGigs.Contracts.Accounts;

/// <summary>Signs in by password.</summary>
public sealed record LoginRequest(
    [Required, StringLength(AccountLimits.MaxEmail)] string Email,
    [Required, StringLength(AccountLimits.MaxPassword)] string Password);

/// <summary>Exchanges a refresh token for a new pair. Each refresh token is good once.</summary>
public sealed record RefreshRequest([Required, StringLength(AccountLimits.MaxToken)] string RefreshToken);

/// <summary>Changes the caller's password and ends their other sessions.</summary>
public sealed record ChangePasswordRequest(
    [Required, StringLength(AccountLimits.MaxPassword)] string CurrentPassword,
    [Required, StringLength(AccountLimits.MaxPassword, MinimumLength = AccountLimits.MinPassword)] string NewPassword);

/// <summary>Sets a new password by a one-time link and ends all sessions.</summary>
/// <param name="Token">From the link that an admin, or the operator's command line, handed over.</param>
public sealed record ResetPasswordRequest(
    [Required, StringLength(AccountLimits.MaxToken)] string Token,
    [Required, StringLength(AccountLimits.MaxPassword, MinimumLength = AccountLimits.MinPassword)] string NewPassword);
