using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

[TestFixture]
internal sealed class FileFormatSnifferTests
{
    private static readonly (FileFormat Format, byte[] Content)[] Samples =
    [
        (FileFormat.Docx, DocxFile.OfText("x")),
        (FileFormat.Docx, new DocxFile().Paragraphs("x").WithoutContentTypes().ToBytes()),
        (FileFormat.Docx, new DocxFile().Paragraphs("x").MainPart("word/document2.xml").ToBytes()),
        (FileFormat.Docx, new DocxFile().Paragraphs("x").ContentType("application/vnd.ms-word.document.macroEnabled.main+xml").ToBytes()),
        (FileFormat.Docx, DocxFile.OfText("cut in the middle")[..400]),
        (FileFormat.Zip, new DocxFile().ContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml").ToBytes()),
        (FileFormat.Doc, DocFile.OfText("x\r")),
        (FileFormat.EncryptedOffice, new CompoundFileBuilder().Stream("EncryptedPackage", new byte[5_000]).ToBytes()),
        (FileFormat.Unknown, new CompoundFileBuilder().Stream("Workbook", new byte[5_000]).ToBytes()),
        (FileFormat.Pdf, Ascii("%PDF-1.7\n")),
        (FileFormat.Pdf, Ascii(new string(' ', 1_019) + "%PDF-1.7\n")),
        (FileFormat.Text, Ascii(new string(' ', 1_020) + "%PDF-1.7\n")),
        (FileFormat.Pdf, Ascii("GIF89a;%PDF-1.4\n")),
        (FileFormat.Pdf, Ascii("<html><script>1</script></html>%PDF-1.4\n")),
        (FileFormat.Pdf, Ascii("1 0 obj<<>>endobj trailer<</Root 1 0 R>>")),
        (FileFormat.Rtf, Ascii(@"{\rtf1 %PDF-1.4}")),
        (FileFormat.Html, Ascii("<!DOCTYPE html><html><body>x</body></html>")),
        (FileFormat.Html, Ascii("\n <HTML>x</HTML>")),
        (FileFormat.Unknown, Ascii("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")),
        (FileFormat.Mhtml, Ascii("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x")),
        (FileFormat.WordXml, Ascii("<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>")),
        (FileFormat.WordXml, Ascii("<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>")),
        (FileFormat.Unknown, Ascii("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>")),
        (FileFormat.Text, Ascii("Jane Doe\nEngineer\n")),
        (FileFormat.Text, Encoding.UTF8.GetBytes("José Núñez, Ingeniería")),
        (FileFormat.Text, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Jane Doe")).ToArray()),
        (FileFormat.Unknown, new byte[4_096]),
        (FileFormat.Unknown, [0x1F, 0x8B, 8, 0, 0, 0]),
        (FileFormat.Image, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (FileFormat.Image, [0xFF, 0xD8, 0xFF, 0xE0]),
        (FileFormat.Empty, []),
        (FileFormat.Zip, Ascii("PK\u0005\u0006" + new string('\0', 18))),
    ];

    [Test]
    public void GivenAFile_WhenSniffed_ThenItsBytesTellTheFormat([Range(0, 31)] int index)
    {
        var (format, content) = Samples[index];
        using var stream = new MemoryStream(content);
        stream.Position = content.Length;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FileFormatSniffer.Sniff(content), Is.EqualTo(format));
            Assert.That(FileFormatSniffer.Sniff(stream), Is.EqualTo(format));
            Assert.That(stream.Position, Is.Zero);
        }
    }

    [Test]
    public void GivenTheSamples_WhenCounted_ThenAllAreTested() => Assert.That(Samples, Has.Length.EqualTo(32));

    [TestCase(FileFormat.Pdf, null, true)]
    [TestCase(FileFormat.Docx, ".pdf", true)]
    [TestCase(FileFormat.EncryptedOffice, ".docx", true)]
    [TestCase(FileFormat.Rtf, ".doc", true)]
    [TestCase(FileFormat.Text, ".doc", false)]
    [TestCase(FileFormat.Text, ".txt", true)]
    [TestCase(FileFormat.Text, null, false)]
    [TestCase(FileFormat.Odt, ".docx", false)]
    [TestCase(FileFormat.Odt, "odt", true)]
    [TestCase(FileFormat.Html, ".doc", true)]
    [TestCase(FileFormat.Html, ".pdf", false)]
    [TestCase(FileFormat.Zip, ".docx", false)]
    [TestCase(FileFormat.Image, ".pdf", false)]
    [TestCase(FileFormat.Unknown, ".pdf", false)]
    [TestCase(FileFormat.Empty, ".pdf", false)]
    public void GivenAFormatAndAName_WhenUploaded_ThenOnlyWhatIsReadIsTaken(FileFormat format, string? extension, bool accepted) =>
        Assert.That(FileFormatSniffer.IsAcceptedUpload(format, extension), Is.EqualTo(accepted));

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
