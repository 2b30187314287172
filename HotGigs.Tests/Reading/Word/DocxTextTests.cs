using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

[TestFixture]
internal sealed class DocxTextTests
{
    private const string Vml = "<w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>";
    private const string Drawing = "<w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing>";

    [Test]
    public void GivenParagraphs_WhenRead_ThenEachIsABlockOfItsOwn()
    {
        var document = TestReader.Document(DocxFile.OfText("Jane Doe", "Engineer"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Text, Is.EqualTo("Jane Doe\n\nEngineer\n"));
            Assert.That(document.Lines.Select(line => line.Block), Is.Unique);
            Assert.That(document.Format, Is.EqualTo(FileFormat.Docx));
        }
    }

    [TestCase(DocxFile.Transitional)]
    [TestCase(DocxFile.Strict)]
    public void GivenEitherNamespace_WhenRead_ThenTheTextIsFound(string name) =>
        Assert.That(TestReader.Document(new DocxFile().InNamespace(name).Paragraphs("Jane").ToBytes()).Texts(), Is.EqualTo(["Jane"]));

    [Test]
    public void GivenAnOddMainPart_WhenRead_ThenTheRelationshipLeadsToIt() =>
        Assert.That(TestReader.Document(new DocxFile().MainPart("doc/main9.xml").Paragraphs("Jane").ToBytes()).Texts(), Is.EqualTo(["Jane"]));

    [Test]
    public void GivenNoRootRelationships_WhenRead_ThenTheUsualNameServes() =>
        Assert.That(TestReader.Document(new DocxFile().WithoutRootRelations().Paragraphs("Jane").ToBytes()).Texts(), Is.EqualTo(["Jane"]));

    [Test]
    public void GivenSpecialCharacters_WhenRead_ThenTheyAreWrittenOut()
    {
        var body = "<w:p><w:r><w:t>C</w:t><w:noBreakHyphen/><w:t>level</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:br/>"
            + "<w:sym w:font=\"Wingdings\" w:char=\"F0B7\"/><w:t xml:space=\"preserve\"> next</w:t></w:r></w:p>";
        Assert.That(TestReader.Document(DocxFile.OfBody(body)).Texts(), Is.EqualTo(["C-level\tcoop", "• next"]));
    }

    [Test]
    public void GivenATextBox_WhenItStandsInBothBranches_ThenItIsReadOnce()
    {
        var box = DocxFile.P("In the box");
        var body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + Drawing.Replace("{0}", box, StringComparison.Ordinal) + "</mc:Choice><mc:Fallback>"
            + Vml.Replace("{0}", box, StringComparison.Ordinal) + "</mc:Fallback></mc:AlternateContent><w:t>Around</w:t></w:r></w:p>";
        Assert.That(TestReader.Document(DocxFile.OfBody(body)).Texts(), Is.EqualTo(["Around", "In the box"]));
    }

    [TestCase(Vml)]
    [TestCase(Drawing)]
    public void GivenATextBoxOfOneKind_WhenRead_ThenItsTextFollowsItsParagraph(string form) =>
        Assert.That(
            TestReader.Document(DocxFile.OfBody("<w:p><w:r>" + form.Replace("{0}", DocxFile.P("Box"), StringComparison.Ordinal) + "<w:t>Anchor</w:t></w:r></w:p>")).Texts(),
            Is.EqualTo(["Anchor", "Box"]));

    [Test]
    public void GivenContentControls_WhenTheyStandAtEveryLevel_ThenAllTextIsRead()
    {
        static string Sdt(string content) => $"<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var body = Sdt(DocxFile.P("Block")) + "<w:p>" + Sdt(DocxFile.R("Run")) + "</w:p><w:tbl>" + Sdt(DocxFile.Row(DocxFile.P("Row")))
            + "<w:tr>" + Sdt($"<w:tc>{DocxFile.P("Cell")}</w:tc>") + "</w:tr></w:tbl>";
        Assert.That(TestReader.Document(DocxFile.OfBody(body)).Texts(), Is.EqualTo(["Block", "Run", "Row", "Cell"]));
    }

    [Test]
    public void GivenTrackedChanges_WhenRead_ThenInsertedTextStaysAndDeletedTextGoes()
    {
        var body = "<w:p><w:ins>" + DocxFile.R("new") + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom>" + DocxFile.R("away")
            + "</w:moveFrom><w:moveTo>" + DocxFile.R(" here") + "</w:moveTo></w:p>";
        var document = TestReader.Document(DocxFile.OfBody(body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["new here"]));
            Assert.That(document.Warns(ReadingWarningKind.TrackedChangesDropped));
        }
    }

    [Test]
    public void GivenHeadersOfASection_WhenRead_ThenShownOnesAreWrittenOnceAndOthersNot()
    {
        var document = TestReader.Document(new DocxFile()
            .Header("first", DocxFile.P("Jane Doe"))
            .Header("default", DocxFile.P("Jane Doe"))
            .Header("even", DocxFile.P("never shown"))
            .Footer("foot", DocxFile.P("Page 1"))
            .Body(DocxFile.P("Body") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"default\"/><w:headerReference w:type=\"first\" r:id=\"first\"/>"
                + "<w:headerReference w:type=\"even\" r:id=\"even\"/><w:footerReference w:type=\"default\" r:id=\"foot\"/><w:titlePg/></w:sectPr>")
            .ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane Doe", "Body", "Page 1"]));
            Assert.That(document.Line("Jane Doe").Kind, Is.EqualTo(LineKind.HeaderOrFooter));
            Assert.That(document.Line("Body").Kind, Is.EqualTo(LineKind.Text));
        }
    }

    [Test]
    public void GivenAFirstPageHeader_WhenTheSectionHasNoTitlePage_ThenItIsNotShown() =>
        Assert.That(
            TestReader.Document(new DocxFile().Header("first", DocxFile.P("unseen"))
                .Body(DocxFile.P("Body") + "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"first\"/></w:sectPr>").ToBytes()).Texts(),
            Is.EqualTo(["Body"]));

    [Test]
    public void GivenFootnotes_WhenRead_ThenTheyStandAtTheEndAsSuch()
    {
        var file = new DocxFile().Paragraphs("Body");
        file.Part("footnotes", "footnotes.xml", file.Wrap("footnotes", $"<w:footnote w:id=\"1\">{DocxFile.P("See there")}</w:footnote>"));
        Assert.That(TestReader.Document(file.ToBytes()).Line("See there").Kind, Is.EqualTo(LineKind.Footnote));
    }

    [Test]
    public void GivenAWebPageTakenIn_WhenRead_ThenItsTextStandsInItsPlace()
    {
        var file = new DocxFile().Body(DocxFile.P("Before") + "<w:altChunk r:id=\"chunk\"/>" + DocxFile.P("After"));
        file.Part("aFChunk", "chunk.html", "<html><body><h1>Jane</h1><script>evil()</script><p>Engineer</p></body></html>", "chunk");
        var document = TestReader.Document(file.ToBytes());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Before", "Jane", "Engineer", "After"]));
            Assert.That(document.Warns(ReadingWarningKind.ActiveContentIgnored));
        }
    }

    [Test]
    public void GivenProperties_WhenRead_ThenTitleAndAuthorAreKnown() =>
        Assert.That(
            TestReader.Document(new DocxFile().Paragraphs("x").CoreProperties("<dc:title>CV</dc:title><dc:creator>Jane</dc:creator>").ToBytes()).Metadata,
            Is.EqualTo(new DocumentMetadata("CV", "Jane")));
}
