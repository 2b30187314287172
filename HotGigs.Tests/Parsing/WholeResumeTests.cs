using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

/// <summary>Whole résumés in the shapes and languages people send.</summary>
public sealed class WholeResumeTests
{
    private const string SideColumnFirst = """
        # Contact
        www.linkedin.com/in/maria-lopez-123 (LinkedIn)
        mlopez@mail.com

        # Top Skills
        Project Management
        Scrum

        # Languages
        English (Native or Bilingual)
        Spanish (Professional Working)

        ## Maria Lopez
        Senior Project Manager at Globex
        Austin, Texas, United States

        # Experience
        Globex
        Senior Project Manager
        January 2020 - Present (5 years 6 months)
        Austin, Texas, United States
        Leading a team of twelve to deliver the platform.

        Initech
        4 years 2 months
        Project Manager
        March 2018 - December 2019 (1 year 10 months)
        Dallas, Texas
        Business Analyst
        November 2015 - March 2018 (2 years 5 months)

        # Education
        Rice University
        Bachelor's degree, Economics · (2009 - 2013)
        """;

    private const string German = """
        ## Lebenslauf

        # Persönliche Daten
        Name:	Thomas Krüger
        Anschrift:	Hauptstraße 12, 50667 Köln
        Telefon:	0221 / 1234567
        E-Mail:	thomas.krueger@web.de

        # Berufserfahrung
        04/2017 – heute	Projektleiter bei Siemens AG, München
        • Leitung eines Teams von 8 Personen
        10/2013 – 03/2017	Softwareentwickler
        Müller & Partner GmbH, Düsseldorf
        • Entwicklung von Webanwendungen mit Java

        # Ausbildung
        10/2008 – 09/2013	Studium der Informatik, RWTH Aachen
        Abschluss: Master of Science (Note: 1,7)

        # Kenntnisse
        Programmiersprachen:	Java, C++
        Sprachen:	Deutsch (Muttersprache), Englisch (fließend)
        """;

    private const string Chinese = """
        ## 李明
        手机：13800138000 | 邮箱：liming@163.com

        # 教育背景
        2012.09 - 2016.06	北京大学	计算机科学与技术	本科

        # 工作经历
        2018.07 - 至今	阿里巴巴集团	高级Java开发工程师
        负责订单系统的设计与开发；
        2016年7月-2018年6月	北京字节跳动科技有限公司	后端开发工程师

        # 专业技能
        熟练掌握 Java、Spring Boot
        """;

    private const string Spanish = """
        ## CURRÍCULUM VITAE
        # DATOS PERSONALES
        Nombre y apellidos: Ana García Martínez
        Teléfono: 612 345 678
        # EXPERIENCIA LABORAL
        Septiembre 2018 - Actualidad: Contable en Grupo Inditex, S.A. (Arteixo)
        • Gestión de facturas
        Enero 2015 – Agosto 2018: Auxiliar administrativa en Gestoría López S.L., Madrid
        # FORMACIÓN ACADÉMICA
        2010-2014 Grado en Administración y Dirección de Empresas. Universidad Complutense de Madrid.
        """;

    [TestCase(SideColumnFirst, "Maria Lopez", "Globex|Initech|Initech", "Senior Project Manager|Project Manager|Business Analyst", "Rice University")]
    [TestCase(German, "Thomas Krüger", "Siemens AG|Müller & Partner GmbH", "Projektleiter|Softwareentwickler", "RWTH Aachen")]
    [TestCase(Chinese, "李明", "阿里巴巴集团|北京字节跳动科技有限公司", "高级Java开发工程师|后端开发工程师", "北京大学")]
    [TestCase(Spanish, "Ana García Martínez", "Grupo Inditex, S.A. (Arteixo)|Gestoría López S.L.", "Contable|Auxiliar administrativa", "Universidad Complutense de Madrid")]
    public void GivenResume_WhenParsed_ThenNameRolesAndSchool(string text, string name, string companies, string titles, string school)
    {
        var resume = ResumeText.Parse(text);

        Assert.Multiple(() =>
        {
            Assert.That(resume.FullName?.Value, Is.EqualTo(name));
            Assert.That(string.Join('|', resume.Experience.Select(role => role.Company?.Value)), Is.EqualTo(companies));
            Assert.That(string.Join('|', resume.Experience.Select(role => role.Title?.Value)), Is.EqualTo(titles));
            Assert.That(resume.Education.Select(entry => entry.Institution?.Value), Is.EqualTo(new[] { school }));
        });
    }

    [Test]
    public void GivenSpokenLanguagesAmongSkills_WhenParsed_ThenTheyAreLanguagesWithLevel()
    {
        var resume = ResumeText.Parse(German);

        Assert.That(resume.Languages.Select(language => (language.Name.Value, language.Level?.Value)), Is.EqualTo(new[] { ("Deutsch", "Muttersprache"), ("Englisch", "fließend") }));
        Assert.That(resume.Skills.Select(skill => skill.Name), Does.Contain("Java").And.Contain("C++").And.Not.Contain("Deutsch"));
    }

    [Test]
    public void GivenGapAndOpenRole_WhenParsed_ThenInsightsPointAtTheDates()
    {
        var document = ResumeText.Document("## Jane Doe\n# Experience\nAcme Inc\nSenior Engineer\nJan 2022 - Present\n\nGlobex Inc\nEngineer\nJan 2018 - Dec 2019\n");
        var resume = ResumeParser.Parse(document, ResumeText.AsOf);

        var gap = resume.Insights.Single(insight => insight.Code == "gap");
        Assert.Multiple(() =>
        {
            Assert.That(gap.Text, Does.StartWith("24 months"));
            Assert.That(gap.Spans.Select(span => span.Quote(document.Text)), Is.EqualTo(new[] { "Dec 2019", "Jan 2022" }));
            Assert.That(resume.Insights.Single(insight => insight.Code == "level").Text, Does.Contain("senior"));
            Assert.That(resume.TotalExperienceMonths, Is.EqualTo(24 + 42));
        });
    }

    [Test]
    public void GivenNoResume_WhenParsed_ThenNothingIsRecognised()
    {
        var resume = ResumeText.Parse("The weather was fine that day and everybody went to the lake.\nNobody came back before dark, which was unusual for them.");

        Assert.That(resume.FullName, Is.Null);
        Assert.That(resume.Findings.Select(finding => finding.Code), Does.Contain("nothing-recognised").And.Contain("no-name").And.Contain("no-contact"));
    }

    [Test]
    public void GivenReadingWarnings_WhenParsed_ThenFindings()
    {
        var document = ResumeText.Document("## Jane Doe\njane@mail.com") with { Warnings = [new ReadingWarning(ReadingWarningKind.HiddenText, 2), new ReadingWarning(ReadingWarningKind.ColumnsUnsure, 1)] };

        var codes = ResumeParser.Parse(document, ResumeText.AsOf).Findings.Select(finding => finding.Code).ToList();

        Assert.That(codes, Does.Contain("hidden-text").And.Contain("columns-unsure"));
    }
}
