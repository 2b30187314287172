using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

public sealed class WordTests
{
    [Test]
    public void GivenLineOfText_WhenRead_ThenWordsHavePlaceSizeFontAndColor()
    {
        var words = WordsOf("0.2 0.4 0.6 rg BT /F1 10 Tf 100 700 Td (Hello world) Tj ET");
        Assert.That(words.Select(word => word.Text), Is.EqualTo(new[] { "Hello", "world" }));
        Assert.Multiple(() =>
        {
            Assert.That(words[0].Box.X, Is.EqualTo(100).Within(0.01));
            Assert.That(words[0].Box.Width, Is.EqualTo(22.78).Within(0.01), "widths of the standard fonts need not stand in the file");
            Assert.That(words[0].Baseline, Is.EqualTo(100).Within(0.01));
            Assert.That(words[0].FontSize, Is.EqualTo(10).Within(0.01));
            Assert.That(words[0].Font, Is.EqualTo("Helvetica"));
            Assert.That(words[0].Color, Is.EqualTo(0x336699));
            Assert.That(words[0].Angle, Is.Zero);
            Assert.That(words[0].Hidden, Is.Null);
        });
    }

    [TestCase("[(Hel) -50 (lo)] TJ", "Hello", TestName = "GivenKerning_WhenRead_ThenOneWord")]
    [TestCase("[(Hel) -300 (lo)] TJ", "Hel lo", TestName = "GivenWideGap_WhenRead_ThenTwoWords")]
    [TestCase("3 Tc (Hello) Tj", "Hello", TestName = "GivenLetterSpacing_WhenRead_ThenOneWord")]
    [TestCase("(Hel) Tj (lo) Tj", "Hello", TestName = "GivenTwoShows_WhenAdjacent_ThenOneWord")]
    [TestCase("(Hel) Tj T* (lo) Tj", "Hel lo", TestName = "GivenNextLine_WhenRead_ThenTwoWords")]
    [TestCase("(a\\)b\\\\c\\101) Tj", "a)b\\cA", TestName = "GivenEscapes_WhenRead_ThenUnescaped")]
    [TestCase("<48 65 6C6C6f> Tj", "Hello", TestName = "GivenHexString_WhenRead_ThenText")]
    [TestCase("(one) ' (two) '", "one two", TestName = "GivenQuoteOperators_WhenRead_ThenLines")]
    public void GivenShownText_WhenRead_ThenWords(string shows, string expected) =>
        Assert.That(string.Join(' ', WordsOf($"BT /F1 10 Tf 12 TL 100 700 Td {shows} ET").Select(word => word.Text)), Is.EqualTo(expected));

    [Test]
    public void GivenFakeBold_WhenPaintedTwice_ThenReadOnce()
    {
        var words = WordsOf(PdfFile.Line("Curriculum Vitae") + "BT /F1 12 Tf 50.3 700 Td (Curriculum Vitae) Tj ET");
        Assert.That(words.Select(word => word.Text), Is.EqualTo(new[] { "Curriculum", "Vitae" }));
    }

    [Test]
    public void GivenSameWordElsewhere_WhenRead_ThenReadTwice() =>
        Assert.That(WordsOf(PdfFile.Line("Java") + PdfFile.Line("Java", 680)), Has.Count.EqualTo(2));

    [Test]
    public void GivenAccentOverLetter_WhenTheyOverlap_ThenComposed() =>
        Assert.That(WordsOf("BT /F1 10 Tf 100 700 Td [(M\\250) 333 (uller)] TJ ET").Select(word => word.Text), Is.EqualTo(new[] { "Müller" }));

    [Test]
    public void GivenIconFont_WhenItTouchesText_ThenIconIsLeftOut()
    {
        var icons = "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome /Encoding /WinAnsiEncoding /FirstChar 35 /Widths [1000] >>";
        var file = new PdfFile().WithResource("Font", $"/I {icons}")
            .AddPage("BT /I 10 Tf 100 700 Td (#) Tj /F1 10 Tf (ann@example.org) Tj ET").Build();
        Assert.That(Visible(file), Is.EqualTo("ann@example.org"));
    }

