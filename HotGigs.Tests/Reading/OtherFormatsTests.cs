using System.IO.Compression;
using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

[TestFixture]
internal sealed class OtherFormatsTests
{
    [Test]
    public void GivenHtml_WhenRead_ThenItsBlocksListsTablesAndLinksAreKept()
    {
        var document = Read("""
            <html><head><title>CV</title><style>.x{display:none}</style></head><body><h1>Jane &amp; Co</h1>
            <p>Lead   <b>Engineer</b><br>Berlin</p><ul><li><p>First</p></li></ul>
            <table><tr><td>C#</td><td>9 years</td></tr></table><a href="mailto:jane@example.com">mail me</a><p class=x>secret</p>
            <span style="color:#fff">white</span><script>alert(1)</script><!-- note --></body></html>
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane & Co", "Lead Engineer", "Berlin", "First", "C#\t9 years", "mail me", "jane@example.com"]));
            Assert.That(document.Line("Jane & Co").HeadingLevel, Is.EqualTo(1));
            Assert.That(document.Line("First").ListItem);
            Assert.That(document.Hidden.Select(run => run.Text.Trim()), Is.EqualTo(["secret", "white"]));
            Assert.That(document.Metadata.Title, Is.EqualTo("CV"));
            Assert.That(document.Warns(ReadingWarningKind.ActiveContentIgnored));
        }
    }

    [TestCase("quoted-printable", "<html><body>M=C3=BC=\r\nller</body></html>")]
    [TestCase("base64", "PGh0bWw+PGJvZHk+TcO8bGxlcjwvYm9keT48L2h0bWw+")]
    [TestCase("8bit", "<html><body>M\u00C3\u00BCller</body></html>")]
    public void GivenAMimePage_WhenEncoded_ThenItIsDecoded(string encoding, string body)
    {
        var mime = $"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
            + $"Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n--b--\r\n";
        Assert.That(TestReader.Document(Encoding.Latin1.GetBytes(mime)).Texts(), Is.EqualTo(["Müller"]));
    }

    [Test]
    public void GivenRtf_WhenRead_ThenTextStylesTablesAndLinksAreKept()
    {
        var document = Read(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Cyr;}}{\colortbl;\red255\green255\blue255;}{\stylesheet{\s1 no;}}"
            + @"{\info{\title CV}{\author Jane}}{\header Jane Doe\par}\pard\outlinelevel0\b\fs28 M\'fcller\b0\fs20\par\pard plain \u8364?\par"
            + @"\pard{\f1\'cf\'f0}\par{\v secret}{\cf1 white}{\*\generator no}{\pict\bin3 {}}}"
            + @"{\field{\*\fldinst HYPERLINK ""https://jane.dev""}{\fldrslt site}}\par\trowd\pard\intbl C#\cell 9\cell\row\pard after\par}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane Doe", "Müller", "plain €", "Пр", "site", "C#\t9", "after", "https://jane.dev"]));
            Assert.That((document.Line("Müller").HeadingLevel, document.Line("Müller").Bold, document.Line("Müller").FontSize), Is.EqualTo((1, true, 14f)));
            Assert.That(document.Hidden.Select(run => (run.Text, run.Reason)), Is.EqualTo([("secret", HiddenReason.Vanish), ("white", HiddenReason.SameColorAsBackground)]));
            Assert.That(document.Metadata, Is.EqualTo(new DocumentMetadata("CV", "Jane")));
        }
    }

    [Test]
    public void GivenDeepRtf_WhenOverTheLimit_ThenItIsTooComplex() =>
        Assert.That(TestReader.Failure(Encoding.ASCII.GetBytes(@"{\rtf1" + new string('{', 2_000))), Is.EqualTo(ReadingFailure.TooComplex));

    [Test]
    public void GivenOpenDocumentText_WhenRead_ThenTextStylesTablesAndLinksAreKept()
    {
        var document = TestReader.Document(Odt(
            "<office:automatic-styles><style:style style:name='B'><style:text-properties fo:font-weight='bold' fo:font-size='14pt'/></style:style>"
            + "<style:style style:name='V'><style:text-properties text:display='none'/></style:style></office:automatic-styles><office:body><office:text>"
            + "<text:h text:outline-level='2' text:style-name='B'>Jane<text:s text:c='2'/>Doe</text:h><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>C#</text:p></table:table-cell><table:table-cell><text:p>9</text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p><text:a xlink:href='https://jane.dev'>site</text:a><text:span text:style-name='V'>secret</text:span></text:p></office:text></office:body>"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane  Doe", "Item", "C#\t9", "site", "https://jane.dev"]));
            Assert.That((document.Lines[0].HeadingLevel, document.Lines[0].Bold), Is.EqualTo((2, true)));
            Assert.That(document.Hidden.Single().Text, Is.EqualTo("secret"));
        }
    }

    [Test]
    public void GivenWord2003Xml_WhenRead_ThenStylesFoundLaterCount()
    {
        var document = Read("<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:aml='http://schemas.microsoft.com/aml/2001/core'>"
            + "<w:body><w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>Jane</w:t></w:r></w:p><w:p><w:hlink w:dest='https://jane.dev'><w:r><w:t>site</w:t></w:r></w:hlink>"
            + "<aml:annotation w:type='Word.Deletion'><aml:content><w:r><w:t>old</w:t></w:r></aml:content></aml:annotation></w:p></w:body>"
            + "<w:styles><w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/></w:style></w:styles></w:wordDocument>");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane", "site", "https://jane.dev"]));
            Assert.That(document.Lines[0].HeadingLevel, Is.EqualTo(1));
        }
    }

    [Test]
    public void GivenAFlatPackage_WhenRead_ThenItIsReadAsAZippedOne()
    {
        const string Rel = "http://schemas.openxmlformats.org/package/2006/relationships";
        var document = Read($"<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'><pkg:part pkg:name='/_rels/.rels'><pkg:xmlData><Relationships xmlns='{Rel}'>"
            + "<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships></pkg:xmlData></pkg:part>"
            + $"<pkg:part pkg:name='/word/document.xml'><pkg:xmlData><w:document xmlns:w='{DocxFile.Transitional}'><w:body>{DocxFile.P("Jane &amp; Co")}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>");
        Assert.That(document.Texts(), Is.EqualTo(["Jane & Co"]));
    }

    [Test]
    public void GivenPlainText_WhenRead_ThenBlankLinesPartBlocks()
    {
        var document = Read("Jane Doe\nEngineer\n\n- C#\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Text, Is.EqualTo("Jane Doe\nEngineer\n\n- C#\n"));
            Assert.That(document.Lines[^1].ListItem);
        }
    }

    private static Document Read(string text) => TestReader.Document(Encoding.UTF8.GetBytes(text));

    private static byte[] Odt(string content)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            Write("mimetype", "application/vnd.oasis.opendocument.text");
            Write("content.xml", "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                + "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
                + $"xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'>{content}</office:document-content>");

            void Write(string name, string text)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
