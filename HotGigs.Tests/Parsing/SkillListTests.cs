using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class SkillListTests
{
    [TestCase("C++, C#, .NET, Node.js, CI/CD", new[] { "C++", "C#", ".NET", "Node.js", "CI/CD" })]
    [TestCase("• Languages: Python, Java\n• Tools: Docker, Git", new[] { "Python", "Java", "Docker", "Git" })]
    [TestCase("Python (5 years), Java (primary), Kotlin – Advanced", new[] { "Python", "Java", "Kotlin" })]
    [TestCase("Python\tJava\tKotlin", new[] { "Python", "Java", "Kotlin" })]
    [TestCase("Communication, Project\nmanagement, Market Research, Python", new[] { "Communication", "Project\nmanagement", "Market Research", "Python" })]
    public void GivenList_WhenParsed_ThenEachSkillAsWritten(string text, string[] skills)
    {
        var document = ResumeText.Document("## Jane Doe\n# Skills\n" + text);
        var resume = HotGigs.Core.Parsing.ResumeParser.Parse(document, ResumeText.AsOf);

        Assert.That(resume.Skills.Select(skill => skill.Spans[0].Quote(document.Text)), Is.EqualTo(skills));
    }

    [Test]
    public void GivenRolesNamingASkill_WhenParsed_ThenMonthsAndLastUse()
    {
        var resume = ResumeText.Parse("## Jane Doe\n# Experience\nAcme Inc\nEngineer\nJan 2020 - Dec 2020\n• Built services with PostgreSQL and Kubernetes\nGlobex Inc\nEngineer\nJan 2018 - Dec 2018\n• Ran PostgreSQL\n# Skills\nPostgreSQL");
        var skill = resume.Skills.Single(skill => skill.Name == "PostgreSQL");

        Assert.Multiple(() =>
        {
            Assert.That(skill.Months, Is.EqualTo(24));
            Assert.That(skill.LastUsed?.ToString(), Is.EqualTo("2020-12"));
            Assert.That(resume.TotalExperienceMonths, Is.EqualTo(24));
        });
    }
}
