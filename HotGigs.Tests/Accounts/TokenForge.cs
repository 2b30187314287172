using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HotGigs.Core.Accounts;

namespace HotGigs.Tests.Accounts;

/// <summary>Makes tokens with a true signature over whatever a test wants them to say.</summary>
internal sealed class TokenForge
{
    public const string Header = """{"alg":"ES256","typ":"at+jwt","kid":"key-1"}""";

    private readonly ECParameters _key;

    public TokenForge()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _key = ecdsa.ExportParameters(true);
    }

    public SigningCredential Credential => new("key-1", _key);

    public VerificationKey Key => new("key-1", new ECParameters { Curve = _key.Curve, Q = _key.Q });

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public string Sign(string header, string payload) => SignParts(Encode(header), Encode(payload));

    public string SignParts(string header, string payload) => $"{header}.{payload}.{Base64Url.EncodeToString(Signature($"{header}.{payload}"))}";

    public byte[] Signature(string signed, DSASignatureFormat format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
    {
        using var ecdsa = ECDsa.Create(_key);
        return ecdsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, format);
    }

    /// <summary>HS256 with the public key as the secret: works on validators that let the token choose the algorithm.</summary>
    public string SignWithPublicKeyAsSecret(string payload)
    {
        using var ecdsa = ECDsa.Create(_key);
        var signed = Encode("""{"alg":"HS256","typ":"at+jwt","kid":"key-1"}""") + "." + Encode(payload);
        return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)));
    }
}
