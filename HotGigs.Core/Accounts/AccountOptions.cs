using System.ComponentModel.DataAnnotations;

namespace HotGigs.Core.Accounts;

/// <summary>Configuration section <c>HotGigs:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "HotGigs:Accounts";

    /// <summary>Written into access tokens, and the only one accepted back.</summary>
    [Required]
    public string Issuer { get; set; } = "hotgigs";

    /// <summary>Written into access tokens, and the only one accepted back.</summary>
    [Required]
    public string Audience { get; set; } = "hotgigs-api";

    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A session that is not refreshed for this long ends.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan SessionIdleLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>A session ends after this long, however busy.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "365.00:00:00")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Sign-ins, registrations and resets allowed in any 60 seconds, per account and per address.</summary>
    [Range(1, 100_000)]
    public int AttemptsPerMinute { get; set; } = 10;

    /// <summary>Wrong passwords in a row before the account refuses all for <see cref="LockoutDuration"/>.</summary>
    [Range(3, 100)]
    public int MaxFailedSignIns { get; set; } = 10;

    /// <summary>At most 15 minutes: whoever locks an account out also locks its owner out.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:15:00")]
    public TimeSpan LockoutDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 for a new password; the default is OWASP's. Older hashes are renewed at the next sign-in.</summary>
    [Range(1_000, 10_000_000)]
    public int PasswordIterations { get; set; } = 210_000;
}
