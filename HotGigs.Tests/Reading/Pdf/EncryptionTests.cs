using System.Security.Cryptography;
using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Core.Reading.Pdf.Encryption;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

public sealed class EncryptionTests
{
    private static readonly byte[] Id = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    private static readonly byte[] Owner = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    [TestCase(1, 2, 5, "")]
    [TestCase(2, 3, 16, "")]
    [TestCase(4, 4, 16, "V2")]
    [TestCase(4, 4, 16, "AESV2")]
    public void GivenEmptyUserPassword_WhenRead_ThenDecrypted(int version, int revision, int keyBytes, string method) =>
        Assert.That(Visible(Encrypted(version, revision, keyBytes, method, password: "")), Is.EqualTo("Secret page"));

    [TestCase(1, 2, 5, "")]
    [TestCase(2, 3, 16, "")]
    [TestCase(4, 4, 16, "AESV2")]
    public void GivenRealPassword_WhenRead_ThenPasswordProtected(int version, int revision, int keyBytes, string method) =>
        Assert.That(FailureOf(Encrypted(version, revision, keyBytes, method, password: "secret")), Is.EqualTo(ReadingFailure.PasswordProtected));

    [TestCase("", null)]
    [TestCase("secret", ReadingFailure.PasswordProtected)]
    public void GivenAes256_WhenRead_ThenTheEmptyPasswordOpensIt(string password, ReadingFailure? failure)
    {
        var file = Aes256(password);
        Assert.That(FailureOf(file), Is.EqualTo(failure));
        if (failure is null)
            Assert.That(Visible(file), Is.EqualTo("Secret page"));
    }

    [Test]
    public void GivenOtherSecurityHandler_WhenRead_ThenPasswordProtected()
    {
        var file = new PdfFile().AddPage(PdfFile.Line("Secret page"));
        file.TrailerEntries = $"/Encrypt {file.Add("<< /Filter /Adobe.PubSec /V 4 >>")} 0 R";
        Assert.That(FailureOf(file.Build()), Is.EqualTo(ReadingFailure.PasswordProtected));
    }

    [Test]
    public void GivenOnlyAttachmentsEncrypted_WhenRead_ThenTextNeedsNoKey()
    {
        var file = new PdfFile().AddPage(PdfFile.Line("Open page"));
        var filters = "/CF << /StdCF << /CFM /AESV2 /AuthEvent /EFOpen >> >> /StmF /Identity /StrF /Identity /EFF /StdCF";
        file.TrailerEntries = $"/Encrypt {file.Add($"<< /Filter /Standard /V 4 /R 4 {filters} /O (x) /U (y) /P 0 >>")} 0 R";
        Assert.That(Visible(file.Build()), Is.EqualTo("Open page"));
    }

    [Test]
    public void GivenDamagedEncryptionDictionary_WhenRead_ThenCorrupt()
    {
        var file = new PdfFile().AddPage(PdfFile.Line("Secret page"));
        file.TrailerEntries = $"/Encrypt {file.Add("<< /Filter /Standard /V 2 /R 3 >>")} 0 R";
        Assert.That(FailureOf(file.Build()), Is.EqualTo(ReadingFailure.Corrupt));
    }

    private static byte[] Encrypted(int version, int revision, int keyBytes, string method, string password)
    {
        byte[] padded = [.. PdfFile.Latin1(password), .. Padding];
        var hash = Md5([.. padded[..32], .. Owner, 0xFC, 0xFF, 0xFF, 0xFF, .. Id]);
        for (var i = 0; revision >= 3 && i < 50; i++)
            hash = Md5(hash[..keyBytes]);
        var key = hash[..keyBytes];
        var user = revision == 2 ? Rc4.Transform(key, Padding) : Md5([.. Padding, .. Id]);
        for (var i = 0; revision >= 3 && i < 20; i++)
            user = Rc4.Transform([.. key.Select(b => (byte)(b ^ i))], user);
        var file = new PdfFile
        {
            Encrypt = (number, data) =>
            {
                byte[] seed = [.. key, (byte)number, (byte)(number >> 8), 0, 0, 0];
                if (method == "AESV2")
                    return AesCbc(Md5([.. seed, .. "sAlT"u8])[..Math.Min(16, keyBytes + 5)], data);
                return Rc4.Transform(Md5(seed).AsSpan(0, Math.Min(16, keyBytes + 5)), data);
            },
        };
        file.AddPage(PdfFile.Line("Secret page"));
        var filters = version == 4 ? $"/CF << /StdCF << /CFM /{method} /Length 16 >> >> /StmF /StdCF /StrF /StdCF" : "";
        file.TrailerEntries = $"/ID [<{Convert.ToHexString(Id)}> <00>] /Encrypt {file.Add(
            $"<< /Filter /Standard /V {version} /R {revision} /Length {keyBytes * 8} /P -4 {filters} /O <{Convert.ToHexString(Owner)}> /U <{Convert.ToHexString(user)}> >>")} 0 R";
        return file.Build();
    }

    /// <summary>Revision 5, whose hash is one SHA-256.</summary>
    private static byte[] Aes256(string password)
    {
        var key = SHA256.HashData("file key"u8);
        byte[] validation = [1, 2, 3, 4, 5, 6, 7, 8], salt = [8, 7, 6, 5, 4, 3, 2, 1];
        var secret = Encoding.UTF8.GetBytes(password);
        byte[] user = [.. SHA256.HashData([.. secret, .. validation]), .. validation, .. salt];
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData([.. secret, .. salt]);
        var wrapped = aes.EncryptCbc(key, new byte[16], PaddingMode.None);
        var file = new PdfFile { Encrypt = (_, data) => AesCbc(key, data) };
        file.AddPage(PdfFile.Line("Secret page"));
        const string Filters = "/CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF";
        file.TrailerEntries = $"/Encrypt {file.Add(
            $"<< /Filter /Standard /V 5 /R 5 /Length 256 /P -4 {Filters} /O <00> /U <{Convert.ToHexString(user)}> /UE <{Convert.ToHexString(wrapped)}> >>")} 0 R";
        return file.Build();
    }

    private static byte[] AesCbc(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = SHA256.HashData(data)[..16];
        return [.. vector, .. aes.EncryptCbc(data, vector, PaddingMode.PKCS7)];
    }

    private static byte[] Md5(byte[] data) => EncryptionKey.Md5(data);
}
