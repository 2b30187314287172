using System.Security.Cryptography;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Core.Accounts;

/// <summary>
/// The keys that sign access tokens: kept in Postgres, private halves encrypted by Data Protection, a new one each 30 days. One per
/// process; a copy at most five minutes old is held in memory. Safe for many threads.
/// </summary>
/// <remarks>
/// A new key is published ten minutes before it signs, so every process has it by then. The very first signs at once: another process
/// that meets its name reads the ring again. Two processes that start together may each make one; both are valid.
/// </remarks>
public sealed partial class SigningKeyRing(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time, ILogger<SigningKeyRing> logger) : IDisposable
{
    public static readonly TimeSpan SignsFor = TimeSpan.FromDays(30);
    public static readonly TimeSpan PublishedBefore = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any access token lives.</summary>
    public static readonly TimeSpan AcceptedAfter = TimeSpan.FromDays(1);

    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(5);

    /// <summary>Tokens with made-up key names make us look this often at most.</summary>
    public static readonly TimeSpan UnknownKeyPause = TimeSpan.FromSeconds(1);

    private readonly IDataProtector _protector = protection.CreateProtector("HotGigs.SigningKey");
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Ring? _ring;

    public async Task<SigningCredential> GetCurrentAsync(CancellationToken cancellationToken)
    {
        var ring = await GetAsync(HeldFor, cancellationToken);
        return ring.Current(time.GetUtcNow()) ?? throw new InvalidOperationException("The ring makes a key when it has none.");
    }

    /// <returns>Null when no key in force has that name.</returns>
    public async Task<VerificationKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var found = (await GetAsync(HeldFor, cancellationToken)).Find(keyId, time.GetUtcNow());
        return found ?? (await GetAsync(UnknownKeyPause, cancellationToken)).Find(keyId, time.GetUtcNow());
    }

    /// <summary>All keys that a token in force may be signed with, the next one included.</summary>
    public async Task<IReadOnlyList<VerificationKey>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return [.. (await GetAsync(HeldFor, cancellationToken)).Keys.Where(key => key.ExpiresAt > now).Select(key => key.Public)];
    }

    public void Dispose() => _loading.Dispose();

    private async ValueTask<Ring> GetAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (_ring is { } held && held.LoadedAt + maxAge > time.GetUtcNow())
            return held;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_ring is { } loaded && loaded.LoadedAt + maxAge > time.GetUtcNow())
                return loaded;
            return _ring = await LoadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Ring> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
        var now = time.GetUtcNow();
        var rows = await db.Set<SigningKey>().AsNoTracking().Where(key => key.ExpiresAt > now).ToListAsync(cancellationToken);
        var ring = new Ring(now, [.. rows.Select(Open)]);

        var newest = ring.Keys.Where(key => key.Private is not null).MaxBy(key => key.ActiveFrom);
        if (newest is not null && newest.ActiveFrom + SignsFor - PublishedBefore > now)
            return ring;
        var made = Make(newest is null ? now : now + PublishedBefore, now);
        db.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<SigningKey>().Where(key => key.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        LogMade(made.Id);
        return ring with { Keys = [.. ring.Keys, Open(made)] };
    }

    private SigningKey Make(DateTimeOffset activeFrom, DateTimeOffset now)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningKey
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            PublicKey = ecdsa.ExportSubjectPublicKeyInfo(),
            ProtectedPrivateKey = _protector.Protect(ecdsa.ExportPkcs8PrivateKey()),
            CreatedAt = now,
            ActiveFrom = activeFrom,
            ExpiresAt = activeFrom + SignsFor + AcceptedAfter,
        };
    }

    private Held Open(SigningKey row)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(row.PublicKey, out _);
        var publicKey = new VerificationKey(row.Id, ecdsa.ExportParameters(false));
        SigningCredential? privateKey = null;
        try
        {
            ecdsa.ImportPkcs8PrivateKey(_protector.Unprotect(row.ProtectedPrivateKey), out _);
            privateKey = new SigningCredential(row.Id, ecdsa.ExportParameters(true));
        }
        catch (CryptographicException)
        {
            // The Data Protection key was changed or lost. Tokens in force stay good; a new key signs the next ones.
            LogUnreadable(row.Id);
        }

        return new Held(publicKey, privateKey, row.ActiveFrom, row.ExpiresAt);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made signing key {KeyId}")]
    private partial void LogMade(string keyId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot decrypt signing key {KeyId}: was HotGigs:DataProtection:Key changed?")]
    private partial void LogUnreadable(string keyId);

    private sealed record Held(VerificationKey Public, SigningCredential? Private, DateTimeOffset ActiveFrom, DateTimeOffset ExpiresAt);

    private sealed record Ring(DateTimeOffset LoadedAt, IReadOnlyList<Held> Keys)
    {
        internal SigningCredential? Current(DateTimeOffset now) =>
            Keys.Where(key => key.Private is not null && key.ActiveFrom <= now && key.ExpiresAt > now).MaxBy(key => key.ActiveFrom)?.Private;

        internal VerificationKey? Find(string keyId, DateTimeOffset now) =>
            Keys.FirstOrDefault(key => key.Public.KeyId == keyId && key.ExpiresAt > now)?.Public;
    }
}
