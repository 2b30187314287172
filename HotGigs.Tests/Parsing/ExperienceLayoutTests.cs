using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

/// <summary>One role in the layouts people use; every layout holds the same facts twice.</summary>
public sealed class ExperienceLayoutTests
{
    private static readonly string[] Layouts =
    [
        "Software Engineer\nAcme Inc, Berlin, Germany\nMarch 2019 - Present\n• Built things\n\nJunior Developer\nGlobex GmbH, Munich, Germany\nMay 2016 - February 2019\n• Fixed things",
        "Acme Inc\tMarch 2019 – Present\nSoftware Engineer\tBerlin, Germany\n• Built things\nGlobex GmbH\tMay 2016 – February 2019\nJunior Developer\tMunich, Germany\n• Fixed things",
        "Software Engineer at Acme Inc\nMarch 2019 - Present\n• Built things\nJunior Developer at Globex GmbH\nMay 2016 - February 2019\n• Fixed things",
        "Software Engineer | Acme Inc | Berlin, Germany | March 2019 - Present\n• Built things\nJunior Developer | Globex GmbH | Munich, Germany | May 2016 - February 2019\n• Fixed things",
        "Acme Inc, Berlin, Germany — Software Engineer\nMarch 2019 - Present\n• Built things\nGlobex GmbH, Munich, Germany — Junior Developer\nMay 2016 - February 2019\n• Fixed things",
        "03/2019 – Present\tSoftware Engineer, Acme Inc, Berlin, Germany\nBuilt things for a large number of customers in several countries.\n05/2016 – 02/2019\tJunior Developer, Globex GmbH, Munich, Germany\nFixed things for a large number of customers in several countries.",
        "March 2019 –\tSoftware Engineer, Acme Inc, Berlin, Germany\nPresent\tBuilt things for a large number of customers in several countries.\nMay 2016 –\tJunior Developer, Globex GmbH, Munich, Germany\nFebruary 2019\tFixed things for a large number of customers in several countries.",
        "Software Engineer, March 2019 - Present\nAcme Inc - Berlin, Germany\n• Built things\nJunior Developer, May 2016 - February 2019\nGlobex GmbH - Munich, Germany\n• Fixed things",
        "• Acme Inc, Berlin, Germany — Software Engineer\n• Period: March 2019 - Present\n• Built things for customers.\n• Globex GmbH, Munich, Germany — Junior Developer\n• Period: May 2016 - February 2019\n• Fixed things for customers.",
        "Acme Inc\tSoftware Engineer\tMarch 2019 - Present\nGlobex GmbH\tJunior Developer\tMay 2016 - February 2019",
        "Software Engineer (March 2019 - Present)\nAcme Inc, Berlin\n• Built things\nJunior Developer (May 2016 - February 2019)\nGlobex GmbH, Munich\n• Fixed things",
        "Acme Inc\nSoftware Engineer\nMarch 2019 - Present (6 years 3 months)\nBerlin, Germany\n\nGlobex GmbH\nJunior Developer\nMay 2016 - February 2019 (2 years 10 months)\nMunich, Germany",
    ];

    [TestCaseSource(nameof(Layouts))]
    public void GivenLayout_WhenParsed_ThenTwoRoles(string layout)
    {
        var roles = ResumeText.Parse("## Jane Doe\njane@mail.com\n# Work Experience\n" + layout + "\n# Education\nMIT").Experience;

        Assert.That(roles.Select(role => role.Company?.Value), Is.EqualTo(new[] { "Acme Inc", "Globex GmbH" }));
        Assert.Multiple(() =>
        {
            Assert.That(roles.Select(role => role.Title?.Value), Is.EqualTo(new[] { "Software Engineer", "Junior Developer" }));
            Assert.That(roles[0].Start?.Value.ToString(), Is.EqualTo("2019-03"));
            Assert.That(roles[0].Current?.Value, Is.True);
            Assert.That(roles[1].Start?.Value.ToString(), Is.EqualTo("2016-05"));
            Assert.That(roles[1].End?.Value.ToString(), Is.EqualTo("2019-02"));
        });
    }

    [Test]
    public void GivenRolesUnderOneCompany_WhenParsed_ThenAllCarryIt()
    {
        var roles = ResumeText.Parse("## Jane Doe\n# Experience\nAcme Inc\nSenior Engineer\t2021 - Present\n• Led things\nEngineer\t2019 - 2021\n• Built things\n").Experience;

        Assert.That(roles.Select(role => (role.Company?.Value, role.Title?.Value)), Is.EqualTo(new[] { ("Acme Inc", "Senior Engineer"), ("Acme Inc", "Engineer") }));
    }
}
