using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

[TestFixture]
internal sealed class DocxLinkTests
{
    [Test]
    public void GivenALink_WhenItsLabelHidesTheAddress_ThenTheAddressIsWrittenOut()
    {
        var document = Read("<w:p><w:hyperlink r:id=\"x\">" + DocxFile.R("Profile") + "</w:hyperlink></w:p>", "https://www.linkedin.com/in/jane");
        var link = document.Links.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(link.Label!.Value.Quote(document.Text), Is.EqualTo("Profile"));
            Assert.That(link.Written!.Value.Quote(document.Text), Is.EqualTo("https://www.linkedin.com/in/jane"));
            Assert.That(document.Lines[^1].Kind, Is.EqualTo(LineKind.LinkTarget));
        }
    }

    [Test]
    public void GivenALink_WhenItsLabelShowsTheAddress_ThenItIsNotRepeated()
    {
        var document = Read("<w:p><w:hyperlink r:id=\"x\">" + DocxFile.R("jane@") + DocxFile.R("example.com", "<w:b/>") + "</w:hyperlink></w:p>", "mailto:jane@example.com?subject=Hi");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["jane@example.com"]));
            Assert.That(document.Links.Single().Written!.Value.Quote(document.Text), Is.EqualTo("jane@example.com"));
        }
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("file:///etc/passwd")]
    [TestCase("data:text/html,x")]
    public void GivenALinkOfAnotherKind_WhenRead_ThenItIsDropped(string target) =>
        Assert.That(Read("<w:p><w:hyperlink r:id=\"x\">" + DocxFile.R("Click") + "</w:hyperlink></w:p>", target).Links, Is.Empty);

    [TestCase("HYPERLINK \"https://jane.dev\"")]
    [TestCase(" HYPERLINK  https://jane.dev \\o \"tip\" ")]
    [TestCase("HYPERLINK \\t \"_blank\" \"https://jane.dev\"")]
    public void GivenAField_WhenItIsALink_ThenItsTargetIsKept(string instruction)
    {
        var document = TestReader.Document(DocxFile.OfBody(Field(instruction, "my site") + DocxFile.P("after")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Links.Single().Target, Is.EqualTo("https://jane.dev"));
            Assert.That(document.Links.Single().Label!.Value.Quote(document.Text), Is.EqualTo("my site"));
            Assert.That(document.Text, Does.Not.Contain("HYPERLINK"));
        }
    }

    [Test]
    public void GivenAFieldThatFetches_WhenRead_ThenItIsReportedAndOnlyItsResultIsText()
    {
        var document = TestReader.Document(DocxFile.OfBody(Field("INCLUDETEXT \"/etc/passwd\"", "field result")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["field result"]));
            Assert.That(document.Warns(ReadingWarningKind.ExternalReferenceIgnored));
        }
    }

    [Test]
    public void GivenALinkOverAPicture_WhenRead_ThenItsAddressIsWrittenOut()
    {
        var document = Read(
            DocxFile.P("Jane") + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"icon\"><a:hlinkClick r:id=\"x\"/></wp:docPr></wp:inline></w:drawing></w:r></w:p>",
            "https://github.com/jane");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Jane", "https://github.com/jane"]));
            Assert.That(document.Links.Single().Label, Is.Null);
        }
    }

    private static Document Read(string body, string target) =>
        TestReader.Document(new DocxFile().External("hyperlink", target, "x").Body(body).ToBytes());

    private static string Field(string instruction, string result) =>
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">" + instruction.Replace("\"", "&quot;", StringComparison.Ordinal)
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + DocxFile.R(result) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
}
