using HotGigs.Core.Jobs.Parsing;
using HotGigs.Core.Parsing;
using NUnit.Framework;

namespace HotGigs.Tests.Jobs;

internal sealed class JobFactsTests
{
    [TestCase("5+ years of experience in accounting", 5, null)]
    [TestCase("3-5 years' experience", 3, 5)]
    [TestCase("at least five (5) years of relevant experience", 5, null)]
    [TestCase("mindestens 3 Jahre Berufserfahrung", 3, null)]
    [TestCase("2 à 4 ans d'expérience", 2, 4)]
    [TestCase("al menos dos años de experiencia", 2, null)]
    [TestCase("minimaal 3 jaar ervaring", 3, null)]
    [TestCase("up to 2 years of experience", null, 2)]
    [TestCase("For over 25 years we have had experience with customers", null, null)]
    [TestCase("You are 18 years old, experience welcome", null, null)]
    [TestCase("a 2-year contract, experience welcome", null, null)]
    public void GivenASentence_WhenRead_ThenTheYearsAreThese(string sentence, int? min, int? max)
    {
        YearRange? expected = min is null && max is null ? null : new YearRange(min, max);
        Assert.That(JobParser.Parse("Clerk\n\nYour profile\n" + sentence).Years?.Value, Is.EqualTo(expected));
    }

    [TestCase("Bachelor's degree in Computer Science required", DegreeLevel.Bachelor, true, false)]
    [TestCase("Bachelor's or Master's degree", DegreeLevel.Bachelor, true, false)]
    [TestCase("Master's degree preferred", DegreeLevel.Master, false, false)]
    [TestCase("BS/BA degree or equivalent experience", DegreeLevel.Bachelor, true, true)]
    [TestCase("PhD in physics", DegreeLevel.Doctorate, true, false)]
    [TestCase("High school diploma or GED", DegreeLevel.School, true, false)]
    [TestCase("Abgeschlossene kaufmännische Ausbildung", DegreeLevel.Diploma, true, false)]
    [TestCase("Diplôme Bac +5", DegreeLevel.Master, true, false)]
    [TestCase("Experience as a Scrum Master", null, false, false)]
    public void GivenASentence_WhenRead_ThenTheDegreeIsThis(string sentence, DegreeLevel? level, bool required, bool equivalent)
    {
        DegreeRequirement? expected = level is { } asked ? new(asked, required, equivalent) : null;
        Assert.That(JobParser.Parse("Clerk\n\nRequirements\n" + sentence).Degree?.Value, Is.EqualTo(expected));
    }

    [TestCase("Salary: $120,000 - $150,000 per year", 120000, 150000, "USD", PayPeriod.Year)]
    [TestCase("Gehalt: 50.000 bis 60.000 € pro Jahr", 50000, 60000, "EUR", PayPeriod.Year)]
    [TestCase("£45 per hour", 45, 45, "GBP", PayPeriod.Hour)]
    [TestCase("€50k–60k", 50000, 60000, "EUR", null)]
    [TestCase("Pay range: $25.00-$30/hour", 25, 30, "USD", PayPeriod.Hour)]
    [TestCase("Salaire : 45 000 € brut annuel", 45000, 45000, "EUR", PayPeriod.Year)]
    [TestCase("CHF 110'000 - 130'000 p.a.", 110000, 130000, "CHF", PayPeriod.Year)]
    [TestCase("Salary up to £60,000 a year", null, 60000, "GBP", PayPeriod.Year)]
    public void GivenALine_WhenRead_ThenThePayIsThis(string line, decimal? min, decimal? max, string currency, PayPeriod? period) =>
        Assert.That(JobParser.Parse("Clerk\n\n" + line).Pay?.Value, Is.EqualTo(new Pay(min, max, currency, period)));

    [TestCase("You manage a budget of $500,000 per year")]
    [TestCase("We made $2 million in revenue last year")]
    [TestCase("A company with over €300 million turnover per year")]
    [TestCase("Save $5 today")]
    public void GivenOtherMoney_WhenRead_ThenItIsNoPay(string line) =>
        Assert.That(JobParser.Parse("Clerk\n\n" + line).Pay, Is.Null);

