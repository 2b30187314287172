using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

/// <summary>2,000 damaged files of all formats through the one entrance: each ends in an outcome. <c>drill fuzz</c> does it in full, in child processes.</summary>
internal sealed class FuzzTests
{
    private const int Inputs = 500;
    private static readonly ReadingLimits Limits = new() { Deadline = TimeSpan.FromSeconds(5), MaxDecodedStreamBytes = 4 << 20 };

    private static readonly string Body = DocxFile.P("Robin Sample", "<w:b/><w:vanish w:val=\"0\"/>")
        + $"<w:tbl>{DocxFile.Row(DocxFile.P("Engineer"), DocxFile.P("2014 - 2019"))}</w:tbl>"
        + "<w:p><w:hyperlink r:id=\"p0\"><w:r><w:t>robin@example.org</w:t></w:r></w:hyperlink><w:r><w:tab/><w:br/></w:r></w:p>";

    [TestCase("pdf", 1)]
    [TestCase("docx", 2)]
    [TestCase("docx-body", 3)]
    [TestCase("doc", 4)]
    public void GivenDamagedFiles_WhenTheyAreRead_ThenEachEndsInAnOutcome(string kind, int seed)
    {
        var random = new Random(seed);
        var outcomes = new HashSet<string>();
        for (var number = 0; number < Inputs; number++)
        {
            var file = Damaged(kind, random);
            ReadResult? result = null;

            Assert.That(() => result = DocumentReader.Read(file, Limits, kind[..3], CancellationToken.None), Throws.Nothing, $"seed {seed}, input {number}");

            Assert.That(result, Is.Not.Null);
            outcomes.Add(result!.GetType().Name);
        }

        // Damage that is always refused, or never, would test little.
        Assert.That(outcomes, Is.SupersetOf(new[] { nameof(ReadResult.Read), nameof(ReadResult.Failed) }));
    }

    private static byte[] Damaged(string kind, Random random) => kind switch
    {
        "pdf" => Damage(PdfFile.Page(PdfFile.Line("Robin Sample") + PdfFile.Line("Engineer, 2014 - 2019", 600)), random),
        "docx" => Damage(DocxFile.OfBody(Body), random),
        // Inside its package: the checksums of the package would refuse most other damage before our reader sees it.
        "docx-body" => DocxFile.OfBody(Encoding.Latin1.GetString(Damage(Encoding.Latin1.GetBytes(Body), random))),
        "doc" => Damage(DocFile.OfText("Robin Sample\rEngineer\r2014 - 2019\r"), random),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Damage(byte[] file, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0 && file.Length > 0; changes--)
        {
            var at = random.Next(file.Length);
            var chunk = file.AsSpan(at, Math.Min(file.Length - at, random.Next(1, 64))).ToArray();
            file = random.Next(8) switch
            {
                0 => file[..at],
                1 => [.. file.AsSpan(0, at), .. chunk, .. file.AsSpan(random.Next(file.Length))],
                2 => [.. file.AsSpan(0, at), .. chunk, .. chunk, .. file.AsSpan(at)],
                3 or 4 => [.. file.Select((b, i) => i >= at && i < at + 16 && char.IsAsciiDigit((char)b) ? (byte)random.Next('0', '9' + 1) : b)],
                _ => [.. file.AsSpan(0, at), (byte)random.Next(256), .. file.AsSpan(at + 1)],
            };
        }

        return file;
    }
}
