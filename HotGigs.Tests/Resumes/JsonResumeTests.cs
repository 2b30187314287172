using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Api.Resumes;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Tests.Support;
using NUnit.Framework;

namespace HotGigs.Tests.Resumes;

[TestFixture]
internal sealed class JsonResumeTests
{
    [Test]
    public void GivenAParse_WhenMapped_ThenTheSchemasKeysHoldWhatIsKnown()
    {
        var json = Map(new ParsedResume
        {
            ParserVersion = "1",
            FullName = Field("Mira Lindqvist"),
            Emails = [Field("mira@example.com"), Field("other@example.com")],
            Phones = [Field(new PhoneNumber("020 7946 0001", null))],
            Location = Field(new Place("Leeds, UK", "Leeds", null, "GB")),
            Links =
            [
                Field(new WebLink("linkedin.com/in/mira-l", "linkedin")), Field(new WebLink("https://mira.example.com", "website")),
                Field(new WebLink("https://github.com/mira-l/tool", "github")), Field(new WebLink("https://blog.example.com", "website")),
            ],
            Skills = [new SkillMention { Name = "Python", Spans = [new TextSpan(0, 1)], Confidence = 1, Section = SectionKind.Skills, Proficiency = Field("Expert") }],
            Languages = [new SpokenLanguage(Field("Swedish"), null)],
            Awards = [Field("Best Thesis")],
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("basics").GetRawText(), Is.EqualTo(
                """{"name":"Mira Lindqvist","email":"mira@example.com","phone":"020 7946 0001","url":"https://mira.example.com" """.TrimEnd()
                + ""","location":{"address":"Leeds, UK","city":"Leeds","countryCode":"GB"}"""
                + ""","profiles":[{"network":"LinkedIn","username":"mira-l","url":"linkedin.com/in/mira-l"},"""
                + """{"network":"GitHub","url":"https://github.com/mira-l/tool"},{"url":"https://blog.example.com"}]}"""));
            Assert.That(json.GetProperty("skills").GetRawText(), Is.EqualTo("""[{"name":"Python","level":"Expert"}]"""));
            Assert.That(json.GetProperty("languages").GetRawText(), Is.EqualTo("""[{"language":"Swedish"}]"""));
            Assert.That(json.GetProperty("awards").GetRawText(), Is.EqualTo("""[{"title":"Best Thesis"}]"""));
        }
    }

    [Test]
    public void GivenRoles_WhenMapped_ThenDatesAreAsPreciseAsKnownAndACurrentRoleHasNoEnd()
    {
        var json = Map(new ParsedResume
        {
            ParserVersion = "1",
            Experience =
            [
                new ExperienceEntry
                {
                    Company = Field("Northlight Systems"), Title = Field("Engineer"), Start = Field(new PartialDate(2019, 3)), End = Field(new PartialDate(2025, 6)),
                    Current = Field(true), Description = Field("Built it.\nRan it."), Span = new TextSpan(0, 1),
                },
                new ExperienceEntry { Title = Field("Developer"), Start = Field(new PartialDate(2014, null)), End = Field(new PartialDate(2019, 2)), Description = Field("One line."), Span = new TextSpan(0, 1) },
            ],
            Education = [new EducationEntry { Degree = Field("BSc"), Level = DegreeLevel.Bachelor, End = Field(new PartialDate(2014, null)), Span = new TextSpan(0, 1) }],
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("work").GetRawText(), Is.EqualTo(
                """[{"name":"Northlight Systems","position":"Engineer","startDate":"2019-03","highlights":["Built it.","Ran it."]},"""
                + """{"position":"Developer","startDate":"2014","endDate":"2019-02","summary":"One line."}]"""));
            Assert.That(json.GetProperty("education").GetRawText(), Is.EqualTo("""[{"studyType":"BSc","endDate":"2014"}]"""));
        }
    }

    [Test]
    public void GivenNothingKnown_WhenMapped_ThenOnlyTheSchemaIsNamed() =>
        Assert.That(Map(new ParsedResume { ParserVersion = "1" }).EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "$schema" }));

    [TestCase("xml", HttpStatusCode.BadRequest, "unknown_format")]
    [TestCase("JSONRESUME", HttpStatusCode.BadRequest, "unknown_format")]
    [TestCase("hotgigs", HttpStatusCode.Conflict, "not_parsed")]
    [TestCase("jsonresume", HttpStatusCode.Conflict, "not_parsed")]
    public async Task GivenAQueuedResume_WhenItsDataIsAskedInAFormat_ThenOnlyKnownFormatsPass(string format, HttpStatusCode status, string code)
    {
        var admin = await (await ApiHost.SharedAsync()).RegisterAdminAsync();
        var resume = await Upload.AcceptedAsync(admin.Client, MinimalFiles.ResumePdf("Ada Example", Some.Email()));

        using var answer = await admin.Client.GetAsync($"/api/resumes/{resume.ResumeId}/data?format={format}");

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((answer.StatusCode, problem.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    private static JsonElement Map(ParsedResume parsed) => JsonSerializer.SerializeToElement(parsed.ToJsonResume(), JsonSerializerOptions.Web);

    private static Field<T> Field<T>(T value) => new(value, [new TextSpan(0, 1)], 1);
}
