using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

/// <summary>Damaged at random, a file may be refused but nothing else may go wrong.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 400;
    private static readonly ReadingLimits Limits = new() { Deadline = TimeSpan.FromSeconds(5), MaxDecodedStreamBytes = 4 << 20 };

    [TestCase(1, false)]
    [TestCase(2, true)]
    public void GivenRandomDamage_WhenRead_ThenReadOrRefused(int seed, bool compressed)
    {
        var original = Sample(compressed);
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var file = (byte[])original.Clone();
            for (var i = random.Next(1, 12); i > 0; i--)
                file[random.Next(file.Length)] = Replacement(random);
            if (random.Next(4) == 0)
                file = file[..random.Next(file.Length)];
            Assert.That(() => FailureOf(file, Limits), Throws.Nothing, $"seed {seed}, round {round}");
        }
    }

    private static byte Replacement(Random random) =>
        random.Next(3) == 0 ? (byte)random.Next(256) : "0123456789<>[]()/ \nR-"u8.ToArray()[random.Next(21)];

    private static byte[] Sample(bool compressed)
    {
        var file = new PdfFile();
        var map = file.AddStream("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0020> <0041> endbfrange");
        var form = file.AddStream(PdfFile.Line("Form text"), $"/Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 {PdfFile.Helvetica} >> >>");
        var packed = file.AddStream(PdfFile.Deflate(PdfFile.Latin1(PdfFile.Line("Packed text"))), "/Filter /FlateDecode");
        file.WithResource("Font", $"/C << /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /W [1 [500 600] 3 9 700] >>] /ToUnicode {map} 0 R >>")
            .WithResource("XObject", $"/X {form} 0 R")
            .AddPage(PdfFile.Line("First page") + "q 1 0 0 1 5 5 cm 10 10 100 100 re W n /X Do Q BT /C 9 Tf 50 400 Td <00010002> Tj [(a) -300 <0003>] TJ ET")
            .AddPage(packed, "/Annots [<< /Subtype /Link /Rect [1 2 3 4] /A << /S /URI /URI (https://example.org) >> >>] /Rotate 90");
        return compressed ? file.BuildCompressed() : file.Build();
    }
}
