using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace HotGigs.Core.Accounts;

/// <summary>Opaque tokens: 256 random bits as base64url. Only their hash is stored; with that much entropy a plain SHA-256 is enough.</summary>
public static class Secret
{
    public const int TextLength = 43;
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The stored form of a token somebody presents, or null when it cannot be one of ours.</summary>
    public static byte[]? Hash(string? token) => Decode(token) is { } bytes ? SHA256.HashData(bytes) : null;

    /// <summary>
    /// The token that follows this one. Derived, so that a second request with the same token within the leeway gets the same answer
    /// instead of a second branch of the chain; whoever lacks the token learns nothing from the salt.
    /// </summary>
    public static string Successor(string token, byte[] salt)
    {
        var bytes = Decode(token) ?? throw new ArgumentException("Not a token.", nameof(token));
        return Base64Url.EncodeToString(HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Bytes, salt, "hotgigs refresh token"u8.ToArray()));
    }

    // 43 characters carry two bits too many; the decoder refuses them set, so a token has one spelling.
    private static byte[]? Decode(string? token)
    {
        if (token is not { Length: TextLength })
            return null;
        var bytes = new byte[Bytes];
        return Base64Url.DecodeFromChars(token, bytes, out var read, out var written) == OperationStatus.Done
            && read == TextLength && written == Bytes ? bytes : null;
    }
}
