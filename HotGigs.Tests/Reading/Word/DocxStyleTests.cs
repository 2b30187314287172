using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

[TestFixture]
internal sealed class DocxStyleTests
{
    private const string Styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Section of mine"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Local"><w:name w:val="Titre 3"/></w:style>
        <w:style w:type="paragraph" w:styleId="Outline"><w:name w:val="Any"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Bullets"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:type="character" w:styleId="Loud"><w:rPr><w:i/><w:color w:val="C00000"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Pool"/></w:style>
        <w:style w:type="paragraph" w:styleId="Pool"><w:basedOn w:val="Loop"/></w:style>
        """;

    [TestCase("berschrift2", 2)]
    [TestCase("Mine", 2)]
    [TestCase("Local", 3)]
    [TestCase("Outline", 1)]
    [TestCase("Plain", null)]
    [TestCase("Normal", null)]
    [TestCase("Loop", null)]
    [TestCase("Unknown", null)]
    public void GivenAStyle_WhenItDescendsFromAHeading_ThenItsLevelIsKnown(string style, int? level) =>
        Assert.That(Read(DocxFile.P("Text", "", $"<w:pStyle w:val=\"{style}\"/>")).Lines[0].HeadingLevel, Is.EqualTo(level));

    [Test]
    public void GivenInheritedLooks_WhenRead_ThenDirectOnesWinOverStylesAndDefaults()
    {
        var document = Read(
            DocxFile.P("plain") + DocxFile.P("styled", "", "<w:pStyle w:val=\"Mine\"/>") + DocxFile.P("direct", "<w:b w:val=\"0\"/><w:sz w:val=\"40\"/>", "<w:pStyle w:val=\"Mine\"/>")
            + "<w:p>" + DocxFile.R("loud", "<w:rStyle w:val=\"Loud\"/>") + DocxFile.R("!") + "</w:p>");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Line("plain").FontSize, Is.EqualTo(11));
            Assert.That((document.Line("styled").FontSize, document.Line("styled").Bold), Is.EqualTo((14f, true)));
            Assert.That((document.Line("direct").FontSize, document.Line("direct").Bold), Is.EqualTo((20f, false)));
            Assert.That((document.Line("loud!").Italic, document.Line("loud!").Runs[0].Color), Is.EqualTo((true, (int?)0xC00000)));
        }
    }

    [Test]
    public void GivenNumbering_WhenSetDirectlyOrByStyle_ThenTheLineIsAListItem()
    {
        var document = Read(
            DocxFile.P("direct", "", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>") + DocxFile.P("style", "", "<w:pStyle w:val=\"Bullets\"/>")
            + DocxFile.P("off", "", "<w:pStyle w:val=\"Bullets\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + DocxFile.P("none"));
        Assert.That(document.Lines.Select(line => line.ListItem), Is.EqualTo([true, true, false, false]));
    }

    private static Document Read(string body) => TestReader.Document(new DocxFile().Styles(Styles).Body(body).ToBytes());
}
