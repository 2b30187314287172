using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class ReadingOrderTests
{
    private static readonly string[] Main =
    [
        "Led a team of eight engineers and designers", "Built the billing service for the shop", "Moved the data into a new warehouse",
        "Taught the new colleagues how to test", "Cut the cost of hosting by a third", "Wrote the handbook for the on-call team",
    ];

    private static readonly string[] Sidebar = ["Skills", "Kotlin and Java", "Postgres and Redis", "Languages", "French and German", "Hobbies"];

    [Test]
    public void GivenOneColumn_WhenRead_ThenLinesFollowFromTopToBottom()
    {
        var document = new PaintedPage().Paint(40, 100, "second line").Paint(40, 60, "first line").Read();

        Assert.That(document.Text, Is.EqualTo("first line\n\nsecond line\n"));
    }

    [Test]
    public void GivenTwoColumnsPaintedOneAfterTheOther_WhenRead_ThenEachIsKeptWhole()
    {
        var document = new PaintedPage().PaintLines(40, 100, 14, Main).PaintLines(330, 100, 14, Main).Read();

        Assert.That(document.Text, Is.EqualTo(string.Join('\n', Main) + "\n\n" + string.Join('\n', Main) + "\n"));
    }

    [Test]
    public void GivenSidebarBetweenFullWidthHeaderAndFooter_WhenRead_ThenHeaderSidebarMainFooterFollow()
    {
        const string Header = "Ana Silva, engineer of payments and of all that is slow, reachable by telephone at any hour";
        const string Footer = "All that stands here is true and references are with the people named above, on request";
        var document = new PaintedPage().Paint(40, 60, Header).PaintLines(40, 100, 14, Sidebar).PaintLines(220, 100, 14, Main)
            .Paint(40, 220, Footer).Read();

        Assert.That(Lines(document.Text), Is.EqualTo((string[])[Header, .. Sidebar, .. Main, Footer]));
    }

    [Test]
    public void GivenDatesAtTheRightMargin_WhenRead_ThenTheyStayOnTheLineOfTheirJob()
    {
        var page = new PaintedPage();
        for (var i = 0; i < 5; i++)
            page.Paint(40, 100 + 20 * i, $"Engineer at Company number {i}").Paint(480, 100 + 20 * i, $"201{i} - 201{i + 1}");

        Assert.That(page.Read().Text, Does.Contain("Engineer at Company number 3\t2013 - 2014\n"));
    }

    [Test]
    public void GivenThreeColumns_WhenRead_ThenEachIsKeptWhole()
    {
        var document = new PaintedPage(800).PaintLines(40, 100, 14, Sidebar).PaintLines(220, 100, 14, Main).PaintLines(560, 100, 14, Sidebar).Read();

        Assert.That(Lines(document.Text), Is.EqualTo((string[])[.. Sidebar, .. Main, .. Sidebar]));
    }

    [Test]
    public void GivenSidebarAtTheRight_WhenRead_ThenMainPartComesFirst()
    {
        var document = new PaintedPage().PaintLines(420, 104, 17, Sidebar).PaintLines(40, 100, 14, Main).Read();

        Assert.That(Lines(document.Text), Is.EqualTo((string[])[.. Main, .. Sidebar]));
    }

    [Test]
    public void GivenTableOfShortCells_WhenRead_ThenItIsReadRowByRow()
    {
        var page = new PaintedPage();
        foreach (var (language, level, y) in new[] { ("English", "native", 100), ("French", "fluent", 114), ("Dutch", "basic", 128), ("Welsh", "school", 142) })
            page.Paint(40, y, language).Paint(200, y, level);

        Assert.That(Lines(page.Read().Text), Is.EqualTo((string[])["English\tnative", "French\tfluent", "Dutch\tbasic", "Welsh\tschool"]));
    }

    [Test]
    public void GivenContactLineAboveColumnsThatLeavesTheGutterFree_WhenRead_ThenItStaysOneLineAboveThem()
    {
        var page = new PaintedPage().Paint(70, 70, "ana@example.org").Paint(230, 70, "+351 21 000 00 00").Paint(424, 70, "Lisbon")
            .PaintLines(40, 100, 14, Main).PaintLines(400, 100, 14, Sidebar);

        Assert.That(Lines(page.Read().Text)[0], Is.EqualTo("ana@example.org\t+351 21 000 00 00\tLisbon"));
    }

    [Test]
    public void GivenNameAboveTheRightColumnBesideAPortrait_WhenRead_ThenItComesFirst()
    {
        var page = new PaintedPage().PaintLines(40, 120, 14, Sidebar).Paint(220, 60, "Ana Silva", size: 22).Paint(220, 80, "Engineer of payments")
            .PaintLines(220, 120, 14, Main);

        Assert.That(Lines(page.Read().Text), Is.EqualTo((string[])["Ana Silva", "Engineer of payments", .. Sidebar, .. Main]));
    }

    [Test]
    public void GivenContactLineThatStartsAtBothColumnsEdges_WhenItWasPaintedAsOneLine_ThenItStaysOneLine()
    {
        var page = new PaintedPage().Paint(40, 70, "ana@example.org").Paint(400, 70, "Lisbon, Portugal").PaintLines(40, 100, 14, Main)
            .PaintLines(400, 100, 14, Sidebar);

        Assert.That(Lines(page.Read().Text)[..2], Is.EqualTo((string[])["ana@example.org\tLisbon, Portugal", Main[0]]));
    }

    [Test]
    public void GivenPlacesHereAndThereAtTheRight_WhenRead_ThenTheyAreNoColumn()
    {
        var page = new PaintedPage();
        for (var i = 0; i < 5; i++)
            page.PaintLines(40, 100 + 84 * i, 14, "Engineer", "Acme", "since spring").Paint(200, 128 + 84 * i, "Lisbon").PaintLines(40, 142 + 84 * i, 14, "Built it", "Sold it");

        Assert.That(page.Read().Text, Does.Contain("since spring\tLisbon"));
    }

    [Test]
    public void GivenHeadingBelowColumnsAndFullWidthTextUnderIt_WhenRead_ThenHeadingIsReadWithItsText()
    {
        const string Wide = "Worked for eleven years on systems of payment, of trade and of settlement, first as a clerk and later as a lead";
        var page = new PaintedPage().PaintLines(40, 100, 14, Sidebar).PaintLines(330, 100, 14, Main)
            .Paint(40, 200, "Experience", bold: true).Paint(40, 216, Wide);

        Assert.That(Lines(page.Read().Text)[^2..], Is.EqualTo((string[])["Experience", Wide]));
    }

    [Test]
    public void GivenLabelsBesideTheirSections_WhenRead_ThenEachLabelStandsAboveItsSection()
    {
        var page = new PaintedPage();
        var y = 100;
        foreach (var label in (string[])["Profile", "Work", "School"])
        {
            page.Paint(40, y, label, bold: true).PaintLines(160, y, 14, Main[..4]);
            y += 80;
        }

        Assert.That(Lines(page.Read().Text), Is.EqualTo((string[])["Profile", .. Main[..4], "Work", .. Main[..4], "School", .. Main[..4]]));
    }

    [Test]
    public void GivenDatesBesideTheirJobs_WhenRead_ThenEachDateStaysOnTheRowOfItsJob()
    {
        var page = new PaintedPage();
        for (var i = 0; i < 4; i++)
            page.Paint(40, 100 + 60 * i, $"201{i}-201{i + 1}").PaintLines(160, 100 + 60 * i, 14, $"Engineer at Company number {i}", Main[i]);

        Assert.That(page.Read().Text, Does.Contain("2012-2013\tEngineer at Company number 2\n" + Main[2]));
    }

    [Test]
    public void GivenTextThatRunsUpThePageSide_WhenRead_ThenItComesLast()
    {
        var document = new PaintedPage().Paint(20, 300, "Curriculum vitae", angle: 270).PaintLines(60, 100, 14, Main).Read();

        Assert.That(Lines(document.Text)[..^1], Is.EqualTo(Main));
        Assert.That(Lines(document.Text)[^1], Is.EqualTo("vitae Curriculum").Or.EqualTo("Curriculum vitae"));
    }

    [Test]
    public void GivenMoreSegmentsThanTheCap_WhenRead_ThenRowsAreReadAsTheyStand()
    {
        var page = new PaintedPage(900, 9000);
        for (var row = 0; row < 700; row++)
            page.Paint(40, 20 + 12 * row, $"left words {row}");
        for (var row = 0; row < 700; row++)
            page.Paint(400, 20 + 12 * row, $"right words {row}");

        Assert.That(page.Read().Text, Does.StartWith("left words 0\tright words 0\n"));
    }

    [Test]
    public void GivenEveryPage_WhenRead_ThenSpansOfLinesAreTheWholeText()
    {
        var document = new PaintedPage().Paint(40, 60, "Ana Silva", size: 20).PaintLines(40, 100, 14, Sidebar).PaintLines(220, 100, 14, Main).Read();

        foreach (var line in document.Lines)
            Assert.That(document.Text[line.Span.End], Is.EqualTo('\n'));
        Assert.That(document.Lines.Sum(line => line.Span.Length + 1) + document.Lines.Max(line => line.Block) - 1, Is.EqualTo(document.Text.Length));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
