using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>
/// Signs in by password. Unknown address, wrong password, locked out and suspended are one answer, and cost the same work, so that
/// nobody learns who has an account.
/// </summary>
public sealed class SignIn(
    HotGigsDbContext db, ActorContext context, AccountDirectory directory, Sessions sessions, IPasswordHasher<User> hasher,
    DecoyPassword decoy, ActivityLog activity, IOptions<AccountOptions> options, TimeProvider time)
{
    /// <returns>Null when refused, whatever the reason. On success the rest of the scope acts as that user.</returns>
    public async Task<(User User, TokenPair Tokens)?> SignInAsync(
        string email, string password, string? userAgent, CancellationToken cancellationToken)
    {
        var before = context.Actor;
        context.Actor = await directory.FindByEmailAsync(email, cancellationToken);
        var user = await FindAsync(context.Actor?.UserId, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(user ?? decoy.User, user?.PasswordHash ?? decoy.Hash, password);
        var now = time.GetUtcNow();
        if (user is null || verdict == PasswordVerificationResult.Failed || user.LockoutEnd > now || user.SuspendedAt is not null)
        {
            await RecordFailureAsync(user, verdict == PasswordVerificationResult.Failed, cancellationToken);
            context.Actor = before;
            return null;
        }

        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = hasher.HashPassword(user, password);
        var tokens = await sessions.OpenAsync(user, userAgent, cancellationToken);
        activity.Add(user.ToActor(), "user.signed_in", "session", tokens.SessionId);
        await db.SaveChangesAsync(cancellationToken);
        context.Actor = user.ToActor(tokens.SessionId);
        return (user, tokens);
    }

    /// <summary>Whether this is the user's password; a wrong one counts towards the lockout.</summary>
    public async Task<bool> VerifyAsync(User user, string password, CancellationToken cancellationToken)
    {
        var right = hasher.VerifyHashedPassword(user, user.PasswordHash!, password) != PasswordVerificationResult.Failed;
        if (right && (user.LockoutEnd is null || user.LockoutEnd <= time.GetUtcNow()))
            return true;
        await RecordFailureAsync(user, !right, cancellationToken);
        return false;
    }

    private Task<User?> FindAsync(Guid? id, CancellationToken cancellationToken) =>
        db.Set<User>().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    // Runs the same statements for an unknown account, on no row.
    private async Task RecordFailureAsync(User? user, bool wrongPassword, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lockedUntil = now + options.Value.LockoutDuration;
        var mostFailures = options.Value.MaxFailedSignIns;
        var id = user?.Id;
        // In one statement: parallel guesses must all count. While locked out nothing counts, so the lock ends by itself.
        await db.Set<User>()
            .Where(row => row.Id == id && wrongPassword && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= mostFailures ? lockedUntil : row.LockoutEnd)
                    .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= mostFailures ? 0 : row.AccessFailedCount + 1),
                cancellationToken);
        if (user is null)
            return;
        db.Entry(user).State = EntityState.Detached;
        activity.Add(user.ToActor(), "user.sign_in_failed", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What is verified when there is no account, at the cost of a real one. One per process.</summary>
public sealed class DecoyPassword
{
    public DecoyPassword(IPasswordHasher<User> hasher) => Hash = hasher.HashPassword(User, Secret.Create());

    public User User { get; } = new() { DisplayName = "", CreatedAt = DateTimeOffset.UnixEpoch };

    public string Hash { get; }
}
