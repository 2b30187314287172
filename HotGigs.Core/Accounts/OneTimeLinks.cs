using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Accounts;

/// <summary>A link just made. The token is shown this once and stored nowhere.</summary>
public sealed record IssuedLink(Guid Id, string Token, DateTimeOffset ExpiresAt);

/// <summary>Makes one-time links for a person to hand over, and lets their holders set a password.</summary>
public sealed class OneTimeLinks(
    HotGigsDbContext db, ActorContext context, AccountDirectory directory, Sessions sessions, IPasswordHasher<User> hasher,
    ActivityLog activity, TimeProvider time)
{
    public static readonly TimeSpan InviteLifetime = TimeSpan.FromHours(72);
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(24);

    /// <returns>Null when the address has an account already.</returns>
    public async Task<IssuedLink?> InviteAsync(Actor admin, string email, UserRole role, CancellationToken cancellationToken)
    {
        if (await directory.IsEmailTakenAsync(email, cancellationToken))
            return null;
        var (link, token) = Make(OneTimeLinkKind.Invite, admin.OrganizationId, InviteLifetime, directory.NormalizeEmail(email), role);
        db.Add(link);
        activity.Add(admin, "user.invited", "one_time_link", link.Id, new { role = role.ToName() });
        await db.SaveChangesAsync(cancellationToken);
        return new IssuedLink(link.Id, token, link.ExpiresAt);
    }

    /// <param name="by">Who makes it: an admin of the user's organization, or the user when the command line acts for them.</param>
    public async Task<IssuedLink> MakeResetAsync(Actor by, Guid? organizationId, Guid userId, CancellationToken cancellationToken)
    {
        var (link, token) = Make(OneTimeLinkKind.Reset, organizationId, ResetLifetime, userId: userId);
        db.Add(link);
        activity.Add(by, "user.reset_link_made", "user", userId);
        await db.SaveChangesAsync(cancellationToken);
        return new IssuedLink(link.Id, token, link.ExpiresAt);
    }

    /// <summary>Sets the password, ends the lockout and every session of the user.</summary>
    /// <returns>False when the link is unknown, used, over or no reset: one answer for all.</returns>
    public async Task<bool> ResetPasswordAsync(string token, string newPassword, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        var link = hash is null ? null : await directory.FindByLinkAsync(hash, cancellationToken);
        if (link is not { Kind: "reset", Used: false, UserId: { } userId, Role: { } role } || link.ExpiresAt <= time.GetUtcNow())
            return false;

        context.Actor = new Actor(link.OrganizationId, userId, UserRoles.Parse(role));
        return await db.InTransactionAsync(
            async cancel =>
            {
                if (!await directory.UseLinkAsync(hash!, time.GetUtcNow(), cancel))
                    return false;
                db.ChangeTracker.Clear();
                var user = await db.Set<User>().SingleAsync(row => row.Id == userId, cancel);
                user.PasswordHash = hasher.HashPassword(user, newPassword);
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                activity.Add(context.Actor, "user.password_reset", "user", userId);
                await db.SaveChangesAsync(cancel);
                await sessions.RevokeAllAsync(userId, exceptSessionId: null, cancel);
                return true;
            },
            cancellationToken);
    }

    private (OneTimeLink Link, string Token) Make(
        OneTimeLinkKind kind, Guid? organizationId, TimeSpan lifetime, string? normalizedEmail = null, UserRole? role = null, Guid? userId = null)
    {
        var now = time.GetUtcNow();
        var token = Secret.Create();
        var link = new OneTimeLink
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            OrganizationId = organizationId,
            UserId = userId,
            NormalizedEmail = normalizedEmail,
            Role = role,
            TokenHash = Secret.Hash(token)!,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        return (link, token);
    }
}
