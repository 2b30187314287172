using System.Text;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Reading;

[TestFixture]
internal sealed class JsonResumeReaderTests
{
    private static readonly DateOnly AsOf = new(2025, 6, 15);

    private const string Resume = """
        {
          "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
          "basics": {
            "name": "Mira Lindqvist", "label": "Backend Engineer", "email": "mira@example.com", "phone": "+44 20 7946 0001",
            "url": "https://mira.example.com", "summary": "Builds services that stay up.",
            "location": { "city": "Leeds", "countryCode": "GB" },
            "profiles": [{ "network": "GitHub", "username": "mira-l", "url": "https://github.com/mira-l" }]
          },
          "work": [
            { "name": "Northlight Systems", "position": "Senior Software Engineer", "location": "Leeds, United Kingdom", "startDate": "2019-03-01",
              "summary": "Leads the payments team.", "highlights": ["Moved billing to PostgreSQL.", "Halved the time of a release."] },
            { "name": "Eastmere Software Ltd", "position": "Software Developer", "startDate": "2014-09", "endDate": "2019-02",
              "highlights": ["Wrote the reporting service in Python."] }
          ],
          "education": [
            { "institution": "University of Eastmere", "area": "Computer Science", "studyType": "Bachelor of Science", "startDate": "2010", "endDate": "2014", "score": "First" }
          ],
          "skills": [{ "name": "Python", "level": "Expert" }, { "name": "Databases", "keywords": ["PostgreSQL", "Redis"] }],
          "languages": [{ "language": "Swedish", "fluency": "Native speaker" }]
        }
        """;

