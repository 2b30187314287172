using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class ContactTests
{
    [TestCase("## Jane Doe\nSoftware Engineer\njane@doe.dev", "Jane Doe")]
    [TestCase("JANE DOE\nBerlin, Germany\njane.doe@mail.com", "JANE DOE")]
    [TestCase("J A N E   D O E\njane.doe@mail.com", "JANE DOE")]
    [TestCase("## Jane Doe, PhD, PMP\njane@mail.com", "Jane Doe")]
    [TestCase("Dr. Jane van der Berg\njane@mail.com", "Jane van der Berg")]
    [TestCase("## Jane\n## Doe\nBerlin\njane@mail.com", "Jane Doe")]
    [TestCase("Curriculum Vitae\nJane Doe\njane@mail.com", "Jane Doe")]
    [TestCase("Name: Jane Doe\nEmail: x@y.com", "Jane Doe")]
    [TestCase("Mia Zimmermann - Softwareentwicklerin\nEmail: mia@bank.com", "Mia Zimmermann")]
    [TestCase("王小明\n软件工程师\nxm.wang@mail.cn", "王小明")]
    [TestCase("姓名：李娜\n电话：138 0013 8000", "李娜")]
    [TestCase("محمد العلي\nمهندس برمجيات\nm.ali@mail.com", "محمد العلي")]
    [TestCase("Gökçe Aslan\ngokce@mail.com", "Gökçe Aslan")]
    public void GivenHeader_WhenParsed_ThenName(string text, string name) =>
        Assert.That(ResumeText.Parse(text).FullName?.Value, Is.EqualTo(name));

    [TestCase("ACCOUNTANT\n# Professional Summary\nBooks kept for ten years in several firms.\n# Skills\nExcel, SAP")]
    [TestCase("# Experience\nAcme Inc  2019 - 2020\nEngineer")]
    [TestCase("Berlin, Germany\n# Skills\nExcel")]
    public void GivenNoName_WhenParsed_ThenNullAndFinding(string text)
    {
        var resume = ResumeText.Parse(text);

        Assert.That(resume.FullName, Is.Null);
        Assert.That(resume.Findings.Select(finding => finding.Code), Does.Contain("no-name"));
    }

    [TestCase("jane.doe@mail.com", "jane.doe@mail.com")]
    [TestCase("#jane.doe@mail.com", "jane.doe@mail.com")]
    [TestCase("Email: jane.doe @ mail . com", "jane.doe@mail.com")]
    [TestCase("jane.doe (at) mail.co.uk", "jane.doe@mail.co.uk")]
    [TestCase("jane+cv@sub.mail-host.org | Berlin", "jane+cv@sub.mail-host.org")]
    [TestCase("peter@müller.com", "peter@müller.com")]
    public void GivenAddressForms_WhenParsed_ThenEmail(string line, string email) =>
        Assert.That(ResumeText.Parse("Jane Doe\n" + line).Emails.Select(field => field.Value), Is.EqualTo(new[] { email }));

    [TestCase("(555) 123-4567", "(555) 123-4567", null)]
    [TestCase("+49 170 1234567", "+49 170 1234567", "+491701234567")]
    [TestCase("+44 (0)20 7946 0958", "+44 (0)20 7946 0958", "+442079460958")]
    [TestCase("Tel: 0170 1234567", "0170 1234567", null)]
    [TestCase("+1-(234)-555-1234", "+1-(234)-555-1234", "+12345551234")]
    [TestCase("Phone: +86 555-0310", "+86 555-0310", "+865550310")]
    [TestCase("电话: 138 0013 8000", "138 0013 8000", null)]
    [TestCase("Austin, TX | 512-555-0149", "512-555-0149", "+15125550149")]
    [TestCase("Phone: 555-123-4567 ext. 89", "555-123-4567 ext. 89", null)]
    public void GivenPhoneForms_WhenParsed_ThenNumber(string line, string printed, string? e164)
    {
        var phones = ResumeText.Parse("Jane Doe\n" + line).Phones;

        Assert.That(phones, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(phones[0].Value.AsPrinted, Is.EqualTo(printed));
            Assert.That(phones[0].Value.E164, Is.EqualTo(e164));
        });
    }

    [TestCase("2012 - 2019")]
    [TestCase("2012-2019")]
    [TestCase("Fax: (858) 555-1003")]
    [TestCase("01/2019 - 03/2020")]
    [TestCase("12345")]
    public void GivenOtherNumbers_WhenParsed_ThenNoPhone(string line) =>
        Assert.That(ResumeText.Parse("Jane Doe\njane@mail.com\n" + line).Phones, Is.Empty);

    [TestCase("Miami, FL | 305-555-0196 | s@mail.com", "Miami, FL")]
    [TestCase("Address: 9876 Lindenstraße, München, 80331", "9876 Lindenstraße, München, 80331")]
    [TestCase("London, United Kingdom", "London, United Kingdom")]
    [TestCase("+49 151 23456789\nBerlin", "Berlin")]
    [TestCase("4567 Main Street\nBuffalo, New York 98052", "4567 Main Street, Buffalo, New York 98052")]
    [TestCase("Kadıköy, İstanbul | 0532 123 45 67", "Kadıköy, İstanbul")]
    [TestCase("Barcelona, España", "Barcelona, España")]
    [TestCase("地址: 5678 桦树路, 上海, 200120", "5678 桦树路, 上海, 200120")]
    public void GivenPlace_WhenParsed_ThenLocation(string line, string place) =>
        Assert.That(ResumeText.Parse("Jane Doe\n" + line).Location?.Value.AsPrinted, Is.EqualTo(place));

    [Test]
    public void GivenProfiles_WhenParsed_ThenLinksWithKind()
    {
        var links = ResumeText.Parse("Jane Doe\nlinkedin.com/in/jane | https://github.com/jane | www.jane.dev | ASP.NET").Links.Select(link => link.Value).ToList();

        Assert.That(links.Select(link => link.Url), Is.EqualTo(new[] { "linkedin.com/in/jane", "https://github.com/jane", "www.jane.dev" }));
        Assert.That(links.Select(link => link.Kind), Is.EqualTo(new[] { "linkedin", "github", "website" }));
    }
}
