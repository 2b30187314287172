using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Core.Accounts;

/// <summary>Lets somebody who is signed in change their password.</summary>
public sealed class Passwords(
    HotGigsDbContext db, SignIn signIn, Sessions sessions, IPasswordHasher<User> hasher, ActivityLog activity)
{
    /// <summary>Sets the new password and ends the user's other sessions.</summary>
    /// <returns>False when the current password is wrong; that counts towards the lockout.</returns>
    public async Task<bool> ChangeAsync(Actor actor, string current, string replacement, CancellationToken cancellationToken)
    {
        var known = await db.Set<User>().AsNoTracking().SingleAsync(user => user.Id == actor.UserId, cancellationToken);
        if (!await signIn.VerifyAsync(known, current, cancellationToken))
            return false;
        return await db.InTransactionAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                var user = await db.Set<User>().SingleAsync(row => row.Id == actor.UserId, token);
                user.PasswordHash = hasher.HashPassword(user, replacement);
                activity.Add(actor, "user.password_changed", "user", user.Id);
                await db.SaveChangesAsync(token);
                await sessions.RevokeAllAsync(user.Id, actor.SessionId, token);
                return true;
            },
            cancellationToken);
    }
}