    [Test]
    public void GivenAJsonResume_WhenReadAndParsed_ThenThePersonIsWhatItSays()
    {
        var parsed = ResumeParser.Parse(Document(Resume), AsOf);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parsed.FullName?.Value, Is.EqualTo("Mira Lindqvist"));
            Assert.That(parsed.Headline?.Value, Is.EqualTo("Backend Engineer"));
            Assert.That(parsed.Summary?.Value, Is.EqualTo("Builds services that stay up."));
            Assert.That(parsed.Emails.Select(email => email.Value), Is.EqualTo(new[] { "mira@example.com" }));
            Assert.That(parsed.Phones.Select(phone => phone.Value.E164), Is.EqualTo(new[] { "+442079460001" }));
            Assert.That((parsed.Location?.Value.City, parsed.Location?.Value.Country), Is.EqualTo(("Leeds", "GB")));
            Assert.That(parsed.Links.Select(link => link.Value.Kind), Is.EquivalentTo(new[] { "website", "github" }));
            Assert.That(parsed.Languages.Select(language => (language.Name.Value, language.Level?.Value)), Is.EqualTo(new[] { ("Swedish", "Native speaker") }));
        }
    }

    [Test]
    public void GivenAJsonResume_WhenReadAndParsed_ThenRolesSchoolsAndSkillsAreWhatItSays()
    {
        var parsed = ResumeParser.Parse(Document(Resume), AsOf);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                parsed.Experience.Select(role => (role.Title?.Value, role.Company?.Value, role.Start?.Value.ToString(), role.End?.Value.ToString(), role.Current?.Value)),
                Is.EqualTo(new (string?, string?, string?, string?, bool?)[]
                {
                    ("Senior Software Engineer", "Northlight Systems", "2019-03", null, true),
                    ("Software Developer", "Eastmere Software Ltd", "2014-09", "2019-02", null),
                }));
            Assert.That(parsed.Experience[0].Location?.Value.City, Is.EqualTo("Leeds"));
            Assert.That(
                parsed.Education.Select(entry => (entry.Institution?.Value, entry.Degree?.Value, entry.FieldOfStudy?.Value, entry.Start?.Value.Year, entry.End?.Value.Year, entry.Grade?.Value)),
                Is.EqualTo(new (string?, string?, string?, int?, int?, string?)[] { ("University of Eastmere", "Bachelor of Science", "Computer Science", 2010, 2014, "Grade: First") }));
            Assert.That(parsed.Skills.Select(skill => skill.Name), Is.SupersetOf(new[] { "Python", "PostgreSQL", "Redis" }));
            Assert.That(parsed.Skills.Single(skill => skill.Name == "Python").Proficiency?.Value, Is.EqualTo("Expert"));
        }
    }

    [Test]
    public void GivenAJsonResume_WhenRead_ThenLinesHeadingsItemsAndLinksAreThoseOfAPage()
    {
        var document = Document(Resume);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Format, Is.EqualTo(FileFormat.JsonResume));
            Assert.That(document.Line("Experience").HeadingLevel, Is.Not.Null);
            Assert.That(document.Line("Moved billing to PostgreSQL.").ListItem, Is.True);
            Assert.That(document.Line("Leads the payments team.").ListItem, Is.False);
            Assert.That(document.Texts(), Does.Contain("mira@example.com | +44 20 7946 0001 | Leeds, GB").And.Contain("2019-03 - Present\tLeeds, United Kingdom"));
            Assert.That(
                document.Links.Select(link => (link.Target, link.Written?.Quote(document.Text))),
                Does.Contain(("https://github.com/mira-l", "https://github.com/mira-l")));
            Assert.That(document.Warns(ReadingWarningKind.ExtensionMismatch), Is.False);
        }
    }

    [TestCase("Engineer, Platform", "Acme, Inc.")]
    [TestCase("Nurse", "St. Mary's Hospital")]
    [TestCase("Zauberer", "Quux")]
    public void GivenAnUnusualRole_WhenReadAndParsed_ThenTitleAndCompanyAreWhatItSays(string title, string company)
    {
        var parsed = ResumeParser.Parse(
            Document($$"""{"basics":{"name":"Mira Lindqvist"},"work":[{"name":"{{company}}","position":"{{title}}","startDate":"2020-01","summary":"Kept the lights on."}]}"""), AsOf);

        Assert.That(parsed.Experience.Select(role => (role.Title?.Value, role.Company?.Value)), Is.EqualTo(new (string?, string?)[] { (title, company) }));
    }

    [Test]
    public void GivenValuesOfOtherTypes_WhenRead_ThenTheyAreLeftOutAndTheRestIsRead()
    {
        var document = Document("""{"basics":{"name":"Mira Lindqvist","email":null,"location":"x","profiles":{}},"work":[3,{"name":["x"],"position":"Engineer"}],"skills":"x"}""");

        Assert.That(document.Texts(), Is.EqualTo(new[] { "Mira Lindqvist", "Experience", "Engineer" }));
    }

    [TestCase("1.3", "Grade: 1.3")]
    [TestCase("GPA 3.8", "GPA 3.8")]
    [TestCase("Note: 1,3", "Note: 1,3")]
    public void GivenAScore_WhenRead_ThenItHasOneLabel(string score, string line) =>
        Assert.That(Document($$"""{"education":[{"institution":"University of Eastmere","score":"{{score}}"}]}""").Texts(), Does.Contain(line));

    [TestCase("""{"basics":{}}""", FileFormat.JsonResume)]
    [TestCase(""" {"meta":{"basics":1},"work":[]}""", FileFormat.JsonResume)]
    [TestCase("""{"education":[{"area":""", FileFormat.JsonResume)]
    [TestCase("\uFEFF{\"basics\":{}}", FileFormat.JsonResume)]
    [TestCase("""{"basics":"x"}""", FileFormat.Text)]
    [TestCase("""{"work":{}}""", FileFormat.Text)]
    [TestCase("""{"data":{"basics":{}}}""", FileFormat.Text)]
    [TestCase("""[{"basics":{}}]""", FileFormat.Text)]
    [TestCase("""{basics:{}}""", FileFormat.Text)]
    public void GivenJson_WhenSniffed_ThenOnlyAResumeIsOne(string json, FileFormat format) =>
        Assert.That(FileFormatSniffer.Sniff(Encoding.UTF8.GetBytes(json)), Is.EqualTo(format));

    [TestCase(".json", true)]
    [TestCase("JSON", true)]
    [TestCase(".txt", false)]
    [TestCase(".pdf", false)]
    [TestCase(null, false)]
    public void GivenAJsonResume_WhenUploaded_ThenOnlyUnderItsExtension(string? extension, bool accepted) =>
        Assert.That(FileFormatSniffer.IsAcceptedUpload(FileFormat.JsonResume, extension), Is.EqualTo(accepted));

    [TestCase("""{"basics":{"name":"Mira Lindqvist"}""")]
    [TestCase("""{"basics":{"name":"Mira Lindqvist"},}""")]
    [TestCase("""{"basics":{"name":"\ud800"}}""")]
    public void GivenMalformedJson_WhenRead_ThenCorrupt(string json) =>
        Assert.That(TestReader.Failure(Encoding.UTF8.GetBytes(json)), Is.EqualTo(ReadingFailure.Corrupt));

    [TestCase(0, null)]
    [TestCase(1, ReadingFailure.TooComplex)]
    public void GivenDepthAtTheEdge_WhenRead_ThenOneMoreIsTooComplex(int more, ReadingFailure? failure)
    {
        // The root object is the first level.
        var depth = ReadingLimits.Default.MaxDepth - 1 + more;
        var json = $$"""{"basics":{"name":"Mira Lindqvist"},"x":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.That(TestReader.Failure(Encoding.UTF8.GetBytes(json)), Is.EqualTo(failure));
    }

    [TestCase(0, null)]
    [TestCase(1, ReadingFailure.TooComplex)]
    public void GivenValuesAtTheEdge_WhenRead_ThenOneMoreIsTooComplex(int more, ReadingFailure? failure)
    {
        // Ten tokens stand around the numbers.
        var numbers = string.Join(',', Enumerable.Repeat('1', JsonResumeReader.MaxTokens - 10 + more));
        var json = $$"""{"basics":{"name":"Mira Lindqvist"},"x":[{{numbers}}]}""";

        Assert.That(TestReader.Failure(Encoding.UTF8.GetBytes(json)), Is.EqualTo(failure));
    }

    private static Document Document(string json) => TestReader.Document(Encoding.UTF8.GetBytes(json), extension: ".json");
}
