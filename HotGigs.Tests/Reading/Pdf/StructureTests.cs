using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

public sealed class StructureTests
{
    private static readonly string Text = PdfFile.Line("Plain text of a page");

    [Test]
    public void GivenCrossReferenceStream_WhenRead_ThenObjectsInStreamsAreFound()
    {
        var document = Read(new PdfFile().AddPage(Text).AddPage(PdfFile.Line("Second")).BuildCompressed());
        Assert.Multiple(() =>
        {
            Assert.That(Visible(document), Is.EqualTo("Plain text of a page Second"));
            Assert.That(document.Warnings, Is.Empty);
        });
    }

    [Test]
    public void GivenCompressedFileWithoutCrossReferences_WhenRead_ThenRepaired()
    {
        var file = new PdfFile().AddPage(Text).BuildCompressed();
        var damaged = Replace(file, "startxref", "startXref");
        var document = Read(damaged);
        Assert.That(Visible(document), Is.EqualTo("Plain text of a page"));
        Assert.That(Warns(document, ReadingWarningKind.Repaired));
    }

    [TestCase("startxref", "startxxxx")]
    [TestCase("trailer", "1railer")]
    [TestCase("0000000000 65535", "0000000000 x5535")]
    [TestCase("/Root 1 0 R", "/Root 9 0 R")]
    public void GivenDamagedCrossReferences_WhenRead_ThenRepaired(string what, string by)
    {
        var document = Read(Replace(new PdfFile().AddPage(Text).Build(), what, by));
        Assert.That(Visible(document), Is.EqualTo("Plain text of a page"));
        Assert.That(Warns(document, ReadingWarningKind.Repaired));
    }

    [Test]
    public void GivenShiftedOffsets_WhenRead_ThenRepaired()
    {
        var file = Encoding.Latin1.GetString(new PdfFile().AddPage(Text).Build());
        var shifted = PdfFile.Latin1(file.Replace("1 0 obj", "          \n1 0 obj", StringComparison.Ordinal));
        Assert.That(Visible(shifted), Is.EqualTo("Plain text of a page"));
    }

    [Test]
    public void GivenHybridFile_WhenRead_ThenTheStreamPlacesWhatTheTableCallsFree()
    {
        var file = new PdfFile();
        file.AddPage(Text);
        var whole = Encoding.Latin1.GetString(file.Build());
        // Object 3 (the content) is free in the table and placed by a stream of one row.
        var content = whole.IndexOf("3 0 obj", StringComparison.Ordinal);
        var row = new[] { (byte)1, (byte)(content >> 8), (byte)content, (byte)0 };
        var table = whole.IndexOf("xref\n0", StringComparison.Ordinal);
        var stream = "9 0 obj\n<< /Type /XRef /Size 10 /Index [3 1] /W [1 2 1] /Length 4 >>\nstream\n" + Encoding.Latin1.GetString(row) + "\nendstream\nendobj\n";
        var hybrid = whole[..table] + stream + whole[table..]
            .Replace($"{content:D10} 00000 n", "0000000000 00000 f", StringComparison.Ordinal)
            .Replace("/Root", $"/XRefStm {table} /Root", StringComparison.Ordinal)
            .Replace($"startxref\n{table}", $"startxref\n{table + stream.Length}", StringComparison.Ordinal);
        var document = Read(PdfFile.Latin1(hybrid));
        Assert.That(Visible(document), Is.EqualTo("Plain text of a page"));
        Assert.That(document.Warnings, Is.Empty);
    }

    [TestCase(0, true)]
    [TestCase(900, true)]
    [TestCase(1_023, true)]
    [TestCase(1_025, false)]
    public void GivenJunkBeforeHeader_WhenWithin1024Bytes_ThenRead(int junk, bool readable)
    {
        byte[] file = [.. Enumerable.Repeat((byte)'x', junk), .. new PdfFile().AddPage(Text).Build()];
        if (readable)
            Assert.That(Visible(file), Is.EqualTo("Plain text of a page"));
        else
            Assert.That(FailureOf(file), Is.EqualTo(ReadingFailure.TypeMismatch));
    }

    [Test]
    public void GivenIncrementalUpdate_WhenRead_ThenTheNewestObjectCounts()
    {
        var first = Encoding.Latin1.GetString(new PdfFile().AddPage(PdfFile.Line("Old")).Build());
        var previous = first.LastIndexOf("xref\n0", StringComparison.Ordinal);
        var content = PdfFile.Line("New");
        var update = $"3 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n";
        var table = first.Length + update.Length;
        var file = first + update + $"xref\n3 1\n{first.Length:D10} 00000 n \ntrailer\n<< /Root 1 0 R /Prev {previous} >>\nstartxref\n{table}\n%%EOF";
        Assert.That(Visible(PdfFile.Latin1(file)), Is.EqualTo("New"));
    }

    [Test]
    public void GivenPreviousSectionThatPointsToItself_WhenRead_ThenReadOnce()
    {
        var file = new PdfFile { TrailerEntries = "/Prev 99999" }.AddPage(Text).Build();
        var table = Encoding.Latin1.GetString(file).LastIndexOf("xref\n0", StringComparison.Ordinal);
        Assert.That(Visible(Replace(file, "/Prev 99999", $"/Prev {table,5}")), Is.EqualTo("Plain text of a page"));
    }

