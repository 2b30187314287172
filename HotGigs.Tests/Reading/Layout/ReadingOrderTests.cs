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

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
