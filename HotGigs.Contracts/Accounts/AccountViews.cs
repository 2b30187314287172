namespace HotGigs.Contracts.Accounts;

/// <summary>A signed-in session.</summary>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
/// <param name="RefreshToken">Good once; exchange it at <c>/api/auth/refresh</c>.</param>
public sealed record TokenView(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, Guid SessionId);

/// <summary>Who is signed in.</summary>
/// <param name="Organization">Null for a candidate's own account.</param>
public sealed record MeView(
    Guid Id, string Email, string DisplayName, string Role, OrganizationView? Organization, Guid? SessionId, DateTimeOffset CreatedAt);

/// <param name="Slug">Public name that candidates upload to.</param>
public sealed record OrganizationView(Guid Id, string Slug, string Name);

/// <summary>A member of the caller's organization.</summary>
public sealed record UserView(Guid Id, string Email, string DisplayName, string Role, bool Suspended, DateTimeOffset CreatedAt);

/// <summary>One of the caller's open sessions.</summary>
/// <param name="Device">What the browser or program said of itself at sign-in.</param>
/// <param name="Current">Whether this very request belongs to it.</param>
public sealed record SessionView(
    Guid Id, string? Device, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, bool Current);

/// <summary>A one-time link to hand over. The token is shown this once.</summary>
/// <param name="Token">An invitation's goes into <c>inviteToken</c> of <c>/api/auth/register</c>; a reset's into <c>/api/auth/reset</c>.</param>
public sealed record OneTimeLinkView(Guid Id, string Token, DateTimeOffset ExpiresAt);

/// <summary>The public keys that access tokens are signed with (RFC 7517).</summary>
public sealed record KeySetView(IReadOnlyList<KeyView> Keys);

/// <summary>One public key: P-256, coordinates in base64url.</summary>
public sealed record KeyView(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
