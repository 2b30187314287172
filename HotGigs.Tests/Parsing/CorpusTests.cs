using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

/// <summary>Reads and parses the labelled corpus and holds the scorer's figures to the bar; skipped where the corpus or Python is absent.</summary>
[Category("Corpus")]
public sealed partial class CorpusTests
{
    /// <summary>What spec/reading.md asks for on files nobody tuned on; on these files less would be a fall.</summary>
    private static readonly (string Field, double Least)[] Bar =
    [
        ("full_name", 0.95), ("emails", 0.95), ("phones", 0.95), ("exp_company", 0.9), ("exp_title", 0.9), ("exp_dates", 0.9), ("edu_institution", 0.9), ("skills", 0.9),
    ];

    [Test]
    public void GivenLabelledResumes_WhenReadAndParsed_ThenScoresStayAboveTheBar()
    {
        var shared = FindShared();
        var truth = Path.Combine(shared, "corpus", "parsing", "truth");
        var work = Directory.CreateTempSubdirectory("hotgigs-corpus-");
        try
        {
            var (chosen, predictions) = (work.CreateSubdirectory("truth"), work.CreateSubdirectory("predictions"));
            foreach (var file in Directory.GetFiles(Path.Combine(shared, "corpus", "parsing", "resumes")))
                Predict(file, truth, chosen.FullName, predictions.FullName);

            var report = Score(Path.Combine(shared, "tools", "score_parsing.py"), chosen.FullName, predictions.FullName);

            TestContext.Out.WriteLine(report);
            Assert.Multiple(() =>
            {
                foreach (var (field, least) in Bar)
                    Assert.That(LenientF1(report, field), Is.GreaterThanOrEqualTo(least), field);
            });
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Predict(string file, string truth, string chosen, string predictions)
    {
        // Scans have no text of their own.
        var name = Path.GetFileName(file) + ".json";
        if (DocumentReader.Read(File.ReadAllBytes(file), ReadingLimits.Default, Path.GetExtension(file), CancellationToken.None) is not ReadResult.Read { Document: { } document })
            return;
        File.Copy(Path.Combine(truth, name), Path.Combine(chosen, name));
        File.WriteAllText(Path.Combine(predictions, name), Predictions.ToJson(ResumeParser.Parse(document, ResumeText.AsOf), document));
    }

    private static string Score(string script, string truth, string predictions)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, truth, predictions]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var report = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return report;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("python3 is not installed: the parsing scores were not measured.");
            throw;
        }
    }

    private static double LenientF1(string report, string field)
    {
        var line = report.Split('\n').FirstOrDefault(line => line.StartsWith(field + " ", StringComparison.Ordinal)) ?? "";
        var last = LastNumber().Match(line.TrimEnd());
        return last.Success ? double.Parse(last.Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "corpus", "parsing", "truth")))
                return shared;
        }

        Assert.Ignore("../shared is absent: the parsing scores were not measured.");
        return "";
    }

    [GeneratedRegex(@"\d\.\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex LastNumber();
}
