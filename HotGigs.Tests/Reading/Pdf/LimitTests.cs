using System.Diagnostics;
using HotGigs.Core.Reading;
using HotGigs.Core.Reading.Pdf;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

/// <summary>Each limit on both sides of its edge.</summary>
public sealed class LimitTests
{
    private static readonly string Sentence = PdfFile.Line("This sentence has more than fifty letters, so that it is of use.");

    [TestCase(5, 5, false)]
    [TestCase(6, 5, true)]
    public void GivenPages_WhenMoreThanTheLimit_ThenTheRestIsDropped(int pages, int read, bool warns)
    {
        var file = new PdfFile();
        for (var i = 0; i < pages; i++)
            file.AddPage(Sentence);
        var document = Read(file.Build(), new ReadingLimits { MaxPages = 5 });
        Assert.That(document.Pages, Has.Count.EqualTo(read));
        Assert.That(Warns(document, ReadingWarningKind.PageLimit), Is.EqualTo(warns));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void GivenFile_WhenLargerThanTheLimit_ThenTooComplex(int over, bool refused)
    {
        var file = PdfFile.Page(Sentence);
        var failure = FailureOf(file, new ReadingLimits { MaxBytes = file.Length - over });
        Assert.That(failure, Is.EqualTo(refused ? ReadingFailure.TooComplex : null));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void GivenCharacters_WhenMoreThanTheLimit_ThenTheRestIsDropped(int over, bool warns)
    {
        var file = PdfFile.Page(Sentence + PdfFile.Line("abcdefghij", 600));
        var all = Words(file).Sum(word => word.Text.Length);
        var document = Read(file, new ReadingLimits { MaxCharacters = all - over });
        Assert.That(Warns(document, ReadingWarningKind.TextLimit), Is.EqualTo(warns));
        Assert.That(Visible(document).EndsWith("abcdefghij", StringComparison.Ordinal), Is.Not.EqualTo(warns));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void GivenStream_WhenItDecodesToMoreThanTheLimit_ThenItIsCut(int over, bool warns)
    {
        var content = PdfFile.Latin1(Sentence + PdfFile.Line("abcdefghij", 600).TrimEnd());
        var file = new PdfFile();
        file.AddPage(file.AddStream(PdfFile.Deflate(content), "/Filter /FlateDecode"));
        var document = Read(file.Build(), new ReadingLimits { MaxDecodedStreamBytes = content.Length - over });
        Assert.That(Warns(document, ReadingWarningKind.SizeLimit), Is.EqualTo(warns));
        Assert.That(Visible(document), Does.StartWith("This sentence"));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void GivenAllStreams_WhenTheyDecodeToMoreThanTheLimit_ThenReadingEnds(int over, bool warns)
    {
        var content = PdfFile.Latin1(Sentence);
        var file = new PdfFile();
        for (var i = 0; i < 3; i++)
            file.AddPage(file.AddStream(PdfFile.Deflate(content), "/Filter /FlateDecode"));
        var document = Read(file.Build(), new ReadingLimits { MaxDecodedBytes = (3 * content.Length) - over });
        Assert.That(Warns(document, ReadingWarningKind.SizeLimit), Is.EqualTo(warns));
        Assert.That(document.Pages.Count(page => page.Words.Count > 0), Is.EqualTo(warns ? 2 : 3));
    }

    [TestCase(900_000, false)]
    [TestCase(3_000_000, true)]
    public void GivenStream_WhenItGrowsOverTheRatio_ThenCutFromOneMegabyteOn(int blanks, bool warns)
    {
        var file = new PdfFile();
        file.AddPage(file.AddStream(PdfFile.Deflate(PdfFile.Latin1(Sentence + new string(' ', blanks))), "/Filter /FlateDecode"));
        var document = Read(file.Build());
        Assert.That(Warns(document, ReadingWarningKind.SizeLimit), Is.EqualTo(warns));
        Assert.That(Visible(document), Does.StartWith("This sentence"));
    }

    [TestCase(8, false)]
    [TestCase(9, true)]
    public void GivenNestedForms_WhenDeeperThanTheLimit_ThenLeftOut(int depth, bool warns)
    {
        var file = new PdfFile();
        var inner = file.AddStream(
            PdfFile.Line("Innermost"), $"/Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 {PdfFile.Helvetica} >> >>");
        for (var i = 1; i < depth; i++)
            inner = file.AddStream("/X Do", $"/Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {inner} 0 R >> >>");
        file.WithResource("XObject", $"/X {inner} 0 R").AddPage(Sentence + "/X Do");
        var document = Read(file.Build(), new ReadingLimits { MaxDepth = 8 });
        Assert.That(Warns(document, ReadingWarningKind.DepthLimit), Is.EqualTo(warns));
        Assert.That(Visible(document).EndsWith("Innermost", StringComparison.Ordinal), Is.Not.EqualTo(warns));
    }

    [TestCase(7, false)]
    [TestCase(8, true)]
    public void GivenNestedArrays_WhenDeeperThanTheLimit_ThenLeftOut(int depth, bool warns)
    {
        var file = new PdfFile { CatalogEntries = $"/Deep {new string('[', depth)}{new string(']', depth)}" }.AddPage(Sentence).Build();
        var document = Read(file, new ReadingLimits { MaxDepth = 8 });
        Assert.That(Warns(document, ReadingWarningKind.DepthLimit), Is.EqualTo(warns));
        Assert.That(Visible(document), Does.StartWith("This sentence"));
    }

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void GivenPageTree_WhenDeeperThanTheLimit_ThenItsPagesAreNotReached(int levels, bool reached)
    {
        var file = new PdfFile().AddPage(Sentence);
        var node = 4;
        for (var i = 0; i < levels; i++)
            node = file.Add($"<< /Type /Pages /Kids [{node} 0 R] /Count 1 >>");
        file.Set(PdfFile.PageTree, $"<< /Type /Pages /Kids [{node} 0 R] /Count 1 >>");
        var document = Read(file.Build(), new ReadingLimits { MaxDepth = 8 });
        // The page is then found as a loose object.
        Assert.That(Warns(document, ReadingWarningKind.DepthLimit), Is.Not.EqualTo(reached));
        Assert.That(document.Pages, Has.Count.EqualTo(1));
    }

    [Test]
    public void GivenDeadlineInThePast_WhenRead_ThenTooComplex() =>
        Assert.That(FailureOf(PdfFile.Page(Sentence), new ReadingLimits { Deadline = TimeSpan.FromTicks(-1) }), Is.EqualTo(ReadingFailure.TooComplex));

    [Test]
    public void GivenCancelledRead_WhenRead_ThenItEnds()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(
            () => new PdfPageSource().Open(PdfFile.Page(Sentence), ReadingLimits.Default, cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void GivenFormThatDrawsItself_WhenRead_ThenOnce()
    {
        var file = new PdfFile();
        var form = file.AddStream(
            PdfFile.Line("Once") + "/X Do /X Do",
            $"/Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 {PdfFile.Helvetica} >> /XObject << /X 3 0 R >> >>");
        file.WithResource("XObject", $"/X {form} 0 R").AddPage("/X Do");
        Assert.That(Visible(file.Build()), Is.EqualTo("Once"));
    }

    [Test]
    public void GivenFormsThatMultiply_WhenRead_ThenTooComplexInTime()
    {
        var file = new PdfFile();
        var inner = file.AddStream(
            "BT /F1 9 Tf (ha) Tj ET", $"/Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 {PdfFile.Helvetica} >> >>");
        for (var i = 0; i < 30; i++)
        {
            inner = file.AddStream(
                string.Concat(Enumerable.Repeat("/X Do ", 10)), $"/Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {inner} 0 R >> >>");
        }

        file.WithResource("XObject", $"/X {inner} 0 R").AddPage("/X Do");
        var started = Stopwatch.GetTimestamp();
        Assert.That(FailureOf(file.Build(), new ReadingLimits { Deadline = TimeSpan.FromSeconds(1) }), Is.EqualTo(ReadingFailure.TooComplex));
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void GivenStreamThatUnpacksToNothingButBlanks_WhenOverTheLimit_ThenTooComplex()
    {
        var file = new PdfFile();
        file.AddPage(file.AddStream(PdfFile.Deflate(PdfFile.Deflate(new byte[20_000_000])), "/Filter [/FlateDecode /FlateDecode]"));
        Assert.That(FailureOf(file.Build()), Is.EqualTo(ReadingFailure.TooComplex));
    }
}
