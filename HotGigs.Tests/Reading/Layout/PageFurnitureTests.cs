using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class PageFurnitureTests
{
    [Test]
    public void GivenPageNumbers_WhenRead_ThenTheyAreFurnitureAtTheEndOfTheirPage()
    {
        var document = PaintedPage.Read(Page("Page 1 of 2"), Page("Page 2 of 2"));

        Assert.That(Furniture(document), Is.EqualTo((string[])["Page 1 of 2", "Page 2 of 2"]));
    }

    [TestCase("1 / 2", "2 / 2")]
    [TestCase("Seite 1 von 2", "Seite 2 von 2")]
    [TestCase("- 1 -", "- 2 -")]
    [TestCase("Ana Silva | página 1", "Ana Silva | página 2")]
    [TestCase("第 1 页", "第 2 页")]
    public void GivenPageNumbersOfAnyForm_WhenRead_ThenTheyAreFurniture(string first, string second)
    {
        var document = PaintedPage.Read(Page(first), Page(second));

        Assert.That(Furniture(document), Has.Count.EqualTo(2));
    }

    [Test]
    public void GivenNameAtTheTopOfEachPage_WhenRead_ThenItIsTextOnTheFirst()
    {
        var document = PaintedPage.Read(Page("x").Paint(40, 30, "Ana Silva, Lisbon"), Page("y").Paint(40, 30, "Ana Silva, Lisbon"));

        var named = document.Lines.Where(line => line.Span.Quote(document.Text) == "Ana Silva, Lisbon").Select(line => line.Kind);
        Assert.That(named, Is.EqualTo((LineKind[])[LineKind.Text, LineKind.HeaderOrFooter]));
    }

    [Test]
    public void GivenTextAtTheEdgeThatIsNotRepeated_WhenRead_ThenItIsText()
    {
        var document = PaintedPage.Read(Page("Berlin, 2020"), Page("Hobbies"));

        Assert.That(Furniture(document), Is.Empty);
    }

    [Test]
    public void GivenNumberInsideThePage_WhenRead_ThenItIsText()
    {
        var document = new PaintedPage().PaintLines(40, 300, 14, "above", "1", "below").Read();

        Assert.That(Furniture(document), Is.Empty);
    }

    private static PaintedPage Page(string footer) => new PaintedPage().PaintLines(40, 300, 14, "Some words of the page", "and more of them").Paint(280, 780, footer);

    private static List<string> Furniture(Document document) =>
        [.. document.Lines.Where(line => line.Kind == LineKind.HeaderOrFooter).Select(line => line.Span.Quote(document.Text))];
}