    [Test]
    public void GivenWrongStreamLength_WhenRead_ThenTheEndIsSearched() =>
        Assert.That(Visible(Replace(new PdfFile().AddPage(Text).Build(), "/Length 5", "/Length 9")), Is.EqualTo("Plain text of a page"));

    [Test]
    public void GivenPageTreeThatHoldsItself_WhenRead_ThenEachPageOnce()
    {
        var file = new PdfFile().AddPage(Text);
        file.Set(PdfFile.PageTree, $"<< /Type /Pages /Kids [{PdfFile.PageTree} 0 R 4 0 R {PdfFile.PageTree} 0 R] /Count 3 >>");
        Assert.That(Read(file.Build()).Pages, Has.Count.EqualTo(1));
    }

    [Test]
    public void GivenDamagedPageTree_WhenPagesExist_ThenTheyAreFound()
    {
        var file = new PdfFile().AddPage(Text);
        file.Set(PdfFile.PageTree, "<< /Type /Pages /Kids 7 /Count 1 >>");
        Assert.That(Visible(file.Build()), Is.EqualTo("Plain text of a page"));
    }

    [Test]
    public void GivenNoPage_WhenRead_ThenCorrupt() => Assert.That(FailureOf(new PdfFile().Build()), Is.EqualTo(ReadingFailure.Corrupt));

    [Test]
    public void GivenNoPdf_WhenRead_ThenTypeMismatch() => Assert.That(FailureOf(PdfFile.Latin1("PK not a PDF")), Is.EqualTo(ReadingFailure.TypeMismatch));

    [TestCase("https://example.org/in/ann", "https://example.org/in/ann")]
    [TestCase("mailto:ann@example.org", "mailto:ann@example.org")]
    [TestCase("tel:+4912345", "tel:+4912345")]
    [TestCase("www.example.org", "http://www.example.org")]
    [TestCase("javascript:alert\\(1\\)", null)]
    [TestCase("file:///etc/passwd", null)]
    public void GivenLinkAnnotation_WhenItsAddressIsHarmless_ThenItIsTaken(string uri, string? expected)
    {
        var file = new PdfFile().AddPage(Text, $"/Annots [<< /Subtype /Link /Rect [50 690 150 710] /A << /S /URI /URI ({uri}) >> >>]").Build();
        var links = Read(file).Pages[0].Links;
        Assert.That(links.Select(link => link.Target), Is.EqualTo(expected is null ? Array.Empty<string>() : [expected]));
        if (expected is not null)
            Assert.That(links[0].Box, Is.EqualTo(new Box(50, 90, 100, 20)));
    }

    [TestCase("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", ReadingWarningKind.ActiveContentIgnored)]
    [TestCase("/OpenAction << /S /Launch /F (cmd.exe) >>", ReadingWarningKind.ActiveContentIgnored)]
    [TestCase("/Names << /JavaScript << >> >>", ReadingWarningKind.ActiveContentIgnored)]
    [TestCase("/Names << /EmbeddedFiles << >> >>", ReadingWarningKind.EmbeddedFileIgnored)]
    public void GivenActiveContent_WhenRead_ThenIgnoredWithWarning(string entries, ReadingWarningKind warning)
    {
        var document = Read(new PdfFile { CatalogEntries = entries }.AddPage(Text).Build());
        Assert.That(Visible(document), Is.EqualTo("Plain text of a page"));
        Assert.That(Warns(document, warning));
    }

    [TestCase("/FT /Tx /V (Filled in)", "Filled in")]
    [TestCase("/FT /Tx /V (Filled in) /F 2", "")]
    [TestCase("/FT /Sig /V (Filled in)", "")]
    public void GivenFormFieldWithoutAppearance_WhenItIsText_ThenItsValueIsShown(string entries, string expected)
    {
        var file = new PdfFile().AddPage("", $"/Annots [<< /Subtype /Widget /Rect [50 690 250 710] {entries} >>]").Build();
        Assert.That(Visible(file), Is.EqualTo(expected));
    }

    [Test]
    public void GivenFormFieldWithAppearance_WhenRead_ThenTheAppearanceIsShownInPlace()
    {
        var file = new PdfFile();
        var form = file.AddStream(
            "BT /F1 10 Tf 2 4 Td (Shown) Tj ET", $"/Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 {PdfFile.Helvetica} >> >>");
        file.AddPage("", $"/Annots [<< /Subtype /Widget /FT /Tx /V (Value) /Rect [50 690 150 710] /AP << /N {form} 0 R >> >>]");
        var word = Words(file.Build()).Single();
        Assert.That((word.Text, word.Box.X, word.Baseline), Is.EqualTo(("Shown", 52f, 106f)));
    }

    private static byte[] Replace(byte[] file, string what, string by) =>
        PdfFile.Latin1(Encoding.Latin1.GetString(file).Replace(what, by, StringComparison.Ordinal));
}
