using System.Net;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class RegistrationTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenANewOrganization_WhenItRegisters_ThenItsFirstUserIsItsAdmin()
    {
        var me = await _host.MeAsync(await _host.RegisterAsync("Ünïted Grün & Co"));

        Assert.That(me.Role, Is.EqualTo("admin"));
        Assert.That(me.Organization, Is.EqualTo(new OrganizationView(me.Organization!.Id, "united-grun-co", "Ünïted Grün & Co")));
    }

    [Test]
    public async Task GivenTwoOrganizationsOfOneName_WhenBothRegister_ThenEachHasItsOwnSlug()
    {
        var first = await _host.MeAsync(await _host.RegisterAsync("Twins"));
        var second = await _host.MeAsync(await _host.RegisterAsync("Twins"));

        Assert.That(first.Organization!.Slug, Is.EqualTo("twins"));
        Assert.That(second.Organization!.Slug, Does.StartWith("twins-"));
        Assert.That(second.Organization.Id, Is.Not.EqualTo(first.Organization.Id));
    }

    [Test]
    public async Task GivenACandidate_WhenTheyRegister_ThenTheyBelongToNoOrganization()
    {
        var me = await _host.MeAsync(await _host.RegisterAsync(organization: null));

        Assert.That(me.Role, Is.EqualTo("candidate"));
        Assert.That(me.Organization, Is.Null);
    }

    [TestCase("{0}")]
    [TestCase(" {0} ")]
    [TestCase("upper")]
    public async Task GivenAnAddressInUse_WhenItRegistersAgainInAnySpelling_ThenItIsTaken(string spelling)
    {
        var email = AccountsHost.NewEmail();
        await _host.RegisterAsync(email: email);
        var again = spelling == "upper" ? email.ToUpperInvariant() : spelling.Replace("{0}", email, StringComparison.Ordinal);

        var response = await _host.PostAsync("/api/auth/register", new RegisterRequest(again, AccountsHost.Password, "Ann", OrganizationName: "Other"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("email_taken"));
    }

    [Test]
    public async Task GivenOneAddress_WhenItRegistersManyTimesAtOnce_ThenOneWinsAndTheRestAreToldItIsTaken()
    {
        var request = new RegisterRequest(AccountsHost.NewEmail(), AccountsHost.Password, "Ann", OrganizationName: AccountsHost.NewEmail());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await _host.PostAsync("/api/auth/register", request)).StatusCode));

        Assert.That(answers.Count(status => status == HttpStatusCode.Created), Is.EqualTo(1), string.Join(" ", answers));
        Assert.That(answers.Count(status => status == HttpStatusCode.Conflict), Is.EqualTo(5), string.Join(" ", answers));
    }

    [TestCase("recruiter")]
    [TestCase("admin")]
    public async Task GivenAnInvitation_WhenItIsAccepted_ThenTheGuestJoinsInItsRole(string role)
    {
        var admin = await _host.RegisterAsync();

        var guest = await _host.MeAsync(await _host.JoinAsync(admin, role));

        Assert.That(guest.Role, Is.EqualTo(role));
        Assert.That(guest.Organization!.Id, Is.EqualTo((await _host.MeAsync(admin)).Organization!.Id));
    }

    [Test]
    public async Task GivenAnInvitation_WhenItIsAcceptedTwice_ThenTheSecondTimeItIsNotValid()
    {
        var (email, token) = await InviteAsync();
        await AcceptAsync(email, token);

        // The address is taken by now, so another one has to try; both find the link closed.
        Assert.That(await AccountsHost.CodeAsync(await AcceptAsync(email, token)), Is.EqualTo("link_invalid"));
    }

    [Test]
    public async Task GivenAnInvitation_WhenManyAcceptItAtOnce_ThenOneAccountIsMade()
    {
        var (email, token) = await InviteAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await AcceptAsync(email, token)).StatusCode));

        Assert.That(answers.Count(status => status == HttpStatusCode.Created), Is.EqualTo(1), string.Join(" ", answers));
        Assert.That(answers, Has.All.Not.EqualTo(HttpStatusCode.InternalServerError));
    }

    [Test]
    public async Task GivenAnInvitation_WhenAnotherAddressUsesIt_ThenItIsNotValidAndStaysGoodForTheRightOne()
    {
        var (email, token) = await InviteAsync();

        var other = await AcceptAsync(AccountsHost.NewEmail(), token);

        Assert.That(await AccountsHost.CodeAsync(other), Is.EqualTo("link_invalid"));
        Assert.That((await AcceptAsync(email, token)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase(-1, HttpStatusCode.Created)]
    [TestCase(0, HttpStatusCode.BadRequest)]
    public async Task GivenAnInvitation_WhenItsSeventyTwoHoursAreOver_ThenItIsNotValid(int secondsPast, HttpStatusCode expected)
    {
        await using var host = await AccountsHost.StartAsync();
        var email = AccountsHost.NewEmail();
        var admin = await host.RegisterAsync();
        var link = await AccountsHost.ReadAsync<OneTimeLinkView>(await host.PostAsync("/api/users/invite", new InviteRequest(email, "recruiter"), admin));
        host.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(secondsPast));

        var response = await host.PostAsync("/api/auth/register", new RegisterRequest(email, AccountsHost.Password, "Bob", InviteToken: link.Token));

        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task GivenAResetLink_WhenItIsUsedAsAnInvitation_ThenItIsNotValid()
    {
        var admin = await _host.RegisterAsync();
        var id = (await _host.MeAsync(admin)).Id;
        var link = await AccountsHost.ReadAsync<OneTimeLinkView>(await _host.PostAsync($"/api/users/{id}/reset-link", who: admin));

        Assert.That(await AccountsHost.CodeAsync(await AcceptAsync(AccountsHost.NewEmail(), link.Token)), Is.EqualTo("link_invalid"));
    }

    [TestCase("Acme", "acme")]
    [TestCase("  A  &  B  ", "a-b")]
    [TestCase("Ångström Ø", "angstrom")]
    [TestCase("株式会社", "organization")]
    [TestCase("---", "organization")]
    public void GivenAName_WhenASlugIsMade_ThenItIsPlainAscii(string name, string slug) =>
        Assert.That(Registration.Slugify(name), Is.EqualTo(slug));

    [Test]
    public void GivenTheLongestName_WhenASlugIsMade_ThenItFitsWithItsSuffix() =>
        Assert.That(Registration.Slugify(new string('x', AccountLimits.MaxOrganizationName)), Has.Length.LessThanOrEqualTo(Organization.MaxSlug - 9));

    private async Task<(string Email, string Token)> InviteAsync()
    {
        var email = AccountsHost.NewEmail();
        var admin = await _host.RegisterAsync();
        var link = await AccountsHost.ReadAsync<OneTimeLinkView>(await _host.PostAsync("/api/users/invite", new InviteRequest(email, "recruiter"), admin));
        return (email, link.Token);
    }

    private Task<HttpResponseMessage> AcceptAsync(string email, string token) =>
        _host.PostAsync("/api/auth/register", new RegisterRequest(email, AccountsHost.Password, "Bob", InviteToken: token));
}
