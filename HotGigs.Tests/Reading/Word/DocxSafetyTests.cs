using System.IO.Compression;
using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

/// <summary>Each limit on both sides of its edge, and what no reader may ever do.</summary>
[TestFixture]
internal sealed class DocxSafetyTests
{
    private static readonly ReadingLimits Limits = ReadingLimits.Default;

    [Test]
    public void GivenManyParts_WhenOneTooMany_ThenItIsTooComplex()
    {
        // Content types, two relationship parts and the main part are always there.
        var file = new DocxFile().Paragraphs("x");
        for (var i = 4; i < Limits.MaxParts; i++)
            file.Raw($"word/p{i}.xml", "");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Failure(file.ToBytes()), Is.Null);
            Assert.That(TestReader.Failure(file.Raw("word/more.xml", "").ToBytes()), Is.EqualTo(ReadingFailure.TooComplex));
        }
    }

    [Test]
    public void GivenDeepXml_WhenOneLevelTooMany_ThenItIsTooComplex()
    {
        // The text node is one deeper than its element: document, body, p, r, t, text.
        static byte[] Nested(int levels) => DocxFile.OfBody(
            "<w:p>" + string.Concat(Enumerable.Repeat("<w:smartTag>", levels)) + DocxFile.R("x") + string.Concat(Enumerable.Repeat("</w:smartTag>", levels)) + "</w:p>");
        var most = Limits.MaxXmlDepth - 5;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Failure(Nested(most)), Is.Null);
            Assert.That(TestReader.Failure(Nested(most + 1)), Is.EqualTo(ReadingFailure.TooComplex));
        }
    }

    [Test]
    public void GivenAPartThatShrinksMuch_WhenOverTheRatio_ThenItIsTooComplex()
    {
        var bomb = new DocxFile().Body(DocxFile.P("Jane") + new string(' ', 3 * 1024 * 1024)).ToBytes();
        var small = new DocxFile().Body(DocxFile.P("Jane") + new string(' ', 900 * 1024)).ToBytes();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Failure(bomb), Is.EqualTo(ReadingFailure.TooComplex));
            Assert.That(TestReader.Failure(small), Is.Null);
            Assert.That(TestReader.Failure(bomb, Limits with { MaxRatio = 10_000 }), Is.Null);
        }
    }

    [Test]
    public void GivenALargePart_WhenOverTheDecodedSize_ThenItIsTooComplex()
    {
        var file = DocxFile.OfText(new string('x', 10_000));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Failure(file, Limits with { MaxDecodedStreamBytes = 12_000 }), Is.Null);
            Assert.That(TestReader.Failure(file, Limits with { MaxDecodedStreamBytes = 10_000 }), Is.EqualTo(ReadingFailure.TooComplex));
            Assert.That(TestReader.Failure(file, Limits with { MaxDecodedBytes = 10_000 }), Is.EqualTo(ReadingFailure.TooComplex));
        }
    }

    [Test]
    public void GivenMuchText_WhenOverTheLimit_ThenItIsCutWithAWarning()
    {
        var file = DocxFile.OfText(new string('a', 40), new string('b', 40));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Document(file, Limits with { MaxCharacters = 83 }).Lines, Has.Count.EqualTo(2));
            var cut = TestReader.Document(file, Limits with { MaxCharacters = 82 });
            Assert.That(cut.Lines, Has.Count.EqualTo(1));
            Assert.That(cut.Warns(ReadingWarningKind.TextLimit));
        }
    }

    [Test]
    public void GivenALargeFile_WhenOneByteTooMany_ThenItIsTooComplex()
    {
        var file = DocxFile.OfText("Jane");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestReader.Failure(file, Limits with { MaxBytes = file.Length }), Is.Null);
            Assert.That(TestReader.Failure(file, Limits with { MaxBytes = file.Length - 1 }), Is.EqualTo(ReadingFailure.TooComplex));
        }
    }

    [TestCase("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")]
    [TestCase("<!DOCTYPE x [<!ENTITY e \"harmless\">]>", "&e;")]
    [TestCase("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "")]
    public void GivenADocumentType_WhenRead_ThenTheFileIsRefused(string prolog, string text) =>
        Assert.That(TestReader.Failure(new DocxFile().Prolog(prolog).Paragraphs("Jane " + text).ToBytes()), Is.EqualTo(ReadingFailure.Corrupt));

    [Test]
    public void GivenADocumentTypeInTheProperties_WhenRead_ThenOnlyTheyAreLost()
    {
        var file = new DocxFile().Paragraphs("Jane").CoreProperties("");
        file.Raw("docProps/other.xml", "x");
        var document = TestReader.Document(new DocxFile().Paragraphs("Jane")
            .Raw("docProps/core.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p><title>&e;</title></p>").ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane"]));
            Assert.That(document.Metadata.Title, Is.Null);
            Assert.That(document.Warns(ReadingWarningKind.PartUnreadable));
        }
    }

    [Test]
    public void GivenBrokenXml_WhenSomeTextStandsBefore_ThenThatIsKept()
    {
        var document = TestReader.Document(DocxFile.OfBody(DocxFile.P("Jane Doe") + "<w:p><w:r><w:t>rest</w:q>"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane Doe"]));
            Assert.That(document.Warns(ReadingWarningKind.Repaired));
        }
    }

    [Test]
    public void GivenTwoPartsOfOneName_WhenRead_ThenNeitherPersonWins()
    {
        var file = new DocxFile().Paragraphs("Jane").Raw("word/document.xml", new DocxFile().Wrap("document", DocxFile.P("John")));
        Assert.That(TestReader.Failure(file.ToBytes()), Is.EqualTo(ReadingFailure.Corrupt));
    }

    [TestCase("attachedTemplate", true)]
    [TestCase("image", true)]
    [TestCase("hyperlink", false)]
    public void GivenAnExternalReference_WhenItWouldBeFetched_ThenAWarningSaysSo(string type, bool warns) =>
        Assert.That(
            TestReader.Document(new DocxFile().External(type, "http://127.0.0.1:9/x", "e").Paragraphs("Jane").ToBytes())
                .Warns(ReadingWarningKind.ExternalReferenceIgnored),
            Is.EqualTo(warns));

    [TestCase("word/vbaProject.bin", ReadingWarningKind.ActiveContentIgnored)]
    [TestCase("word/embeddings/n.zip", ReadingWarningKind.EmbeddedFileIgnored)]
    public void GivenAPartThatIsNeverOpened_WhenRead_ThenAWarningSaysSo(string part, ReadingWarningKind warning) =>
        Assert.That(TestReader.Document(new DocxFile().Paragraphs("Jane").Raw(part, "x").ToBytes()).Warns(warning));

    [Test]
    public void GivenAPictureWithoutText_WhenRead_ThenItNeedsOcr() =>
        Assert.That(
            TestReader.Result(new DocxFile().Body("<w:p/>").Raw("word/media/image1.png", [1, 2, 3], CompressionLevel.NoCompression).ToBytes()),
            Is.InstanceOf<ReadResult.NeedsOcr>());

    [Test]
    public void GivenNeitherTextNorPicture_WhenRead_ThenThereIsNoText() =>
        Assert.That(TestReader.Failure(DocxFile.OfBody("<w:p/>")), Is.EqualTo(ReadingFailure.NoText));

    [TestCase(".docx", false)]
    [TestCase(".pdf", true)]
    [TestCase(null, false)]
    public void GivenAName_WhenItClaimsAnotherFormat_ThenAWarningSaysSo(string? extension, bool warns) =>
        Assert.That(TestReader.Document(DocxFile.OfText("Jane"), null, extension).Warns(ReadingWarningKind.ExtensionMismatch), Is.EqualTo(warns));

    [Test]
    public void GivenRandomDamage_WhenRead_ThenNothingIsThrown()
    {
        var good = new DocxFile().Paragraphs("Jane Doe", "Engineer at Contoso").Styles("<w:style w:styleId=\"x\"/>").ToBytes();
        var random = new Random(42);
        for (var i = 0; i < 500; i++)
        {
            var bad = (byte[])good.Clone();
            for (var n = 0; n < 1 + (i % 8); n++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            Assert.That(() => TestReader.Result(bad), Throws.Nothing);
        }
    }

    [Test]
    public void GivenAPassedDeadline_WhenRead_ThenItIsTooComplex()
    {
        var file = DocxFile.OfBody(string.Concat(Enumerable.Range(0, 20_000).Select(i => DocxFile.P(Encoding.ASCII.GetString([(byte)('a' + (i % 26))])))));
        Assert.That(TestReader.Failure(file, Limits with { Deadline = TimeSpan.Zero }), Is.EqualTo(ReadingFailure.TooComplex));
    }
}
