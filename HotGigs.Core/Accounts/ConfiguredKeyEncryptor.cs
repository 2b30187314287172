using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Core.Accounts;

/// <summary>Encrypts the ring's XML with the configured key: AES-256-GCM, a new nonce each time.</summary>
internal sealed class ConfiguredKeyEncryptor(IOptions<DataProtectionKeyOptions> options) : IXmlEncryptor
{
    internal const string ElementName = "encryptedByConfiguredKey";
    internal static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    internal static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plaintext = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceBytes + TagBytes + plaintext.Length];
        var (nonce, tag, ciphertext) = Split(sealedBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = Open(options);
        aes.Encrypt(nonce, plaintext, ciphertext, tag);
        CryptographicOperations.ZeroMemory(plaintext);
        return new EncryptedXmlInfo(new XElement(ElementName, Convert.ToBase64String(sealedBytes)), typeof(ConfiguredKeyDecryptor));
    }

    internal static AesGcm Open(IOptions<DataProtectionKeyOptions> options) =>
        new(options.Value.Decode() ?? throw new InvalidOperationException("HotGigs:DataProtection:Key is not set."), TagBytes);

    internal static SealedParts Split(Span<byte> sealedBytes) =>
        new(sealedBytes[..NonceBytes], sealedBytes[NonceBytes..(NonceBytes + TagBytes)], sealedBytes[(NonceBytes + TagBytes)..]);
}

internal readonly ref struct SealedParts(Span<byte> nonce, Span<byte> tag, Span<byte> ciphertext)
{
    private readonly Span<byte> _nonce = nonce;
    private readonly Span<byte> _tag = tag;
    private readonly Span<byte> _ciphertext = ciphertext;

    public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> ciphertext)
    {
        nonce = _nonce;
        tag = _tag;
        ciphertext = _ciphertext;
    }
}

/// <summary>The way back. Data Protection makes it by name, from what the element says of itself.</summary>
internal sealed class ConfiguredKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedBytes = Convert.FromBase64String(encryptedElement.Value);
        if (sealedBytes.Length < ConfiguredKeyEncryptor.NonceBytes + ConfiguredKeyEncryptor.TagBytes)
            throw new CryptographicException("The ring's element is too short.");
        var (nonce, tag, ciphertext) = ConfiguredKeyEncryptor.Split(sealedBytes);
        var plaintext = new byte[ciphertext.Length];
        using var aes = ConfiguredKeyEncryptor.Open(services.GetRequiredService<IOptions<DataProtectionKeyOptions>>());
        aes.Decrypt(nonce, ciphertext, tag, plaintext);
        return XElement.Parse(Encoding.UTF8.GetString(plaintext));
    }
}
