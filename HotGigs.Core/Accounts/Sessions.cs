using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>What a client needs to stay signed in.</summary>
public sealed record TokenPair(Guid SessionId, string AccessToken, TimeSpan AccessTokenLifetime, string RefreshToken);

/// <summary>What became of a session that a request names.</summary>
public abstract record SessionCheck
{
    private SessionCheck()
    {
    }

    public sealed record Active(Actor Actor) : SessionCheck;

    /// <summary>Revoked, run out, or its user was suspended.</summary>
    public sealed record Ended : SessionCheck;
}

/// <summary>Opens, checks and ends sessions.</summary>
public sealed class Sessions(
    HotGigsDbContext db, AccountDirectory directory, SigningKeyRing keys, AccessTokens tokens, ActivityLog activity,
    IOptions<AccountOptions> options, TimeProvider time)
{
    /// <summary>Adds a session and its first refresh token; they are stored by the caller's <c>SaveChanges</c>, as that user.</summary>
    public async Task<TokenPair> OpenAsync(User user, string? userAgent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            OrganizationId = user.OrganizationId,
            UserAgent = userAgent is { Length: > Session.MaxUserAgent } ? userAgent[..Session.MaxUserAgent] : userAgent,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.Value.SessionLifetime,
        };
        var refreshToken = Secret.Create();
        db.Add(session);
        db.Add(new RefreshToken
        {
            Id = Guid.CreateVersion7(now),
            SessionId = session.Id,
            UserId = user.Id,
            TokenHash = Secret.Hash(refreshToken)!,
            CreatedAt = now,
            ExpiresAt = now + options.Value.SessionIdleLifetime,
        });
        return await IssueAsync(user.Id, session.Id, refreshToken, cancellationToken);
    }

    /// <summary>
    /// Asks the database, each time: one look-up by key, about as dear as telling all processes of every change would be, and
    /// a revoked session, a suspension or a new role holds from the very next request in every process.
    /// </summary>
    public async Task<SessionCheck> CheckAsync(AccessTokenClaims claims, CancellationToken cancellationToken)
    {
        var row = await directory.FindBySessionAsync(claims.SessionId, cancellationToken);
        return row is { Revoked: false, Suspended: false } && row.UserId == claims.UserId && row.ExpiresAt > time.GetUtcNow()
            ? new SessionCheck.Active(new Actor(row.OrganizationId, row.UserId, UserRoles.Parse(row.Role), claims.SessionId))
            : new SessionCheck.Ended();
    }

    /// <summary>Ends one session of the user, at once; the caller's <c>SaveChanges</c> records it.</summary>
    /// <returns>False when the user has no such open session.</returns>
    public async Task<bool> RevokeAsync(Actor actor, Guid sessionId, string action, CancellationToken cancellationToken)
    {
        var ended = await RevokeWhereAsync(db.Set<Session>().Where(s => s.Id == sessionId && s.UserId == actor.UserId), cancellationToken);
        if (ended > 0)
            activity.Add(actor, action, "session", sessionId);
        return ended > 0;
    }

    /// <summary>Ends all sessions of a user, but for one.</summary>
    /// <returns>How many were open.</returns>
    public Task<int> RevokeAllAsync(Guid userId, Guid? exceptSessionId, CancellationToken cancellationToken) =>
        RevokeWhereAsync(db.Set<Session>().Where(s => s.UserId == userId && s.Id != exceptSessionId), cancellationToken);

    internal async Task<TokenPair> IssueAsync(Guid userId, Guid sessionId, string refreshToken, CancellationToken cancellationToken)
    {
        var key = await keys.GetCurrentAsync(cancellationToken);
        return new TokenPair(sessionId, tokens.Create(key, new AccessTokenClaims(userId, sessionId)), tokens.Lifetime, refreshToken);
    }

    private Task<int> RevokeWhereAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return sessions.Where(session => session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellationToken);
    }
}
