using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

/// <summary>Each way of hiding text, and beside it the honest page that looks most like it.</summary>
public sealed class HiddenTextTests
{
    private const string Dark = "0.1 0.1 0.3 rg ";
    private const string White = "1 1 1 rg ";
    private const string Black = "0 g ";

    private static readonly TestCaseData[] Pages =
    [
        Case("WhiteOnPaper", White + At(300), HiddenReason.SameColorAsBackground),
        Case("WhiteOnDarkColumn", Dark + "0 0 200 800 re f " + White + At(300), null),
        Case("AlmostWhiteOnPaper", "0.97 g " + At(300), HiddenReason.SameColorAsBackground),
        Case("LightGrayOnPaper", "0.8 g " + At(300), null),
        Case("DarkOnSameDark", Dark + "0 0 200 800 re f " + Dark + At(300), HiddenReason.SameColorAsBackground),
        Case("WhiteOnWhiteBoxOnDark", Dark + "0 0 600 800 re f " + White + "0 0 200 800 re f " + White + At(300), HiddenReason.SameColorAsBackground),
        Case("WhiteOnDarkPolygon", Dark + "0 0 m 250 0 l 200 800 l 0 800 l f " + White + At(300), null),
        Case("WhiteBesideDarkPolygon", Dark + "300 0 m 550 0 l 500 800 l 300 800 l f " + White + At(300), HiddenReason.SameColorAsBackground),
        Case("WhiteOnThickStroke", "0.1 g 0.1 G 300 w 100 0 m 100 800 l S " + White + At(300), null),
        Case("WhiteOnShading", "q 0 0 200 800 re W n /S sh Q " + White + At(300), null),
        Case("WhiteInCmyk", "0 0 0 0 k " + At(300), HiddenReason.SameColorAsBackground),
        Case("BlackInCmyk", "0 0 0 1 k " + At(300), null),
        Case("WhiteBySpotColorWithoutInk", "/Spot cs 0 scn " + At(300), HiddenReason.SameColorAsBackground),
        Case("SpotColor", "/Spot cs 1 scn " + At(300), null),
        Case("TinyBySize", Black + "BT /F1 0.5 Tf 50 300 Td (Payload text) Tj ET", HiddenReason.TooSmall),
        Case("TinyByMatrix", Black + "BT /F1 10 Tf 0.05 0 0 0.05 50 300 Tm (Payload text) Tj ET", HiddenReason.TooSmall),
        Case("SmallSizeLargeMatrix", Black + "BT /F1 1 Tf 10 0 0 10 50 300 Tm (Payload text) Tj ET", null),
        Case("SmallPrint", Black + "BT /F1 4 Tf 50 300 Td (Payload text) Tj ET", null),
        Case("RenderMode3", Black + "BT 3 Tr /F1 10 Tf 50 300 Td (Payload text) Tj ET", HiddenReason.InvisibleRenderMode),
        Case("RenderMode2", Black + "BT 2 Tr /F1 10 Tf 50 300 Td (Payload text) Tj ET", null),
        Case("ClipOnly", Black + "q BT 7 Tr /F1 10 Tf 50 300 Td (Payload text) Tj ET Q", HiddenReason.InvisibleRenderMode),
        Case("GradientThroughTextClip", Black + "q BT 7 Tr /F1 10 Tf 50 300 Td (Payload text) Tj ET /S sh Q", null),
        Case("BelowThePage", Black + At(-100), HiddenReason.OffPage),
        Case("AtTheEdge", Black + At(5), null),
        Case("Clipped", Black + "q 400 400 50 50 re W n " + At(300) + " Q", HiddenReason.Clipped),
        Case("InsideClip", Black + "q 40 290 200 30 re W n " + At(300) + " Q", null),
        Case("AfterClipIsLeft", Black + "q 400 400 50 50 re W n Q " + At(300), null),
        Case("CoveredByWhite", Black + At(300) + White + "0 0 600 800 re f", HiddenReason.Covered),
        Case("CoveredByDark", Black + At(300) + Dark + "0 200 600 200 re f", HiddenReason.Covered),
        Case("BoxPaintedBefore", White + "0 0 600 800 re f " + Black + At(300), null),
        Case("CoveredByPicture", Black + At(300) + "q 300 0 0 60 40 280 cm /Photo Do Q", HiddenReason.Covered),
        Case("UnderPictureWithMask", Black + At(300) + "q 300 0 0 60 40 280 cm /Masked Do Q", null),
        Case("PaintedAgainOnTop", Black + At(300) + White + "0 0 600 800 re f " + Black + At(300), null),
        Case("UnderHighlighter", Black + At(300) + "/Multiply gs 1 1 0 rg 0 280 600 60 re f", null),
        Case("UnderGlassPane", Black + At(300) + "/Half gs 1 1 1 rg 0 280 600 60 re f", null),
        Case("Transparent", "/Clear gs " + Black + At(300), HiddenReason.Transparent),
        Case("HalfTransparent", "/Half gs " + Black + At(300), null),
        Case("LayerOff", Black + "/OC /Off BDC " + At(300) + " EMC", HiddenReason.OptionalContentOff),
        Case("LayerOn", Black + "/OC /On BDC " + At(300) + " EMC", null),
        Case("WhiteOnPicture", "q 300 0 0 60 40 280 cm /Photo Do Q " + White + At(300), null),
        Case("OutlinedAndTransparent", Black + Outlines() + "/Clear gs " + At(300), null),
    ];