    [TestCase("Software Engineer - Remote", WorkMode.Remote)]
    [TestCase("Software Engineer\nLocation: Remote", WorkMode.Remote)]
    [TestCase("Software Engineer\n3 days a week in the office", WorkMode.Hybrid)]
    [TestCase("Software Engineer\nThis is not a remote position", WorkMode.OnSite)]
    [TestCase("Softwareentwickler\nHomeoffice möglich", WorkMode.Remote)]
    [TestCase("Développeur\nTélétravail partiel", WorkMode.Hybrid)]
    [TestCase("Engineer\nYou build remote sensing and remote desktop tools", null)]
    public void GivenAJob_WhenRead_ThenTheWorkModeIsThis(string text, WorkMode? mode) =>
        Assert.That(JobParser.Parse(text).WorkMode?.Value, Is.EqualTo(mode));

    [TestCase("Senior Accountant", JobLevel.Senior)]
    [TestCase("Junior Developer", JobLevel.Junior)]
    [TestCase("Head of Marketing", JobLevel.Director)]
    [TestCase("Staff Software Engineer", JobLevel.Principal)]
    [TestCase("Engineering Manager", JobLevel.Manager)]
    [TestCase("Marketing Intern", JobLevel.Intern)]
    [TestCase("Chief Technology Officer", JobLevel.Executive)]
    [TestCase("Team Lead Customer Service", JobLevel.Lead)]
    [TestCase("Internal Auditor", null)]
    [TestCase("Restaurant Manager", JobLevel.Manager)]
    [TestCase("Product Manager", null)]
    [TestCase("Senior Product Manager", JobLevel.Senior)]
    [TestCase("Nurse", null)]
    public void GivenATitle_WhenRead_ThenTheLevelIsThis(string title, JobLevel? level) =>
        Assert.That(JobParser.Parse(title + "\n\nThe job\nWork.").Level?.Value, Is.EqualTo(level));

    [TestCase("Job title: Accountant\n\nAbout the role\nText.", "Accountant")]
    [TestCase("We are hiring: Data Scientist (m/w/d)\n\nText.", "Data Scientist")]
    [TestCase("Benefits Manager\n\nText.", "Benefits Manager")]
    [TestCase("Pflegefachkraft (m/w/d) | Vollzeit\n\nText.", "Pflegefachkraft")]
    [TestCase("At Example we build things that people like to use every day.\nWe are looking for a Product Manager to join us.", "Product Manager")]
    [TestCase("Wir von Beispiel lieben Daten und alles, was man damit machen kann.\nZur Verstärkung suchen wir eine Buchhalterin für Köln.", "Buchhalterin")]
    public void GivenAJob_WhenRead_ThenTheTitleIsThis(string text, string title) =>
        Assert.That(JobParser.Parse(text).Title?.Value, Is.EqualTo(title));

    [TestCase("Clerk\nLocation: Austin, TX", "Austin", "TX", "US")]
    [TestCase("Clerk\nLieu : Lyon, France", "Lyon", null, "FR")]
    [TestCase("Clerk\nMadrid, España | Jornada completa", "Madrid", null, "ES")]
    [TestCase("Clerk\n\nThe job\nThis role is based in Utrecht and starts soon.", "Utrecht", null, null)]
    public void GivenAJob_WhenRead_ThenThePlaceIsThis(string text, string city, string? region, string? country)
    {
        Place place = JobParser.Parse(text).Places.Single().Value;
        Assert.That((place.City, place.Region, place.Country), Is.EqualTo((city, region, country)));
    }

    [TestCase("We are an equal opportunity employer.", BoilerplateKind.EqualOpportunity)]
    [TestCase("We offer health insurance and 401(k).", BoilerplateKind.Benefits)]
    [TestCase("We are a leading provider of cloud software.", BoilerplateKind.AboutUs)]
    [TestCase("Please send your CV to us.", BoilerplateKind.HowToApply)]
    [TestCase("You maintain health records of patients.", null)]
    public void GivenASentence_WhenRead_ThenItIsThisBoilerplate(string sentence, BoilerplateKind? kind) =>
        Assert.That(JobParser.Parse("Clerk\n\nThe job\n" + sentence).Boilerplate.Select(b => (BoilerplateKind?)b.Kind),
            Is.EqualTo(kind is null ? [] : new[] { kind }));
}
