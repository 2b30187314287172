using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HotGigs.Core.Accounts;

/// <summary>What an access token says: whose it is and which session it lives by. Roles are read from the database, never from a token.</summary>
public sealed record AccessTokenClaims(Guid UserId, Guid SessionId);

/// <summary>What became of a presented token.</summary>
public abstract record AccessTokenResult
{
    private AccessTokenResult()
    {
    }

    public sealed record Valid(AccessTokenClaims Claims) : AccessTokenResult;

    /// <summary>Ours in every respect, but its time is over.</summary>
    public sealed record Expired : AccessTokenResult;

    public sealed record Invalid : AccessTokenResult;
}

/// <summary>A signing key's public half, by the name that tokens carry.</summary>
public sealed record VerificationKey(string KeyId, ECParameters PublicKey);

/// <summary>A key that can sign.</summary>
public sealed record SigningCredential(string KeyId, ECParameters PrivateKey);

/// <summary>
/// Makes and checks access tokens: JWTs signed with ES256 and nothing else (RFC 7515, 7518, 9068). Stateless and safe for many threads.
/// Stands where JwtBearer would, and is shaped so that it could be replaced by it.
/// </summary>
public sealed class AccessTokens(string issuer, string audience, TimeSpan lifetime, TimeProvider time)
{
    public const string Algorithm = "ES256";
    public const string Type = "at+jwt";
    public const int MaxLength = 2048;
    private const int SignatureBytes = 64;

    /// <summary>How far the clocks of two machines may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    // Duplicate names are refused: two readers of one token must not see two different tokens.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 2 };

    // Else "at+jwt" is written with an escape, which readers less strict about JSON stumble over.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public TimeSpan Lifetime => lifetime;

    public string Create(SigningCredential key, AccessTokenClaims claims)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, typ = Type, kid = key.KeyId }, Plain);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = issuer,
            aud = audience,
            sub = claims.UserId.ToString("D"),
            sid = claims.SessionId.ToString("D"),
            jti = Guid.CreateVersion7(time.GetUtcNow()).ToString("D"),
            iat = now,
            nbf = now,
            exp = now + (long)lifetime.TotalSeconds,
        });
        var signed = Base64Url.EncodeToString(header) + "." + Base64Url.EncodeToString(payload);
        using var ecdsa = ECDsa.Create(key.PrivateKey);
        var signature = ecdsa.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    /// <summary>The name of the key a token claims to be signed with, so that it can be looked up; null when the token is not one of ours.</summary>
    public static string? ReadKeyId(string token) =>
        token.Length <= MaxLength && token.Split('.') is [var header, _, _] ? ReadHeader(header) : null;

    /// <summary>Checks everything a token can be checked for without the database. Never throws for what a caller sends.</summary>
    /// <param name="key">The key with the token's <c>kid</c>, from our own ring only; null when there is none.</param>
    public AccessTokenResult Validate(string token, VerificationKey? key)
    {
        if (key is null || token.Length > MaxLength || token.Split('.') is not [var header, var payload, var signature])
            return new AccessTokenResult.Invalid();
        if (ReadHeader(header) != key.KeyId || Decode(payload) is not { } payloadBytes)
            return new AccessTokenResult.Invalid();
        if (Decode(signature) is not { Length: SignatureBytes } signatureBytes)
            return new AccessTokenResult.Invalid();

        using var ecdsa = ECDsa.Create(key.PublicKey);
        var signed = Encoding.ASCII.GetBytes(token[..(header.Length + 1 + payload.Length)]);
        return ecdsa.VerifyData(signed, signatureBytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? CheckClaims(payloadBytes)
            : new AccessTokenResult.Invalid();
    }

    private AccessTokenResult CheckClaims(byte[] payload)
    {
        using var json = Parse(payload);
        if (json is null || Text(json, "iss") != issuer || Text(json, "aud") != audience)
            return new AccessTokenResult.Invalid();
        if (!Guid.TryParseExact(Text(json, "sub"), "D", out var userId) || !Guid.TryParseExact(Text(json, "sid"), "D", out var sessionId))
            return new AccessTokenResult.Invalid();
        if (Seconds(json, "exp") is not { } expires || Seconds(json, "nbf") is not { } notBefore)
            return new AccessTokenResult.Invalid();

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var skew = (long)Skew.TotalSeconds;
        if (notBefore > now + skew)
            return new AccessTokenResult.Invalid();
        return expires <= now - skew
            ? new AccessTokenResult.Expired()
            : new AccessTokenResult.Valid(new AccessTokenClaims(userId, sessionId));
    }

    /// <returns>The <c>kid</c> of a header that says exactly alg, typ and kid, as we write it. Anything more (jku, x5u, jwk, crit) is refused.</returns>
    private static string? ReadHeader(string part)
    {
        if (Decode(part) is not { } bytes)
            return null;
        using var json = Parse(bytes);
        return json is not null && json.RootElement.GetPropertyCount() == 3 && Text(json, "alg") == Algorithm && Text(json, "typ") == Type
            ? Text(json, "kid")
            : null;
    }

    private static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            var json = JsonDocument.Parse(bytes, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument json, string name)
    {
        if (!json.RootElement.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: legal as bytes, no text.
            return null;
        }
    }

    private static long? Seconds(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var seconds) && seconds is >= 0 and < 253402300800 ? seconds : null;

    /// <returns>Null unless this is the one spelling of its bytes: no padding, no blanks, no unused bits set.</returns>
    private static byte[]? Decode(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Alphabet))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        // Not the Try overload: that one throws.
        return Base64Url.DecodeFromChars(part, bytes, out var read, out var written) == OperationStatus.Done && read == part.Length
            ? bytes[..written]
            : null;
    }
}
