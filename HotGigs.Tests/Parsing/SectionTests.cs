using HotGigs.Core.Parsing;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class SectionTests
{
    [TestCase("WORK EXPERIENCE", SectionKind.Experience)]
    [TestCase("Berufserfahrung:", SectionKind.Experience)]
    [TestCase("Expérience professionnelle", SectionKind.Experience)]
    [TestCase("Experiencia laboral", SectionKind.Experience)]
    [TestCase("Experiência Profissional", SectionKind.Experience)]
    [TestCase("Esperienze lavorative", SectionKind.Experience)]
    [TestCase("Werkervaring", SectionKind.Experience)]
    [TestCase("Doświadczenie zawodowe", SectionKind.Experience)]
    [TestCase("İş Deneyimi", SectionKind.Experience)]
    [TestCase("工作经历", SectionKind.Experience)]
    [TestCase("職務経歴", SectionKind.Experience)]
    [TestCase("الخبرة العملية", SectionKind.Experience)]
    [TestCase("E D U C A T I O N", SectionKind.Education)]
    [TestCase("2. Education", SectionKind.Education)]
    [TestCase("Certi\uFFFDcations", SectionKind.Certifications)]
    [TestCase("教育背景", SectionKind.Education)]
    [TestCase("Sprachkenntnisse", SectionKind.Languages)]
    [TestCase("Compétences", SectionKind.Skills)]
    [TestCase("أهم المهارات", null)]
    [TestCase("Acme Inc", null)]
    public void GivenHeading_WhenRead_ThenKind(string text, SectionKind? kind) =>
        Assert.That(Headings.Exact(new SourceText(text).All), Is.EqualTo(kind));

    [TestCase("Awards & Recognition", SectionKind.Awards)]
    [TestCase("Relevant Industry Experience", SectionKind.Experience)]
    [TestCase("Technical Skills and Tools", SectionKind.Skills)]
    public void GivenHeadingMadeOfParts_WhenRead_ThenKind(string text, SectionKind kind) =>
        Assert.That(Headings.Likely(new SourceText(text).All), Is.EqualTo(kind));

    [Test]
    public void GivenLabelInsideSkills_WhenCut_ThenNoNewSection()
    {
        var resume = ResumeText.Parse("## Jane Doe\n# Skills\nTools\nDocker, Git\n# Experience\nAcme Inc\nEngineer\n2019 - 2020");

        Assert.That(resume.Sections.Select(section => section.Kind), Is.EqualTo(new[] { SectionKind.Unknown, SectionKind.Skills, SectionKind.Experience }));
    }
}
