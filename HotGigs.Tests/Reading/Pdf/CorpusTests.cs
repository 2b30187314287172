using HotGigs.Core.Reading;
using NUnit.Framework;
using static HotGigs.Tests.Reading.Pdf.PdfReading;

namespace HotGigs.Tests.Reading.Pdf;

/// <summary>Real and hostile files, which stand beside the checkout and not in it.</summary>
public sealed class CorpusTests
{
    [Test]
    public void GivenHostileFiles_WhenRead_ThenEachEndsAsItsManifestAllows()
    {
        var hostile = Corpus("hostile");
        var problems = new List<string>();
        foreach (var row in File.ReadLines(Path.Combine(hostile, "MANIFEST.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            if (!row[0].EndsWith(".pdf", StringComparison.Ordinal))
                continue;
            var bytes = File.ReadAllBytes(Path.Combine(hostile, row[0]));
            var (document, failure) = Try(bytes);
            var visible = document is null ? "" : Visible(document);
            if (row[4] is "OK" or "OK_WARN" && failure is not null)
                problems.Add($"{row[0]}: {failure}");
            if (row[4] == "FAIL_ENC" && failure != ReadingFailure.PasswordProtected)
                problems.Add($"{row[0]}: opened without its password");
            if (row[4] == "FAIL_LIMIT" && failure != ReadingFailure.TooComplex)
                problems.Add($"{row[0]}: no limit met");
            if (row[4] == "NOT_PARSED" && visible.Length > 0)
                problems.Add($"{row[0]}: text from nothing");
            if (row[8] != "-" && !visible.Contains(row[8], StringComparison.Ordinal))
                problems.Add($"{row[0]}: misses what it must contain");
            if (row[9] != "-" && row[9].Split('|').Any(text => visible.Contains(text, StringComparison.Ordinal)))
                problems.Add($"{row[0]}: shows what it must not contain");
        }

        Assert.That(problems, Is.Empty);
    }

    [TestCase("parsing")]
    [TestCase("unlabelled")]
    public void GivenHonestResumes_WhenRead_ThenNextToNothingCountsAsHidden(string part)
    {
        var flagged = new List<string>();
        var files = Directory.GetFiles(Path.Combine(Corpus(part), "resumes"), "*.pdf");
        foreach (var path in files)
        {
            var words = Read(File.ReadAllBytes(path)).Pages.SelectMany(page => page.Words).ToList();
            var hidden = words.Where(word => word.Hidden is not null).ToList();
            if (hidden.Sum(word => word.Text.Length) > 1 + (words.Sum(word => word.Text.Length) / 200))
                flagged.Add($"{Path.GetFileName(path)}: {string.Join(' ', hidden.Take(5).Select(word => $"{word.Hidden} {word.Text}"))}");
        }

        Assert.That(files, Is.Not.Empty);
        Assert.That(flagged, Is.Empty);
    }

    private static (SourceDocument? Document, ReadingFailure? Failure) Try(byte[] bytes)
    {
        try
        {
            return (Read(bytes), null);
        }
        catch (ReadingException refused)
        {
            return (null, refused.Reason);
        }
    }

    private static string Corpus(string part)
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "corpus", part);
            if (Directory.Exists(candidate))
                return candidate;
        }

        Assert.Ignore($"There is no folder shared/corpus/{part} beside or above the checkout.");
        return "";
    }
}