    [TestCase(0, 100, 100, 0)]
    [TestCase(90, 700, 100, 90)]
    [TestCase(180, 500, 700, 180)]
    [TestCase(270, 100, 500, 270)]
    public void GivenRotatedPage_WhenRead_ThenPlaceAndAngleFollow(int rotate, double x, double y, int angle)
    {
        var page = Read(new PdfFile().AddPage("BT /F1 10 Tf 100 700 Td (Turn) Tj ET", $"/Rotate {rotate}").Build()).Pages[0];
        var box = page.Words[0].Box;
        Assert.Multiple(() =>
        {
            Assert.That(page.Words[0].Angle, Is.EqualTo(angle));
            Assert.That(page.Width, Is.EqualTo(rotate % 180 == 0 ? 600 : 800));
            Assert.That(box.X, Is.InRange(x - 25, x + 25));
            Assert.That(box.Y, Is.InRange(y - 25, y + 25));
        });
    }

    [Test]
    public void GivenCropBox_WhenRead_ThenItsCornerIsTheOrigin()
    {
        var page = Read(new PdfFile().AddPage(PdfFile.Line("Inside"), "/CropBox [40 600 340 750]").Build()).Pages[0];
        Assert.Multiple(() =>
        {
            Assert.That((page.Width, page.Height), Is.EqualTo((300f, 150f)));
            Assert.That(page.Words[0].Box.X, Is.EqualTo(10).Within(0.01));
            Assert.That(page.Words[0].Baseline, Is.EqualTo(50).Within(0.01));
        });
    }

    [Test]
    public void GivenFormXObject_WhenDrawn_ThenItsTextStandsWhereTheMatrixPutsIt()
    {
        var file = new PdfFile();
        var form = file.AddStream(
            "BT /F1 10 Tf 0 0 Td (Form) Tj ET",
            $"/Type /XObject /Subtype /Form /BBox [-5 -5 100 100] /Matrix [1 0 0 1 30 0] /Resources << /Font << /F1 {PdfFile.Helvetica} >> >>");
        file.WithResource("XObject", $"/X {form} 0 R").AddPage("q 1 0 0 1 100 500 cm /X Do Q " + PdfFile.Line("After"));
        var words = Words(file.Build());
        Assert.That(words.Select(word => (word.Text, (int)Math.Round(word.Box.X))), Is.EqualTo(new[] { ("Form", 130), ("After", 50) }));
    }

    [TestCase("(fi)", "\\002", "office", TestName = "GivenUnmappedGlyph_WhenActualTextTellsIt_ThenItIsTaken")]
    [TestCase("(chess player with a doctorate from a famous university)", "fi", "offi", TestName = "GivenReadableGlyphs_WhenActualTextSaysMore_ThenGlyphsStand")]
    public void GivenActualText_WhenRead_ThenOnlyWhatIsShownCounts(string actual, string glyphs, string expected)
    {
        var content = $"BT /F1 10 Tf 100 700 Td (of) Tj /Span << /ActualText {actual} >> BDC ({glyphs}) Tj EMC {(expected == "office" ? "(ce) Tj" : "")} ET";
        Assert.That(Visible(PdfFile.Page(content)), Is.EqualTo(expected));
    }

    [Test]
    public void GivenHebrewInVisualOrder_WhenRead_ThenReadingOrder()
    {
        var file = new PdfFile();
        var map = file.AddStream("1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <05E9> <02> <05DC> <03> <05DD> endbfchar");
        var font = file.Add($"<< /Type /Font /Subtype /TrueType /BaseFont /David /FirstChar 1 /Widths [500 500 500] /ToUnicode {map} 0 R >>");
        file.WithResource("Font", $"/H {font} 0 R").AddPage("BT /H 10 Tf 100 700 Td <030201> Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo("שלם"));
    }

    [Test]
    public void GivenMetadata_WhenRead_ThenTitleAndAuthor()
    {
        var file = new PdfFile().AddPage(PdfFile.Line("Text"));
        var info = file.Add("<< /Title <FEFF00C400E4> /Author (Ann \\200 Example) >>");
        file.TrailerEntries = $"/Info {info} 0 R";
        Assert.That(Read(file.Build()).Metadata, Is.EqualTo(new DocumentMetadata("Ää", "Ann • Example")));
    }
}
