using System.Security.Cryptography;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>
/// Exchanges refresh tokens. Each is good once; the last one used is answered again for ten seconds, with the very same successor (two
/// tabs, a lost answer). An older one can only be a copy in foreign hands: it ends the session, and with it both copies.
/// </summary>
public sealed class SessionRefresh(
    HotGigsDbContext db, ActorContext context, AccountDirectory directory, Sessions sessions, IOptions<AccountOptions> options,
    TimeProvider time)
{
    public static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);
    private const int SaltBytes = 16;

    /// <returns>Null when the token opens nothing, whatever the reason.</returns>
    public async Task<TokenPair?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (Secret.Hash(refreshToken) is not { } hash)
            return null;
        var found = await directory.FindByRefreshTokenAsync(hash, cancellationToken);
        if (found is null || found.Closed || found.ExpiresAt <= time.GetUtcNow())
            return null;

        context.Actor = new Actor(found.OrganizationId, found.UserId, UserRoles.Parse(found.Role), found.SessionId);
        var successor = await db.InTransactionAsync(token => ExchangeAsync(refreshToken, found, token), cancellationToken);
        return successor is null ? null : await sessions.IssueAsync(found.UserId, found.SessionId, successor, cancellationToken);
    }

    private async Task<string?> ExchangeAsync(string refreshToken, RefreshRow found, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var tokens = db.Set<RefreshToken>();
        var won = await tokens.Where(token => token.Id == found.TokenId && token.UsedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(token => token.UsedAt, now).SetProperty(token => token.SuccessorSalt, salt), cancellationToken);
        if (won == 0)
            return await AnswerAgainAsync(refreshToken, found, cancellationToken);

        // From here on the token before this one is no longer the last: without its salt it cannot be answered again.
        await tokens.Where(token => token.SessionId == found.SessionId && token.Id != found.TokenId && token.SuccessorSalt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.SuccessorSalt, (byte[]?)null), cancellationToken);
        await db.Set<Session>().Where(session => session.Id == found.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        var successor = Secret.Successor(refreshToken, salt);
        db.ChangeTracker.Clear();
        db.Add(new RefreshToken
        {
            Id = Guid.CreateVersion7(now),
            SessionId = found.SessionId,
            UserId = found.UserId,
            TokenHash = Secret.Hash(successor)!,
            CreatedAt = now,
            ExpiresAt = now + options.Value.SessionIdleLifetime,
        });
        await db.SaveChangesAsync(cancellationToken);
        return successor;
    }

    private async Task<string?> AnswerAgainAsync(string refreshToken, RefreshRow found, CancellationToken cancellationToken)
    {
        var earliest = time.GetUtcNow() - Leeway;
        var used = await db.Set<RefreshToken>().AsNoTracking().SingleAsync(token => token.Id == found.TokenId, cancellationToken);
        if (used.SuccessorSalt is { } salt && used.UsedAt > earliest)
            return Secret.Successor(refreshToken, salt);

        await sessions.RevokeAsync(context.Required, found.SessionId, "session.refresh_reused", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
