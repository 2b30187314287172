using System.Net;
using HotGigs.Contracts.Accounts;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

/// <summary>What ends a session ends it for the very next request, in another process too.</summary>
public sealed class SessionsTests
{
    private AccountsHost _host = null!;
    private AccountsHost _second = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await AccountsHost.StartAsync();
        _second = await _host.StartSecondAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _second.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task GivenASession_WhenItSignsOutInOneProcess_ThenTheOtherRefusesItAtOnce()
    {
        var tokens = await _host.RegisterAsync();
        await _second.MeAsync(tokens);

        await _host.PostAsync("/api/auth/logout", who: tokens);

        await AssertDeadAsync(tokens);
    }

    [Test]
    public async Task GivenTwoSessions_WhenOneRevokesTheOther_ThenOnlyTheOtherEnds()
    {
        var (first, other, _) = await SignInTwiceAsync();

        var response = await _host.SendAsync(HttpMethod.Delete, $"/api/sessions/{other.SessionId}", null, first);
        var again = await _host.SendAsync(HttpMethod.Delete, $"/api/sessions/{other.SessionId}", null, first);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await AssertDeadAsync(other);
        await _second.MeAsync(first);
    }

    [Test]
    public async Task GivenSomebodyElsesSession_WhenItIsRevoked_ThenItIsNotFoundAndGoesOn()
    {
        var admin = await _host.RegisterAsync();
        var recruiter = await _host.JoinAsync(admin);

        var response = await _host.SendAsync(HttpMethod.Delete, $"/api/sessions/{recruiter.SessionId}", null, admin);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await _host.MeAsync(recruiter);
    }

    [Test]
    public async Task GivenTwoSessions_WhenThePasswordIsChanged_ThenTheOtherEndsAndTheOldPasswordIsDead()
    {
        var (first, other, email) = await SignInTwiceAsync();

        var response = await _host.PostAsync("/api/auth/password", new ChangePasswordRequest(AccountsHost.Password, "another good phrase"), first);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertDeadAsync(other);
        await _second.MeAsync(first);
        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await _host.LoginAsync(email, "another good phrase")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenAWrongCurrentPassword_WhenItIsChanged_ThenNothingChanges()
    {
        var (first, other, email) = await SignInTwiceAsync();

        var response = await _host.PostAsync("/api/auth/password", new ChangePasswordRequest("a wrong phrase", "another good phrase"), first);

        Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("current_password_wrong"));
        await _second.MeAsync(other);
        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenAMember_WhenTheyAreSuspended_ThenTheirSessionAndSignInEndAtOnceUntilTheyAreLetInAgain()
    {
        var admin = await _host.RegisterAsync();
        var email = AccountsHost.NewEmail();
        var member = await _host.JoinAsync(admin, email: email);
        var id = (await _second.MeAsync(member)).Id;

        await _host.PostAsync($"/api/users/{id}/suspend", who: admin);

        await AssertDeadAsync(member);
        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        await _host.PostAsync($"/api/users/{id}/unsuspend", who: admin);
        await AssertDeadAsync(member);
        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenAMember_WhenTheirRoleChanges_ThenTheNextRequestInAnotherProcessHasIt()
    {
        var admin = await _host.RegisterAsync();
        var member = await _host.JoinAsync(admin);
        var me = await _second.MeAsync(member);

        await _host.SendAsync(HttpMethod.Patch, $"/api/users/{me.Id}/role", new ChangeRoleRequest("admin"), admin);

        Assert.That((await _second.MeAsync(member)).Role, Is.EqualTo("admin"));
        Assert.That(
            (await _second.PostAsync("/api/users/invite", new InviteRequest(AccountsHost.NewEmail(), "recruiter"), member)).StatusCode,
            Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenTwoSessions_WhenTheyAreListed_ThenBothAreThereAndNobodyElses()
    {
        var (first, other, _) = await SignInTwiceAsync();
        await _host.RegisterAsync();

        var sessions = await AccountsHost.ReadAsync<List<SessionView>>(await _host.GetAsync("/api/sessions", first));

        Assert.That(sessions.Select(session => session.Id), Is.EquivalentTo(new[] { first.SessionId, other.SessionId }));
        Assert.That(sessions.Single(session => session.Current).Id, Is.EqualTo(first.SessionId));
    }

    private async Task<(TokenView First, TokenView Other, string Email)> SignInTwiceAsync()
    {
        var email = AccountsHost.NewEmail();
        var first = await _host.RegisterAsync(email: email);
        return (first, await AccountsHost.ReadAsync<TokenView>(await _host.LoginAsync(email)), email);
    }

    private async Task AssertDeadAsync(TokenView tokens)
    {
        var access = await _second.GetAsync("/api/auth/me", tokens);
        var refresh = await _second.RefreshAsync(tokens.RefreshToken);
        Assert.Multiple(async () =>
        {
            Assert.That(await AccountsHost.CodeAsync(access), Is.EqualTo("session_revoked"));
            Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }
}
