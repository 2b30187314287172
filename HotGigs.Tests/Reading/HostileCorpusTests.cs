using System.Diagnostics;
using System.Text;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

/// <summary>Every file of the hostile corpus ends in an outcome its manifest allows, in bounded time and memory.</summary>
[TestFixture]
[Category("Corpus")]
internal sealed class HostileCorpusTests
{
    /// <summary>The promise of the child process; in process the slowest file takes a fraction of it.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    [Test]
    public void GivenTheHostileCorpus_WhenEachFileIsRead_ThenItsOutcomeIsAllowed()
    {
        var manifest = SharedCorpus.Require("hostile", "MANIFEST.tsv");
        var root = Path.GetDirectoryName(manifest)!;
        var rows = HostileFile.Read(manifest).Where(row => row.Expect != "BATCH").ToList();
        Assert.That(rows, Has.Count.GreaterThan(100));
        var misses = new List<string>();
        var score = new SortedDictionary<string, (int Good, int All)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var outcome = HostileOutcome.Of(row, File.ReadAllBytes(Path.Combine(root, row.Path)));
            var miss = outcome.Miss(row, MaxTime);
            if (miss is not null)
                misses.Add($"{row.Path}: {miss}");
            var (good, all) = score.GetValueOrDefault(row.Expect);
            score[row.Expect] = (good + (miss is null ? 1 : 0), all + 1);
        }

        TestContext.Out.WriteLine(string.Join('\n', score.Select(one => $"{one.Key}: {one.Value.Good} of {one.Value.All}")));
        Assert.That(misses, Is.Empty, string.Join('\n', misses));
    }
}

/// <summary>One row of the manifest.</summary>
internal sealed record HostileFile(
    string Path, string Expect, string[] Http, string[] States, string[] Problems, bool NeedsWarning, string? MustContain, string? MustNotContain, string Name)
{
    public static IEnumerable<HostileFile> Read(string manifest)
    {
        foreach (var line in File.ReadLines(manifest, Encoding.UTF8).Skip(1))
        {
            var cells = line.Split('\t');
            yield return new HostileFile(
                cells[0],
                cells[4],
                cells[5].Split('|'),
                cells[6].Split('|'),
                cells[7].Split('|'),
                cells[7].Contains("warning flag required", StringComparison.Ordinal),
                NullIfDash(cells[8]),
                NullIfDash(cells[9]),
                NullIfDash(cells[11]) ?? cells[0]);
        }
    }

    private static string? NullIfDash(string cell) => cell == "-" ? null : cell;
}

/// <summary>What became of a file: the answer at upload, the state in the end.</summary>
internal sealed record HostileOutcome(string Http, string State, ReadingFailure? Failure, Document? Document, TimeSpan Time)
{
    public static HostileOutcome Of(HostileFile row, byte[] content)
    {
        var clock = Stopwatch.StartNew();
        var extension = System.IO.Path.GetExtension(row.Name);
        var format = FileFormatSniffer.Sniff(content);
        if (format == FileFormat.Empty)
            return new HostileOutcome("422", "rejected", null, null, clock.Elapsed);
        if (!FileFormatSniffer.IsAcceptedUpload(format, extension))
            return new HostileOutcome("415", "rejected", null, null, clock.Elapsed);
        return DocumentReader.Read(content, ReadingLimits.Default, extension, CancellationToken.None) switch
        {
            ReadResult.Read read => new HostileOutcome("202", "parsed", null, read.Document, clock.Elapsed),
            ReadResult.NeedsOcr ocr => new HostileOutcome("202", "needs_ocr", null, ocr.Document, clock.Elapsed),
            ReadResult.Failed failed => new HostileOutcome("202", "failed", failed.Reason, null, clock.Elapsed),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    /// <summary>What is wrong with the outcome; null when it is allowed.</summary>
    public string? Miss(HostileFile row, TimeSpan maxTime)
    {
        if (!row.Http.Contains(Http))
            return $"answered {Http}, allowed {string.Join('|', row.Http)}";
        if (!row.States.Contains(State))
            return $"{State} {Failure}, allowed {string.Join('|', row.States)}";
        if (Failure is { } failure && !Allows(row, failure))
            return $"failed with {failure.ToCode()}, allowed {string.Join('|', row.Problems)}";
        if (Time > maxTime)
            return $"took {Time.TotalSeconds:F1} s";
        if (Document is not { } document)
            return null;
        if (row.NeedsWarning && State == "parsed" && document.Warnings.Count == 0)
            return "no warning";
        if (row.MustNotContain is { } leak && document.Text.Contains(leak, StringComparison.Ordinal))
            return $"leaks '{leak}'";
        return State == "parsed" && row.MustContain is { } text && !document.Text.Contains(text, StringComparison.Ordinal) ? $"lacks '{text}'" : null;
    }

    /// <summary>The manifest knows four reasons; where reading knows finer ones, they count as the coarse one.</summary>
    private static bool Allows(HostileFile row, ReadingFailure failure) =>
        (row.Expect == "OK_OR_FAIL" && failure is not (ReadingFailure.ReaderDied or ReadingFailure.Malware))
        || failure switch
        {
            ReadingFailure.PasswordProtected => row.Problems.Contains("file-password-protected"),
            ReadingFailure.TooComplex => row.Problems.Contains("file-too-complex"),
            ReadingFailure.TypeMismatch => row.Problems.Contains("file-type-mismatch") || row.Problems.Contains("file-corrupt"),
            ReadingFailure.Corrupt or ReadingFailure.NoText or ReadingFailure.UnsupportedVersion =>
                row.Problems.Contains("file-corrupt") || row.Problems.Contains("file-too-complex"),
            ReadingFailure.ReaderDied or ReadingFailure.Malware => false,
        };
}
