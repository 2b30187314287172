using System.Security.Cryptography;
using System.Text;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>
/// Counts sign-ins and the like in Postgres: exact over any 60 seconds and over all processes, with or without Redis. Keys are stored
/// hashed, so the table holds no address.
/// </summary>
public sealed class AttemptLimiter(HotGigsDbContext db, IOptions<AccountOptions> options, TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>Counts one attempt under each key in turn, up to the first that is at its limit.</summary>
    /// <param name="keys">Such as <c>login:account:…</c> and <c>login:ip:…</c>.</param>
    /// <returns>Null when allowed, else how long to wait.</returns>
    public async Task<TimeSpan?> TryAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
            if (await TryOneAsync(key, cancellationToken) is { } wait)
                return wait;
        return null;
    }

    private async Task<TimeSpan?> TryOneAsync(string key, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var now = time.GetUtcNow().UtcDateTime;
        var since = now - Window;
        var limit = options.Value.AttemptsPerMinute;
        // One statement: the row's lock makes concurrent attempts queue, so the count is exact. A refused attempt isn't counted, so
        // that a person who keeps trying gets in as soon as the oldest attempt is a minute old.
        var rows = await db.Database.SqlQuery<DateTime?>(
            $"""
            with recent as (
                insert into attempt_windows as w (key_hash, attempts, last_at) values ({hash}, array[{now}], {now})
                on conflict (key_hash) do update set last_at = {now}, attempts =
                    array(select a from unnest(w.attempts) a where a > {since} order by a)
                    || case when (select count(*) from unnest(w.attempts) a where a > {since}) < {limit} then array[{now}] else array[null::timestamptz] end
                returning attempts)
            select case when attempts[cardinality(attempts)] is null then attempts[1] end as "Value" from recent
            """).ToListAsync(cancellationToken);
        return rows is [{ } oldest] ? oldest + Window - now : null;
    }
}
