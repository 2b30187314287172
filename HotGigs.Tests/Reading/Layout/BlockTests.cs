using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class BlockTests
{
    [TestCase(14, false, "Experience")]
    [TestCase(10, true, "Experience")]
    [TestCase(10, false, "EXPERIENCE")]
    public void GivenHeadingThatLooksDifferent_WhenRead_ThenItIsABlockOfItsOwn(float size, bool bold, string heading)
    {
        var document = new PaintedPage().Paint(40, 60, "Some words above").Paint(40, 73, heading, size, bold).Paint(40, 86, "Some words below").Read();

        Assert.That(document.Text, Is.EqualTo($"Some words above\n\n{heading}\n\nSome words below\n"));
    }

    [Test]
    public void GivenLinesAtTheUsualDistance_WhenRead_ThenTheyAreOneBlock()
    {
        var document = new PaintedPage().PaintLines(40, 60, 13, "one two three", "four five six", "seven eight").PaintLines(40, 112, 13, "nine", "ten").Read();

        Assert.That(document.Text, Is.EqualTo("one two three\nfour five six\nseven eight\n\nnine\nten\n"));
    }

    [TestCase("•")]
    [TestCase("▪")]
    [TestCase("–")]
    [TestCase("*")]
    [TestCase("1.")]
    [TestCase("(2)")]
    [TestCase("iv.")]
    public void GivenMarkedLines_WhenRead_ThenEachItemIsABlockWithItsContinuation(string marker)
    {
        var document = new PaintedPage().Paint(40, 60, marker + " Built the first thing").Paint(42.5f + 5 * marker.Length, 72, "that was ever sold")
            .Paint(40, 84, marker + " Built the second").Read();

        Assert.That(document.Lines.Select(line => line.ListItem), Is.EqualTo((bool[])[true, false, true]));
        Assert.That(document.Lines.Select(line => line.Block), Is.EqualTo((int[])[1, 1, 2]));
    }

    [TestCase("2019. I left")]
    [TestCase("- ")]
    [TestCase("o mejor")]
    public void GivenLineThatOnlyLooksMarked_WhenRead_ThenItIsNoListItem(string line)
    {
        var document = new PaintedPage().Paint(40, 60, line).Read();

        Assert.That(document.Lines[0].ListItem, Is.False);
    }

    [Test]
    public void GivenBulletFarFromItsText_WhenRead_ThenABlankStandsBetweenThem()
    {
        var document = new PaintedPage().Paint(40, 60, "•").Paint(65, 60, "Built the first thing").Read();

        Assert.That(document.Text, Is.EqualTo("• Built the first thing\n"));
    }

    [Test]
    public void GivenIndentedLine_WhenRead_ThenItStartsAParagraph()
    {
        var document = new PaintedPage().PaintLines(40, 60, 13, "one two three four", "five six seven").Paint(60, 86, "eight nine ten").Read();

        Assert.That(document.Lines[2].Block, Is.GreaterThan(document.Lines[1].Block));
    }

    [Test]
    public void GivenWordsOfSeveralStyles_WhenRead_ThenRunsOfOneStyleAreJoined()
    {
        var document = new PaintedPage().Paint(40, 60, "Acme Corporation", bold: true).Paint(130, 60, "a maker of things").Read();

        var line = document.Lines.Single();
        Assert.That(line.Runs.Select(run => run.Span.Quote(document.Text)), Is.EqualTo((string[])["Acme Corporation", "a maker of things"]));
        Assert.That(line.Box!.Value.X, Is.EqualTo(40));
    }
}
