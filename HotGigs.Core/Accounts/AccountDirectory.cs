using HotGigs.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Accounts;

/// <summary>
/// Finds an account before anybody is signed in, through the database's definer functions: the row policies show no row to an empty
/// context. Takes exact keys only, and answers null when there is no such account.
/// </summary>
public sealed class AccountDirectory(HotGigsDbContext db, ILookupNormalizer normalizer)
{
    /// <summary>The form in which addresses are compared: case does not matter.</summary>
    public string NormalizeEmail(string email) => normalizer.NormalizeEmail(email.Trim())!;

    public async Task<Actor?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = NormalizeEmail(email);
        var row = await db.Database.SqlQuery<AccountRow>(
            $"""select user_id as "UserId", organization_id as "OrganizationId", role as "Role" from account_by_email({normalized})""")
            .SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new Actor(row.OrganizationId, row.UserId, UserRoles.Parse(row.Role));
    }

    public async Task<bool> IsEmailTakenAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = NormalizeEmail(email);
        return await db.Database.SqlQuery<bool>($"""select email_taken({normalized}) as "Value" """).SingleAsync(cancellationToken);
    }

    /// <summary>The organization whose public name this is.</summary>
    public async Task<Guid?> FindOrganizationAsync(string slug, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<Guid?>($"""select organization_by_slug({slug}) as "Value" """).SingleAsync(cancellationToken);

    /// <summary>The session's state and its user's role as they are at this moment.</summary>
    public async Task<SessionRow?> FindBySessionAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<SessionRow>(
            $"""
            select user_id as "UserId", organization_id as "OrganizationId", role as "Role", expires_at as "ExpiresAt",
                revoked as "Revoked", suspended as "Suspended" from account_by_session({sessionId})
            """).SingleOrDefaultAsync(cancellationToken);

    internal async Task<RefreshRow?> FindByRefreshTokenAsync(byte[] hash, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<RefreshRow>(
            $"""
            select user_id as "UserId", organization_id as "OrganizationId", role as "Role", token_id as "TokenId",
                session_id as "SessionId", expires_at as "ExpiresAt", closed as "Closed" from account_by_refresh_token({hash})
            """).SingleOrDefaultAsync(cancellationToken);

    internal async Task<LinkRow?> FindByLinkAsync(byte[] hash, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<LinkRow>(
            $"""
            select link_id as "LinkId", kind as "Kind", organization_id as "OrganizationId", user_id as "UserId", role as "Role",
                normalized_email as "NormalizedEmail", expires_at as "ExpiresAt", used as "Used" from account_by_link({hash})
            """).SingleOrDefaultAsync(cancellationToken);

    /// <returns>False when somebody was faster, or the link has ended.</returns>
    internal async Task<bool> UseLinkAsync(byte[] hash, DateTimeOffset at, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<bool>($"""select use_link({hash}, {at}) as "Value" """).SingleAsync(cancellationToken);
}

internal sealed record AccountRow(Guid UserId, Guid? OrganizationId, string Role);

public sealed record SessionRow(Guid UserId, Guid? OrganizationId, string Role, DateTimeOffset ExpiresAt, bool Revoked, bool Suspended);

internal sealed record RefreshRow(
    Guid UserId, Guid? OrganizationId, string Role, Guid TokenId, Guid SessionId, DateTimeOffset ExpiresAt, bool Closed);

internal sealed record LinkRow(
    Guid LinkId, string Kind, Guid? OrganizationId, Guid? UserId, string? Role, string? NormalizedEmail, DateTimeOffset ExpiresAt, bool Used);