    [TestCaseSource(nameof(Pages))]
    public void GivenPage_WhenRead_ThenHiddenTextIsToldApart(string content, HiddenReason? expected)
    {
        var words = Read(Build(content)).Pages[0].Words;
        var reasons = words.Where(word => word.Text is "Payload" or "text").Select(word => word.Hidden).ToList();
        Assert.That(words.First(word => word.Text == "Honest").Hidden, Is.Null, "the rest of the page stays visible");
        if (content.Contains("0 0 600 800 re f 0 g", StringComparison.Ordinal) && reasons.Count == 4)
            Assert.That(reasons, Is.EqualTo(new HiddenReason?[] { HiddenReason.Covered, HiddenReason.Covered, null, null }));
        else
            Assert.That(reasons, Is.EqualTo(new[] { expected, expected }));
    }

    [Test]
    public void GivenScanWithRecognisedText_WhenRead_ThenTheTextIsVisible()
    {
        var scan = "q 600 0 0 800 0 0 cm /Photo Do Q BT 3 Tr /F1 10 Tf 50 300 Td (Recognised text of the scan) Tj ET";
        var page = Read(Build(scan, honest: false)).Pages[0];
        Assert.That(page.ImageCoverage, Is.EqualTo(1));
        Assert.That(page.Words.Select(word => word.Hidden), Has.All.Null);
    }

    [Test]
    public void GivenDesignedPageWithBackgroundPicture_WhenTextIsInvisible_ThenItIsHidden()
    {
        var page = Read(Build("q 600 0 0 800 0 0 cm /Photo Do Q " + PdfFile.Line("The visible text of this page is longer") + At(300, "3 Tr"))).Pages[0];
        Assert.That(page.Words.First(word => word.Text == "Payload").Hidden, Is.EqualTo(HiddenReason.InvisibleRenderMode));
    }

    private static TestCaseData Case(string name, string content, HiddenReason? expected) => new TestCaseData(content, expected).SetArgDisplayNames(name);

    private static string At(int y, string state = "") => $"BT {state} /F1 10 Tf 50 {y} Td (Payload text) Tj ET ";

    /// <summary>A triangle for each letter of the payload, as a browser's path of a letter would stand there.</summary>
    private static string Outlines() =>
        string.Concat(Enumerable.Range(0, 12).Select(i => $"{50 + (i * 4.8)} 300 m {53 + (i * 4.8)} 300 l {51 + (i * 4.8)} 307 l f "));

    private static byte[] Build(string content, bool honest = true)
    {
        var file = new PdfFile();
        var photo = file.AddStream("....", "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray");
        var masked = file.AddStream("....", $"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask {photo} 0 R");
        var off = file.Add("<< /Type /OCG /Name (Off) >>");
        var on = file.Add("<< /Type /OCG /Name (On) >>");
        file.CatalogEntries = $"/OCProperties << /OCGs [{off} 0 R {on} 0 R] /D << /OFF [{off} 0 R] >> >>";
        return file
            .WithResource("XObject", $"/Photo {photo} 0 R /Masked {masked} 0 R")
            .WithResource("ExtGState", "/Clear << /ca 0 >> /Half << /ca 0.5 >> /Multiply << /BM /Multiply >>")
            .WithResource("Properties", $"/Off {off} 0 R /On {on} 0 R")
            .WithResource("ColorSpace", "/Spot [/Separation /Orange /DeviceCMYK << /FunctionType 2 >>]")
            .WithResource("Shading", "/S << /ShadingType 2 >>")
            .AddPage("q " + content + " Q " + (honest ? Black + "BT /F1 10 Tf 50 795 Td (Honest) Tj ET" : ""))
            .Build();
    }
}
