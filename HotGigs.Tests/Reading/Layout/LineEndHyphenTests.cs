using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class LineEndHyphenTests
{
    [TestCase("leader in communi-", "cation with people", "leader in communication\nwith people\n")]
    [TestCase("worked in full-", "time jobs", "worked in full-time\njobs\n")]
    [TestCase("the Vor-", "und Nachteile", "the Vor-\nund Nachteile\n")]
    [TestCase("years 2010-", "and later", "years 2010-\nand later\n")]
    [TestCase("trip to Baden-", "Baden last", "trip to Baden-\nBaden last\n")]
    [TestCase("state-of-the-", "art things", "state-of-the-art\nthings\n")]
    public void GivenHyphenAtTheEndOfALine_WhenRead_ThenOnlyPartedWordsAreJoined(string first, string second, string text)
    {
        var document = new PaintedPage().PaintLines(40, 60, 13, first, second).Read();

        Assert.That(document.Text, Is.EqualTo(text));
    }

    [Test]
    public void GivenCompoundWrittenElsewhere_WhenItIsParted_ThenItIsWrittenTheSame()
    {
        var document = new PaintedPage().PaintLines(40, 60, 13, "an award for kernel-level work", "and more kernel-", "level work").Read();

        Assert.That(document.Text, Does.Contain("more kernel-level\nwork"));
    }

    [Test]
    public void GivenLastLineOfOneWord_WhenItIsJoined_ThenNoEmptyLineStays()
    {
        var document = new PaintedPage().PaintLines(40, 60, 13, "leader in communi-", "cation").Read();

        Assert.That(document.Text, Is.EqualTo("leader in communication\n"));
        Assert.That(document.Lines[0].Span, Is.EqualTo(new TextSpan(0, document.Text.Length - 1)));
    }

    [Test]
    public void GivenNextBlock_WhenALineEndsInAHyphen_ThenItIsNotJoined()
    {
        var document = new PaintedPage().Paint(40, 60, "skills in communi-").Paint(40, 120, "cation").Read();

        Assert.That(document.Text, Is.EqualTo("skills in communi-\n\ncation\n"));
    }
}
