using HotGigs.Core.Parsing;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class EducationTests
{
    [TestCase("Bachelor of Science in Computer Science\nState University\t2014 - 2018", "State University", "Bachelor of Science", "Computer Science", 2018, DegreeLevel.Bachelor)]
    [TestCase("State University\tSep. 2017 – May 2021\nBachelor of Science in Computer Science\tAustin, TX", "State University", "Bachelor of Science", "Computer Science", 2021, DegreeLevel.Bachelor)]
    [TestCase("2007 – 2009 Master of Science in Computer Science, MIT, Cambridge, USA", "MIT", "Master of Science", "Computer Science", 2009, DegreeLevel.Master)]
    [TestCase("BS Computer Science, State University 2016", "State University", "BS", "Computer Science", 2016, DegreeLevel.Bachelor)]
    [TestCase("Juris Doctor (J.D.)\nHarvard Law School\n1991", "Harvard Law School", "Juris Doctor (J.D.)", null, 1991, DegreeLevel.Doctorate)]
    [TestCase("PhD in Physics from Stanford University, 2011", "Stanford University", "PhD", "Physics", 2011, DegreeLevel.Doctorate)]
    [TestCase("Technische Universität München\nMaster of Science Informatik\n10/2014 – 09/2016", "Technische Universität München", "Master of Science", "Informatik", 2016, DegreeLevel.Master)]
    [TestCase("Licenciatura en Derecho, Universidad de Salamanca, 2005 - 2010", "Universidad de Salamanca", "Licenciatura", "Derecho", 2010, DegreeLevel.Bachelor)]
    [TestCase("清华大学\t2010年9月 - 2014年7月\n本科", "清华大学", "本科", null, 2014, DegreeLevel.Bachelor)]
    [TestCase("High School Diploma\nSpringfield High School\t1999", "Springfield High School", "High School Diploma", null, 1999, DegreeLevel.School)]
    public void GivenEntry_WhenParsed_ThenFields(string text, string school, string degree, string? field, int year, DegreeLevel level)
    {
        var entries = ResumeText.Parse("## Jane Doe\n# Education\n" + text).Education;

        Assert.That(entries, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(entries[0].Institution?.Value, Is.EqualTo(school));
            Assert.That(entries[0].Degree?.Value, Is.EqualTo(degree));
            Assert.That(entries[0].FieldOfStudy?.Value, Is.EqualTo(field));
            Assert.That(entries[0].End?.Value.Year, Is.EqualTo(year));
            Assert.That(entries[0].Level, Is.EqualTo(level));
        });
    }

    [Test]
    public void GivenTwoSchools_WhenParsed_ThenTwoEntriesAndGrade()
    {
        var entries = ResumeText.Parse("## Jane Doe\n# Education\nKent State University\t2012 - 2014\nMaster of Arts, History\nGPA: 3.6\nButte College\t2010 - 2012\nA.A. in History").Education;

        Assert.That(entries.Select(entry => entry.Institution?.Value), Is.EqualTo(new[] { "Kent State University", "Butte College" }));
        Assert.That(entries[0].Grade?.Value, Is.EqualTo("GPA: 3.6"));
    }
}
