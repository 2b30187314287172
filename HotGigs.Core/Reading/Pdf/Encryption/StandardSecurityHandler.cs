using System.Security.Cryptography;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Encryption;

/// <summary>Decrypts strings and streams of a file that opens without a password (ISO 32000-2, 7.6).</summary>
internal sealed class StandardSecurityHandler
{
    private const int AesBlock = 16;
    private readonly byte[] _key;
    private readonly bool _keyPerObject;
    private readonly Cipher _streamCipher;
    private readonly Cipher _stringCipher;

    private StandardSecurityHandler(byte[] key, bool keyPerObject, Cipher streamCipher, Cipher stringCipher)
    {
        (_key, _keyPerObject, _streamCipher, _stringCipher) = (key, keyPerObject, streamCipher, stringCipher);
    }

    private enum Cipher
    {
        None,
        Rc4,
        Aes,
    }

    /// <exception cref="ReadingException">A password or another key is needed.</exception>
    /// <exception cref="PdfDamageException">The encryption dictionary is damaged.</exception>
    public static StandardSecurityHandler Open(PdfFile file, PdfDictionary encrypt, byte[] fileId)
    {
        if (file.GetName(encrypt, "Filter") is { } handler && handler != "Standard")
            throw new ReadingException(ReadingFailure.PasswordProtected, "The file needs a certificate or another key.");
        var version = (int)file.GetNumber(encrypt, "V");
        Cipher streams = Cipher.Rc4, strings = Cipher.Rc4;
        if (version >= 4)
        {
            streams = CryptFilter(file, encrypt, "StmF");
            strings = CryptFilter(file, encrypt, "StrF");
            // Only attachments are encrypted: text needs no key.
            if (streams == Cipher.None && strings == Cipher.None)
                return new StandardSecurityHandler([], keyPerObject: false, Cipher.None, Cipher.None);
        }

        return new StandardSecurityHandler(EncryptionKey.Find(file, encrypt, version, fileId), version < 5, streams, strings);
    }

    public ReadOnlyMemory<byte> DecryptStream(ReadOnlyMemory<byte> data, PdfReference id) => Decrypt(data, id, _streamCipher);

    /// <summary>Decrypts all strings inside a value that was just read from the file itself (not from an object stream).</summary>
    public void DecryptStrings(object? value, PdfReference id)
    {
        switch (value)
        {
            case PdfString text:
                text.Bytes = Decrypt(text.Bytes, id, _stringCipher).ToArray();
                break;
            case PdfArray array:
                foreach (var item in array)
                    DecryptStrings(item, id);
                break;
            case PdfDictionary dictionary:
                foreach (var item in dictionary.Values)
                    DecryptStrings(item, id);
                break;
            case PdfStream stream:
                DecryptStrings(stream.Dictionary, id);
                break;
        }
    }

    private static Cipher CryptFilter(PdfFile file, PdfDictionary encrypt, string key)
    {
        if (file.GetName(encrypt, key) is not { } name || name == "Identity" || file.GetDictionary(encrypt, "CF") is not { } filters)
            return Cipher.None;
        return file.GetDictionary(filters, name) is { } filter
            ? file.GetName(filter, "CFM") switch
            {
                "V2" => Cipher.Rc4,
                "AESV2" or "AESV3" => Cipher.Aes,
                _ => Cipher.None,
            }
            : Cipher.None;
    }

    private ReadOnlyMemory<byte> Decrypt(ReadOnlyMemory<byte> data, PdfReference id, Cipher cipher)
    {
        if (cipher == Cipher.None || data.IsEmpty)
            return data;
        var key = _keyPerObject ? ObjectKey(id, cipher) : _key;
        return cipher == Cipher.Rc4 ? Rc4.Transform(key, data.Span) : DecryptAes(key, data.Span);
    }

    private byte[] ObjectKey(PdfReference id, Cipher cipher)
    {
        byte[] seed = [.. _key, (byte)id.Number, (byte)(id.Number >> 8), (byte)(id.Number >> 16), (byte)id.Generation, (byte)(id.Generation >> 8)];
        if (cipher == Cipher.Aes)
            seed = [.. seed, .. "sAlT"u8];
        return EncryptionKey.Md5(seed)[..Math.Min(16, _key.Length + 5)];
    }

    private static byte[] DecryptAes(byte[] key, ReadOnlySpan<byte> data)
    {
        var length = (data.Length - AesBlock) / AesBlock * AesBlock;
        if (length <= 0)
            return [];
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(data.Slice(AesBlock, length), data[..AesBlock], PaddingMode.None);
        // Padding is taken off by hand: a truncated stream has none.
        var padding = plain[^1];
        return padding is >= 1 and <= AesBlock ? plain[..^padding] : plain;
    }
}
