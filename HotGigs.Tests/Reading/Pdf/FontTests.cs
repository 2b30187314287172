using HotGigs.Core.Reading.Pdf.Fonts;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

public sealed class FontTests
{
    [TestCase("A", "A")]
    [TestCase("eacute", "é")]
    [TestCase("Lslash", "Ł")]
    [TestCase("gbreve", "ğ")]
    [TestCase("Omega", "Ω")]
    [TestCase("omegatonos", "ώ")]
    [TestCase("afii10017", "А")]
    [TestCase("afii10022", "Е")]
    [TestCase("afii10023", "Ё")]
    [TestCase("afii10049", "Я")]
    [TestCase("afii10065", "а")]
    [TestCase("afii10097", "я")]
    [TestCase("afii10055", "І")]
    [TestCase("afii10099", "ђ")]
    [TestCase("afii10193", "џ")]
    [TestCase("ydieresis", "ÿ")]
    [TestCase("longs", "ſ")]
    [TestCase("Euro", "€")]
    [TestCase("emdash", "—")]
    [TestCase("quotedblbase", "„")]
    [TestCase("guilsinglright", "›")]
    [TestCase("diamond", "♦")]
    [TestCase("ffi", "ffi")]
    [TestCase("f_f_i", "ffi")]
    [TestCase("uni00410042", "AB")]
    [TestCase("u1F600", "😀")]
    [TestCase("a.sc", "a")]
    [TestCase("oneoldstyle", "1")]
    [TestCase("Asmall", "A")]
    [TestCase("g123", null)]
    [TestCase("uniD800x", null)]
    [TestCase("", null)]
    public void GivenGlyphName_WhenRead_ThenText(string name, string? expected) => Assert.That(GlyphNames.ToText(name), Is.EqualTo(expected));

    [Test]
    public void GivenTables_WhenBuilt_ThenEachHas256Codes()
    {
        string[] tables =
        [
            StandardEncodings.Standard, StandardEncodings.WinAnsi, StandardEncodings.MacRoman,
            StandardEncodings.Symbol, StandardEncodings.ZapfDingbats, StandardEncodings.Wingdings,
        ];
        Assert.That(tables.Select(table => table.Length), Has.All.EqualTo(256));
        Assert.Multiple(() =>
        {
            Assert.That(StandardEncodings.Standard[0xFB], Is.EqualTo('ß'));
            Assert.That(StandardEncodings.Standard[0xD0], Is.EqualTo('—'));
            Assert.That(StandardEncodings.WinAnsi[0x9F], Is.EqualTo('Ÿ'));
            Assert.That(StandardEncodings.WinAnsi[0xFF], Is.EqualTo('ÿ'));
            Assert.That(StandardEncodings.MacRoman[0x80], Is.EqualTo('Ä'));
            Assert.That(StandardEncodings.MacRoman[0xFF], Is.EqualTo('ˇ'));
            Assert.That(StandardEncodings.Symbol[0xB7], Is.EqualTo('•'));
            Assert.That(StandardEncodings.ZapfDingbats[0x6C], Is.EqualTo('●'));
        });
    }

    [TestCase("GB1", 96, "\u3000")]
    [TestCase("GB1", 939, "啊")]
    [TestCase("GB1", 4_694, "亍")]
    [TestCase("Japan1", 842, "ぁ")]
    [TestCase("Japan1", 1_125, "亜")]
    [TestCase("Japan1", 4_090, "弌")]
    [TestCase("Korea1", 1_086, "가")]
    [TestCase("Korea1", 34, "A")]
    [TestCase("GB1", 99_999, null)]
    public void GivenCollection_WhenGlyphNumberIsAsked_ThenCharacter(string ordering, int cid, string? expected) =>
        Assert.That(CidCollection.Find(ordering)!.Text(cid), Is.EqualTo(expected));

