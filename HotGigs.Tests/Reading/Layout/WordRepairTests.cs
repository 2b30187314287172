using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class WordRepairTests
{
    [Test]
    public void GivenSpacedOutHeading_WhenRead_ThenItsLettersAreJoined()
    {
        var document = new PaintedPage().Paint(40, 60, "E X P E R I E N C E", blank: 0.4f).Read();

        Assert.That(document.Text, Is.EqualTo("EXPERIENCE\n"));
    }

    [Test]
    public void GivenSpacedOutName_WhenRead_ThenWordsStayApart()
    {
        var document = new PaintedPage().Paint(40, 60, "J O H N", 20, blank: 0.4f).Paint(125, 60, "D O E", 20, blank: 0.4f).Read();

        Assert.That(document.Text, Is.EqualTo("JOHN DOE\n").Or.EqualTo("JOHN\tDOE\n"));
    }

    [Test]
    public void GivenGradesInATable_WhenRead_ThenTheyStayApart()
    {
        var document = new PaintedPage().Paint(40, 60, "A").Paint(80, 60, "B").Paint(120, 60, "C").Paint(160, 60, "D").Read();

        Assert.That(document.Text, Is.EqualTo("A\tB\tC\tD\n"));
    }

    [Test]
    public void GivenDropCap_WhenRead_ThenItIsTheFirstLetterOfItsWord()
    {
        var document = new PaintedPage().Paint(40, 74, "I", 30).Paint(57, 60, "nnovative maker of things").Paint(57, 74, "that people need").Read();

        Assert.That(document.Text, Does.StartWith("Innovative maker of things\n"));
    }

    [Test]
    public void GivenRaisedOrdinal_WhenRead_ThenItBelongsToItsNumber()
    {
        var document = new PaintedPage().Paint(40, 60, "the 4").Paint(63, 56, "th", 6).Paint(72, 60, "of July").Read();

        Assert.That(document.Text, Is.EqualTo("the 4th of July\n"));
    }

    [Test]
    public void GivenRaisedFootnoteMark_WhenRead_ThenItStaysApartFromItsWord()
    {
        var document = new PaintedPage().Paint(40, 60, "Journal").Paint(75, 56, "3", 6).Read();

        Assert.That(document.Text, Is.EqualTo("Journal 3\n"));
    }

    [Test]
    public void GivenIconBeforeAnAddress_WhenRead_ThenOnlyTheAddressIsText()
    {
        var document = new PaintedPage().Paint(40, 60, "#", font: "FontAwesome5Free-Solid").Paint(52, 60, "ana@example.org")
            .Paint(200, 60, "\uE0CD").Paint(212, 60, "Lisbon").Read();

        Assert.That(document.Text, Is.EqualTo("ana@example.org\tLisbon\n"));
    }

    [Test]
    public void GivenPrivateCharacterInsideAWord_WhenRead_ThenItPartsTheWord()
    {
        var document = new PaintedPage().Paint(40, 60, "Lisbon\uF095555").Read();

        Assert.That(document.Text, Is.EqualTo("Lisbon 555\n"));
    }

    [TestCase("\uF0B7", "Symbol", "•")]
    [TestCase("\uF0A7", "Wingdings-Regular", "▪")]
    [TestCase("v", "Wingdings", "❖")]
    public void GivenBulletOfASymbolFont_WhenRead_ThenItIsABullet(string glyph, string font, string bullet)
    {
        var document = new PaintedPage().Paint(40, 60, glyph, font: font).Paint(52, 60, "Built things").Read();

        Assert.That(document.Text, Is.EqualTo(bullet + " Built things\n"));
        Assert.That(document.Lines[0].ListItem, Is.True);
    }
}
