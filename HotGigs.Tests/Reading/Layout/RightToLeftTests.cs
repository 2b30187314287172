using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class RightToLeftTests
{
    [Test]
    public void GivenArabicInVisualOrder_WhenRead_ThenWordsAndLettersAreInReadingOrder()
    {
        // "الخبرة المهنية" as glyphs stand from left to right.
        var document = new PaintedPage().Paint(40, 60, "ةينهملا ةربخلا").Paint(40, 80, "ةكرشلا").Read();

        Assert.That(document.Text, Does.Contain("الخبرة المهنية").And.Contain("الشركة"));
    }

    [Test]
    public void GivenArabicInPresentationForms_WhenRead_ThenTheyAreBaseLetters()
    {
        // As glyphs stand from left to right: final yeh, medial and initial meem; and an isolated lam-alef ligature.
        var document = new PaintedPage().Paint(40, 60, "\uFEF2\uFEE4\uFEE3 \uFEFB").Read();

        Assert.That(document.Text, Does.Contain("\u0645\u0645\u064A").And.Contain("\u0644\u0627"));
    }

    [Test]
    public void GivenGlyphsPaintedFromRightToLeft_WhenRead_ThenTheyAreWordsInTheOrderOfPainting()
    {
        var page = new PaintedPage();
        var x = 300f;
        foreach (var c in "مهندس برمجيات")
        {
            if (c != ' ')
                page.Paint(x, 60, c.ToString());
            x -= 5;
        }

        Assert.That(page.Read().Text, Is.EqualTo("مهندس برمجيات\n"));
    }

    [Test]
    public void GivenHebrewWithLatinNames_WhenRead_ThenLatinKeepsItsOrder()
    {
        // Right-aligned lines, as glyphs stand from left to right: "עבדתי עם Node Express שנים".
        var document = new PaintedPage().Paint(41, 60, "םינש Node Express םע יתדבע").Paint(88.5f, 74, "םילשוריב םילעופ").Paint(98.5f, 88, "םימיענו םיבוט").Read();

        Assert.That(document.Text, Does.StartWith("עבדתי עם Node Express שנים\n"));
    }

    [Test]
    public void GivenHebrewInLogicalOrder_WhenRead_ThenLettersAreNotTurned()
    {
        var document = new PaintedPage().Paint(40, 60, "שלום עולם").Read();

        Assert.That(document.Text, Does.Contain("שלום").And.Contain("עולם"));
    }
}
