using System.Security.Cryptography;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Encryption;

/// <summary>Finds the file key that the empty user password opens (ISO 32000-2, 7.6.4).</summary>
internal static class EncryptionKey
{
    /// <summary>Fills passwords up to 32 bytes; for the empty password it is the whole of it.</summary>
    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <exception cref="ReadingException">The empty password does not open the file.</exception>
    /// <exception cref="PdfDamageException">The dictionary lacks what is needed.</exception>
    public static byte[] Find(PdfFile file, PdfDictionary encrypt, int version, byte[] fileId)
    {
        var revision = (int)file.GetNumber(encrypt, "R");
        var user = Bytes(file, encrypt, "U");
        var key = version >= 5
            ? FindAes256(file, encrypt, user, revision)
            : FindRc4OrAes128(file, encrypt, user, revision, version, fileId);
        return key ?? throw new ReadingException(ReadingFailure.PasswordProtected, "The file needs a password.");
    }

    private static byte[]? FindRc4OrAes128(PdfFile file, PdfDictionary encrypt, byte[] user, int revision, int version, byte[] fileId)
    {
        var bits = (int)file.GetNumber(encrypt, "Length", 40);
        // Some producers state bytes.
        bits = version == 1 ? 40 : version == 4 ? 128 : bits < 40 ? bits * 8 : bits;
        var length = revision >= 3 ? Math.Clamp(bits / 8, 5, 16) : 5;
        var permissions = unchecked((uint)(long)file.GetNumber(encrypt, "P"));
        var owner = Bytes(file, encrypt, "O");
        if (owner.Length < 32 || user.Length < 16)
            throw new PdfDamageException("The encryption dictionary is damaged.");
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(Padding);
        md5.AppendData(owner.AsSpan(0, 32));
        md5.AppendData([(byte)permissions, (byte)(permissions >> 8), (byte)(permissions >> 16), (byte)(permissions >> 24)]);
        md5.AppendData(fileId);
        if (revision >= 4 && file.Get(encrypt, "EncryptMetadata") is false)
            md5.AppendData([0xFF, 0xFF, 0xFF, 0xFF]);
        var hash = md5.GetHashAndReset();
        for (var i = 0; revision >= 3 && i < 50; i++)
            hash = Md5(hash.AsSpan(0, length));
        var key = hash[..length];
        var expected = revision == 2 ? Rc4.Transform(key, Padding) : Rc4TwentyTimes(key, Md5([.. Padding, .. fileId]));
        return expected.AsSpan(0, 16).SequenceEqual(user.AsSpan(0, 16)) ? key : null;
    }

    private static byte[] Rc4TwentyTimes(byte[] key, byte[] data)
    {
        var round = new byte[key.Length];
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < key.Length; j++)
                round[j] = (byte)(key[j] ^ i);
            data = Rc4.Transform(round, data);
        }

        return data;
    }

    private static byte[]? FindAes256(PdfFile file, PdfDictionary encrypt, byte[] user, int revision)
    {
        var wrapped = Bytes(file, encrypt, "UE");
        if (user.Length < 48 || wrapped.Length < 32)
            throw new PdfDamageException("The encryption dictionary is damaged.");
        if (!Hash(user.AsSpan(32, 8), revision).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return null;
        using var aes = Aes.Create();
        aes.Key = Hash(user.AsSpan(40, 8), revision);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B for the empty password; revision 5 used its first step only.</summary>
    private static byte[] Hash(ReadOnlySpan<byte> salt, int revision)
    {
        const int LeastRounds = 64;
        const int MostRounds = 1_024;
        var key = SHA256.HashData(salt);
        for (var round = 0; revision >= 6 && round < MostRounds; round++)
        {
            var block = new byte[64 * key.Length];
            for (var i = 0; i < 64; i++)
                key.CopyTo(block, i * key.Length);
            using var aes = Aes.Create();
            aes.Key = key[..16];
            var encrypted = aes.EncryptCbc(block, key.AsSpan(16, 16), PaddingMode.None);
            var sum = 0;
            for (var i = 0; i < 16; i++)
                sum += encrypted[i];
            key = (sum % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
            if (round >= LeastRounds - 1 && encrypted[^1] <= round + 1 - 32)
                break;
        }

        return key[..32];
    }

#pragma warning disable CA5351 // The file format prescribes MD5; nothing of ours is protected by it.
    internal static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351

    private static byte[] Bytes(PdfFile file, PdfDictionary encrypt, string key) =>
        (file.Get(encrypt, key) as PdfString)?.Bytes ?? throw new PdfDamageException("The encryption dictionary is damaged.");
}
