using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Accounts;

/// <summary>What became of a change to a member.</summary>
public enum MemberOutcome
{
    Changed,

    /// <summary>No such user in the actor's organization.</summary>
    NotFound,

    /// <summary>Refused: the organization would be left without an admin who can sign in.</summary>
    LastAdmin,
}

/// <summary>What admins do to the members of their organization. In force from the member's next request on.</summary>
public sealed class Members(HotGigsDbContext db, Sessions sessions, ActivityLog activity, TimeProvider time)
{
    public Task<MemberOutcome> ChangeRoleAsync(Actor admin, Guid userId, UserRole role, CancellationToken cancellationToken) =>
        ChangeAsync(
            admin,
            userId,
            user =>
            {
                activity.Add(admin, "user.role_changed", "user", userId, new { from = user.Role.ToName(), to = role.ToName() });
                user.Role = role;
            },
            cancellationToken);

    /// <summary>Ends the member's sessions, and refuses sign-ins until <see cref="UnsuspendAsync"/>.</summary>
    public Task<MemberOutcome> SuspendAsync(Actor admin, Guid userId, CancellationToken cancellationToken) =>
        ChangeAsync(
            admin,
            userId,
            user =>
            {
                activity.Add(admin, "user.suspended", "user", userId);
                user.SuspendedAt ??= time.GetUtcNow();
            },
            cancellationToken);

    public Task<MemberOutcome> UnsuspendAsync(Actor admin, Guid userId, CancellationToken cancellationToken) =>
        ChangeAsync(
            admin,
            userId,
            user =>
            {
                activity.Add(admin, "user.unsuspended", "user", userId);
                user.SuspendedAt = null;
            },
            cancellationToken);

    private Task<MemberOutcome> ChangeAsync(Actor admin, Guid userId, Action<User> change, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async token =>
            {
                // One at a time for an organization: two admins who demote each other at once must not both succeed.
                var lockName = $"members:{admin.OrganizationId}";
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({lockName}, 0))", token);
                db.ChangeTracker.Clear();
                var members = db.Set<User>().Where(user => user.OrganizationId == admin.OrganizationId);
                var user = await members.SingleOrDefaultAsync(member => member.Id == userId, token);
                if (user is null)
                    return MemberOutcome.NotFound;
                change(user);
                var isAdmin = user is { Role: UserRole.Admin, SuspendedAt: null };
                if (!isAdmin && !await members.AnyAsync(
                    member => member.Id != userId && member.Role == UserRole.Admin && member.SuspendedAt == null, token))
                {
                    db.ChangeTracker.Clear();
                    return MemberOutcome.LastAdmin;
                }

                await db.SaveChangesAsync(token);
                if (user.SuspendedAt is not null)
                    await sessions.RevokeAllAsync(userId, exceptSessionId: null, token);
                return MemberOutcome.Changed;
            },
            cancellationToken);
}