    [TestCase("/Encoding /WinAnsiEncoding", "\\304\\200", "Ä€")]
    [TestCase("/Encoding /MacRomanEncoding", "\\200", "Ä")]
    [TestCase("", "\\373", "ß")]
    [TestCase("/Encoding << /Differences [65 /Scaron /scaron 67 /uni0416] >>", "ABC", "ŠšЖ")]
    [TestCase("/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /f_i] >>", "\\001n", "fin")]
    public void GivenSimpleFont_WhenRead_ThenEncodingTells(string entries, string codes, string expected)
    {
        var font = $"<< /Type /Font /Subtype /Type1 /BaseFont /Some {entries} >>";
        var file = new PdfFile().WithResource("Font", $"/S {font}").AddPage($"BT /S 10 Tf 50 700 Td ({codes}) Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo(expected));
    }

    [TestCase("Wingdings-Regular", "\\247", "▪")]
    [TestCase("SymbolMT", "\\267", "•")]
    [TestCase("ZapfDingbats", "l", "●")]
    public void GivenSymbolFont_WhenAnotherEncodingIsWrittenBesideIt_ThenItsOwnCounts(string name, string codes, string expected)
    {
        var font = $"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>";
        var file = new PdfFile().WithResource("Font", $"/S {font}").AddPage($"BT /S 10 Tf 50 700 Td ({codes}) Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo(expected));
    }

    [Test]
    public void GivenToUnicode_WhenRead_ThenItComesBeforeTheEncoding()
    {
        var file = new PdfFile();
        var map = file.AddStream("2 beginbfrange <41> <43> <0391> <61> <62> [<0062> <00660069>] endbfrange 1 beginbfchar <64> <D83DDE00> endbfchar");
        file.WithResource("Font", $"/S << /Type /Font /Subtype /Type1 /BaseFont /Some /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R >>")
            .AddPage("BT /S 10 Tf 50 700 Td (ABCabdx) Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo("ΑΒΓbfi😀x"));
    }

    [TestCase("Identity-H", "<00010002>", "Αβ", true)]
    [TestCase("UniGB-UCS2-H", "<4E2D6587>", "中文", false)]
    [TestCase("UniJIS-UTF16-H", "<65E5672C>", "日本", false)]
    [TestCase("GBK-EUC-H", "<D6D0CEC4>", "中文", false)]
    [TestCase("90ms-RKSJ-H", "<93FA967B>", "日本", false)]
    [TestCase("KSCms-UHC-H", "<C7D1>", "한", false)]
    [TestCase("Identity-H", "<002203AB>", "A啊", false)]
    public void GivenCompositeFont_WhenRead_ThenCodesTell(string encoding, string codes, string expected, bool toUnicode)
    {
        var file = new PdfFile();
        var map = toUnicode ? $"/ToUnicode {file.AddStream("2 beginbfchar <0001> <0391> <0002> <03B2> endbfchar")} 0 R" : "";
        var descendant = "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> /DW 1000 >>";
        file.WithResource("Font", $"/C << /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /{encoding} /DescendantFonts [{descendant}] {map} >>")
            .AddPage($"BT /C 10 Tf 50 700 Td {codes} Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo(expected));
    }

    [Test]
    public void GivenWidthsOfCompositeFont_WhenRead_ThenBothFormsCount()
    {
        var descendant = "<< /Subtype /CIDFontType2 /BaseFont /W /DW 500 /W [1 [250 750] 3 5 1000] >>";
        var file = new PdfFile().WithResource("Font", $"/C << /Subtype /Type0 /BaseFont /W /Encoding /UniGB-UCS2-H /DescendantFonts [{descendant}] >>")
            .AddPage("BT /C 10 Tf 50 700 Td <00410042> Tj ET").Build();
        Assert.That(Words(file)[0].Box.Width, Is.EqualTo(10).Within(0.01), "codes without a width have the default width");
    }

    [Test]
    public void GivenType3Font_WhenRead_ThenItsMatrixScales()
    {
        var font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /Widths [5 5]"
            + " /CharProcs << >> /Encoding << /Differences [65 /A /B] >> >>";
        var word = Words(new PdfFile().WithResource("Font", $"/T {font}").AddPage("BT /T 12 Tf 50 700 Td (AB) Tj ET").Build()).Single();
        Assert.That((word.Text, word.Box.Width, word.FontSize), Is.EqualTo(("AB", 12f, 12f)));
    }

    [Test]
    public void GivenType1Program_WhenItsEncodingIsBuiltIn_ThenItTells()
    {
        var file = new PdfFile();
        var program = file.AddStream("%!PS-AdobeFont-1.0\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 33 /Aacute put\ndup 34 /ffi put\nreadonly def\ncurrentfile eexec");
        file.WithResource("Font", $"/S << /Type /Font /Subtype /Type1 /BaseFont /CMR10 /FontDescriptor << /Flags 4 /FontFile {program} 0 R >> >>")
            .AddPage("BT /S 10 Tf 50 700 Td (!\") Tj ET");
        Assert.That(Visible(file.Build()), Is.EqualTo("Áffi"));
    }

    [TestCase("ABCDEF+Lato-Bold", "Lato-Bold", true, false)]
    [TestCase("Times-BoldItalic", "Times-BoldItalic", true, true)]
    [TestCase("Arial-ObliqueMT", "Arial-ObliqueMT", false, true)]
    [TestCase("Roboto-Light", "Roboto-Light", false, false)]
    public void GivenFontName_WhenRead_ThenStyle(string baseFont, string name, bool bold, bool italic)
    {
        var file = new PdfFile().WithResource("Font", $"/S << /Type /Font /Subtype /Type1 /BaseFont /{baseFont} >>").AddPage("BT /S 10 Tf 50 700 Td (x) Tj ET");
        var word = Words(file.Build()).Single();
        Assert.That((word.Font, word.Bold, word.Italic), Is.EqualTo((name, bold, italic)));
    }

    [Test]
    public void GivenMissingFont_WhenRead_ThenTextIsReadWithWarning()
    {
        var document = Read(PdfFile.Page("BT /F9 10 Tf 50 700 Td (Still read) Tj ET"));
        Assert.That(Visible(document), Is.EqualTo("Still read"));
        Assert.That(Warns(document, Core.Reading.ReadingWarningKind.MissingFont));
    }
}
