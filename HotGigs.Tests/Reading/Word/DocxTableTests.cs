using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Word;

[TestFixture]
internal sealed class DocxTableTests
{
    [Test]
    public void GivenAGrid_WhenRead_ThenEachRowIsALineOfCellsInOneBlock()
    {
        var document = TestReader.Document(DocxFile.OfBody(
            $"<w:tbl>{Row("Skill", "Years")}{Row("C#", "9")}{Row("Go", "")}</w:tbl>{DocxFile.P("After")}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Texts(), Is.EqualTo(["Skill\tYears", "C#\t9", "Go", "After"]));
            Assert.That(document.Lines[0].Block, Is.EqualTo(document.Lines[1].Block));
            Assert.That(document.Lines[3].Block, Is.GreaterThan(document.Lines[2].Block));
        }
    }

    [Test]
    public void GivenColumns_WhenBothCellsHaveManyLines_ThenOneIsReadAfterTheOther() =>
        Assert.That(
            Texts($"<w:tbl><w:tr>{Cell("SKILLS", "C#", "Go", "Rust", "Kotlin")}{Cell("EXPERIENCE", "Lead Engineer", "Built things", "Ran things", "Fixed things")}</w:tr></w:tbl>"),
            Is.EqualTo(["SKILLS", "C#", "Go", "Rust", "Kotlin", "EXPERIENCE", "Lead Engineer", "Built things", "Ran things", "Fixed things"]));

    [Test]
    public void GivenADateInTheLeftMargin_WhenTheEntryHasManyLines_ThenItStandsOnItsFirstLine() =>
        Assert.That(
            Texts($"<w:tbl><w:tr>{Cell("2019 - 2021")}{Cell("Lead Engineer", "Northwind", "Built things")}</w:tr></w:tbl>"),
            Is.EqualTo(["2019 - 2021\tLead Engineer", "Northwind", "Built things"]));

    [Test]
    public void GivenADateInTheRightMargin_WhenTheEntryHasManyLines_ThenItStandsOnItsFirstLine() =>
        Assert.That(
            Texts($"<w:tbl><w:tr>{Cell("Lead Engineer", "Northwind")}{Cell("2019 - 2021")}</w:tr></w:tbl>"),
            Is.EqualTo(["Lead Engineer\t2019 - 2021", "Northwind"]));

    [Test]
    public void GivenASectionNameInTheMargin_WhenTheTextHasManyLines_ThenItIsALineOfItsOwn() =>
        Assert.That(
            Texts($"<w:tbl><w:tr>{Cell("EDUCATION")}{Cell("MSc", "Columbia")}</w:tr></w:tbl>"), Is.EqualTo(["EDUCATION", "MSc", "Columbia"]));

    [Test]
    public void GivenATableInACell_WhenRead_ThenItsRowsStandInTheCellsPlace()
    {
        var inner = $"<w:tbl>{Row("a", "b")}{Row("c", "d")}</w:tbl>";
        Assert.That(
            Texts($"<w:tbl><w:tr><w:tc>{DocxFile.P("Top")}{inner}{DocxFile.P("End")}</w:tc></w:tr></w:tbl>"),
            Is.EqualTo(["Top", "a\tb", "c\td", "End"]));
    }

    [Test]
    public void GivenADeletedRow_WhenRead_ThenItIsLeftOut() =>
        Assert.That(
            Texts($"<w:tbl>{Row("kept")}<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell("dropped")}</w:tr></w:tbl>"), Is.EqualTo(["kept"]));

    private static string[] Texts(string body) => TestReader.Document(DocxFile.OfBody(body)).Texts();

    private static string Row(params string[] cells) => DocxFile.Row([.. cells.Select(cell => DocxFile.P(cell))]);

    private static string Cell(params string[] lines) => $"<w:tc>{string.Concat(lines.Select(line => DocxFile.P(line)))}</w:tc>";
}
