using HotGigs.Core.Skills;
using NUnit.Framework;

namespace HotGigs.Tests.Skills;

internal sealed class SkillContextTests
{
    [TestCase("Python, R and Go", "Python, R, Go")]
    [TestCase("Word, Excel, Access", "Microsoft Word, Microsoft Excel, Microsoft Access")]
    [TestCase("experience with Go", "Go")]
    [TestCase("Erfahrung mit Spark und Kafka", "Apache Spark, Apache Kafka")]
    [TestCase("services in Go 1.18", "Go")]
    [TestCase("PowerPoint, Excel", "Microsoft PowerPoint, Microsoft Excel")]
    [TestCase("Excel in your Python role", "Python")]
    [TestCase("Spring 2015", "")]
    [TestCase("Go to market. Python was used.", "Python")]
    [TestCase("Access to the building", "")]
    public void GivenRunningText_WhenJudged_ThenTheseCount(string text, string expected) =>
        Assert.That(Names(text, SkillReading.Running), Is.EqualTo(expected));

    [TestCase("go, r, swift", "Go, R, Swift")]
    [TestCase("excel", "Microsoft Excel")]
    public void GivenASkillList_WhenJudged_ThenCaseDoesNotMatter(string text, string expected) =>
        Assert.That(Names(text, SkillReading.List), Is.EqualTo(expected));

    private static string Names(string text, SkillReading reading)
    {
        var found = SkillDictionary.Default.FindAll(text, new(0, text.Length), reading);
        return string.Join(", ", SkillContext.Counting(text, found, reading).Select(m => m.Name));
    }
}
