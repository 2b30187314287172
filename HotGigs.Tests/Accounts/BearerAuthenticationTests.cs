using System.Net;
using HotGigs.Contracts.Accounts;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class BearerAuthenticationTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenATokenInForce_WhenItIsSent_ThenTheCallerIsKnown()
    {
        var email = AccountsHost.NewEmail();
        var tokens = await _host.RegisterAsync(email: email);

        var me = await _host.MeAsync(tokens);

        Assert.Multiple(() =>
        {
            Assert.That(me.Email, Is.EqualTo(email));
            Assert.That(me.Role, Is.EqualTo("admin"));
            Assert.That(me.Organization, Is.Not.Null);
            Assert.That(me.SessionId, Is.EqualTo(tokens.SessionId));
        });
    }

    [Test]
    public async Task GivenNoToken_WhenACallNeedsOne_ThenTheAnswerSaysItIsMissing()
    {
        var response = await _host.GetAsync("/api/auth/me");

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
            Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("token_missing"));
        });
    }

    [TestCase("x")]
    [TestCase("a.b.c")]
    [TestCase("eyJhbGciOiJub25lIn0.e30.")]
    public async Task GivenATokenThatIsNotOurs_WhenItIsSent_ThenTheAnswerSaysItIsInvalid(string token)
    {
        var response = await _host.GetAsync("/api/auth/me", new TokenView(token, "Bearer", 0, "", Guid.Empty));

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Does.Contain("invalid_token"));
            Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("token_invalid"));
        });
    }

    [Test]
    public async Task GivenATokenOlderThanItsLifeAndTheSkew_WhenItIsSent_ThenTheAnswerSaysItHasExpired()
    {
        await using var host = await AccountsHost.StartAsync();
        var tokens = await host.RegisterAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        var response = await host.GetAsync("/api/auth/me", tokens);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("token_expired"));
        });
    }

    [Test]
    public async Task GivenARecruiter_WhenAnAdminsOperationIsCalled_ThenTheRoleIsRefused()
    {
        var admin = await _host.RegisterAsync();
        var recruiter = await _host.JoinAsync(admin);

        var refused = await _host.PostAsync("/api/users/invite", new InviteRequest(AccountsHost.NewEmail(), "recruiter"), recruiter);
        var allowed = await _host.PostAsync("/api/users/invite", new InviteRequest(AccountsHost.NewEmail(), "recruiter"), admin);

        Assert.Multiple(async () =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await AccountsHost.CodeAsync(refused), Is.EqualTo("forbidden_role"));
            Assert.That(allowed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task GivenACandidate_WhenTheMembersListIsAsked_ThenTheRoleIsRefused()
    {
        var candidate = await _host.RegisterAsync(organization: null);

        var response = await _host.GetAsync("/api/users", candidate);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
