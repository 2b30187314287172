using HotGigs.Core.Parsing;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

/// <summary>Whatever is claimed can be pointed at: every span lies in the text and holds the words of its value.</summary>
public sealed class SpanTests
{
    private static readonly string[] Vocabulary =
    [
        "## Jane Doe", "jane.doe@mail.com | +49 170 1234567 | Berlin, Germany", "# Experience", "# Education", "# Skills", "# Languages", "# Certifications", "Berufserfahrung:", "工作经历",
        "Acme Inc\tMarch 2019 – Present", "Software Engineer, Globex GmbH, Munich, Germany", "05/2016 – 02/2019", "• Built things with Python, C++ and Kubernetes", "2017 –", "Present\tLed a team",
        "Bachelor of Science in Physics, State University, 2014", "PhD (Hons)", "C++, C#, .NET, Node.js", "Tools: Docker (5 years), Git", "English - fluent, German: B2", "AWS Certified Developer\t2019", "", "2019年3月 - 至今 软件工程师 | 阿里巴巴公司",
        "linkedin.com/in/jane", "((((", "]]]]", "Name:", ": : :", "\t\t•\t", "a@b", "@", "–", "1999-2000-2001-2002", "J A N E   D O E", "GPA: 3.9/4.0", "Company: Initech", "Role: Manager", "يناير 2018 - حتى الآن", "http://", "(", "Dr.", "Company Name City , State Chef",
    ];

    [Test]
    public void GivenAnyMixOfLines_WhenParsed_ThenEverySpanQuotesItsValue([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var text = string.Join('\n', Enumerable.Range(0, 40).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        var document = ResumeText.Document(text);

        var resume = ResumeParser.Parse(document, ResumeText.AsOf);

        foreach (var (value, spans) in Claims(resume))
        {
            Assert.That(spans, Is.Not.Empty, value);
            Assert.That(spans.All(span => span.Start >= 0 && span.Length > 0 && span.End <= document.Text.Length), value);
            var quoted = Letters(string.Concat(spans.Select(span => span.Quote(document.Text))));
            Assert.That(quoted, Is.EqualTo(Letters(value)), value);
        }
    }

    [Test]
    public void GivenSameDocument_WhenParsedTwice_ThenSameJson()
    {
        var document = ResumeText.Document(string.Join('\n', Vocabulary));

        Assert.That(
            ParseCodec.Serialize(ResumeParser.Parse(document, ResumeText.AsOf)),
            Is.EqualTo(ParseCodec.Serialize(ResumeParser.Parse(document, ResumeText.AsOf))));
    }

    [TestCase("(")]
    [TestCase("1 ")]
    [TestCase("@")]
    [TestCase("2019-")]
    [TestCase(", ")]
    [TestCase("Engineer at ")]
    [TestCase("a.")]
    public void GivenHostileLine_WhenParsed_ThenTimeStaysLinear(string piece)
    {
        var document = ResumeText.Document("## Jane Doe\n# Experience\n" + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "\n# Skills\n" + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        ResumeParser.Parse(document, ResumeText.AsOf);

        // Milliseconds when linear, a quarter of a minute when squared.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(4)));
    }

    private static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));

    private static IEnumerable<(string Value, IReadOnlyList<TextSpan> Spans)> Claims(ParsedResume resume)
    {
        var fields = new List<Field<string>?> { resume.FullName, resume.Headline, resume.Summary };
        fields.AddRange(resume.Emails);
        fields.AddRange(resume.Certifications);
        fields.AddRange(resume.Projects);
        fields.AddRange(resume.Awards);
        fields.AddRange(resume.Languages.SelectMany(language => new[] { language.Name, language.Level }));
        fields.AddRange(resume.Experience.SelectMany(role => new[] { role.Company, role.Title, role.Description }));
        fields.AddRange(resume.Education.SelectMany(entry => new[] { entry.Institution, entry.Degree, entry.FieldOfStudy, entry.Grade }));
        foreach (var field in fields.OfType<Field<string>>())
            yield return (field.Value, field.Spans);
        foreach (var phone in resume.Phones)
            yield return (phone.Value.AsPrinted, phone.Spans);
        if (resume.Location is { } location)
            yield return (location.Value.AsPrinted, location.Spans);
        foreach (var link in resume.Links)
            yield return (link.Value.Url, link.Spans);
    }
}
