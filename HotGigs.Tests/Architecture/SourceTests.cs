using System.Text.RegularExpressions;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Architecture;

internal sealed partial class SourceTests
{
    private const int MaxLines = 300;

    [Test]
    public void GivenTheSource_WhenItsFilesAreMeasured_ThenNoneIsOverThreeHundredLines()
    {
        var files = Repository.SourceFiles().ToList();
        Assert.That(files, Has.Count.GreaterThan(100));

        var tooLong = files.Where(file => !IsTable(file.Path) && file.Text.Count(c => c == '\n') > MaxLines).Select(file => file.Path);

        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void GivenTheSource_WhenItIsSearched_ThenNothingUnfinishedIsThere()
    {
        var files = Repository.SourceFiles().Where(file => !file.Path.EndsWith("SourceTests.cs", StringComparison.Ordinal)).ToList();
        Assert.That(files, Is.Not.Empty);

        Assert.That(files.Where(file => Unfinished().IsMatch(file.Text)).Select(file => file.Path), Is.Empty);
    }

    [TestCase("// TODO later", true)]
    [TestCase("throw new NotImplementedException();", true)]
    [TestCase("// a method", false)]
    public void GivenAText_WhenTheRuleLooksAtIt_ThenItFindsWhatIsUnfinished(string text, bool expected) =>
        Assert.That(Unfinished().IsMatch(text), Is.EqualTo(expected));

    /// <summary>Tables of facts are as long as the facts.</summary>
    private static bool IsTable(string path) =>
        path.Contains("Table", StringComparison.Ordinal) || path.Contains("Glyph", StringComparison.Ordinal) || path.Contains("Lexicon", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();
}
