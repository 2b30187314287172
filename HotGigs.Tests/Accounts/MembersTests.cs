using System.Net;
using HotGigs.Contracts.Accounts;
using HotGigs.Contracts.Common;
using HotGigs.Core.Accounts;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class MembersTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenTheLastAdmin_WhenTheyAreDemotedOrSuspended_ThenItIsRefusedAndTheyStayAdmin()
    {
        var admin = await _host.RegisterAsync();
        await _host.JoinAsync(admin);
        var id = (await _host.MeAsync(admin)).Id;

        var demoted = await ChangeRoleAsync(id, "recruiter", admin);
        var suspended = await _host.PostAsync($"/api/users/{id}/suspend", who: admin);

        Assert.That(await AccountsHost.CodeAsync(demoted), Is.EqualTo("last_admin"));
        Assert.That(await AccountsHost.CodeAsync(suspended), Is.EqualTo("last_admin"));
        Assert.That((await _host.MeAsync(admin)).Role, Is.EqualTo("admin"));
    }

    [Test]
    public async Task GivenASuspendedSecondAdmin_WhenTheFirstStepsDown_ThenItIsRefused()
    {
        var admin = await _host.RegisterAsync();
        var second = await _host.MeAsync(await _host.JoinAsync(admin, "admin"));
        await _host.PostAsync($"/api/users/{second.Id}/suspend", who: admin);

        var response = await ChangeRoleAsync((await _host.MeAsync(admin)).Id, "recruiter", admin);

        Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("last_admin"));
    }

    [Test]
    public async Task GivenTwoAdmins_WhenTheyDemoteEachOtherAtOnce_ThenOneStays()
    {
        for (var round = 0; round < 5; round++)
        {
            var first = await _host.RegisterAsync();
            var second = await _host.JoinAsync(first, "admin");
            var firstId = (await _host.MeAsync(first)).Id;
            var secondId = (await _host.MeAsync(second)).Id;

            await Task.WhenAll(ChangeRoleAsync(secondId, "recruiter", first), ChangeRoleAsync(firstId, "recruiter", second));

            var roles = new[] { (await _host.MeAsync(first)).Role, (await _host.MeAsync(second)).Role };
            Assert.That(roles, Does.Contain("admin"));
        }
    }

    [Test]
    public async Task GivenSomebodyOfAnotherOrganization_WhenAnAdminReachesForThem_ThenTheyAreNotThere()
    {
        var admin = await _host.RegisterAsync();
        var stranger = await _host.RegisterAsync();
        var id = (await _host.MeAsync(stranger)).Id;

        var answers = new[]
        {
            await _host.GetAsync($"/api/users/{id}", admin),
            await ChangeRoleAsync(id, "recruiter", admin),
            await _host.PostAsync($"/api/users/{id}/suspend", who: admin),
            await _host.PostAsync($"/api/users/{id}/unsuspend", who: admin),
            await _host.PostAsync($"/api/users/{id}/reset-link", who: admin),
        };
        var unknown = await _host.GetAsync($"/api/users/{Guid.CreateVersion7()}", admin);

        Assert.That(answers.Append(unknown).Select(answer => answer.StatusCode), Has.All.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _host.MeAsync(stranger)).Role, Is.EqualTo("admin"));
    }

    [Test]
    public async Task GivenARecruiter_WhenTheyReachForAdminsOperations_ThenEachIsRefused()
    {
        var admin = await _host.RegisterAsync();
        var recruiter = await _host.JoinAsync(admin);
        var id = (await _host.MeAsync(recruiter)).Id;

        var answers = new[]
        {
            await ChangeRoleAsync(id, "admin", recruiter),
            await _host.PostAsync($"/api/users/{id}/suspend", who: recruiter),
            await _host.PostAsync($"/api/users/{id}/unsuspend", who: recruiter),
            await _host.PostAsync($"/api/users/{id}/reset-link", who: recruiter),
        };

        Assert.That(answers.Select(answer => answer.StatusCode), Has.All.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await _host.MeAsync(recruiter)).Role, Is.EqualTo("recruiter"));
    }

    [Test]
    public async Task GivenMembers_WhenTheyAreListedByPages_ThenEachOfTheOrganizationComesOnceAndNobodyElse()
    {
        var admin = await _host.RegisterAsync();
        for (var number = 0; number < 4; number++)
            await _host.JoinAsync(admin);
        await _host.RegisterAsync();

        var ids = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await AccountsHost.ReadAsync<Page<UserView>>(
                await _host.GetAsync($"/api/users?limit=2{(cursor is null ? "" : "&cursor=" + cursor)}", admin));
            Assert.That(page.Total, Is.EqualTo(5));
            ids.AddRange(page.Items.Select(user => user.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.That(ids, Has.Count.EqualTo(5).And.Unique);
    }

    [TestCase("limit=0")]
    [TestCase("limit=101")]
    [TestCase("skip=-1")]
    [TestCase("cursor=x")]
    public async Task GivenAPageThatCannotBe_WhenItIsAsked_ThenTheAnswerSaysSo(string query)
    {
        var admin = await _host.RegisterAsync();

        Assert.That((await _host.GetAsync($"/api/users?{query}", admin)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task GivenAProfile_WhenItsNameChanges_ThenColleaguesSeeItAndTheRoleStays()
    {
        var admin = await _host.RegisterAsync();
        var recruiter = await _host.JoinAsync(admin);

        var body = new { displayName = "Robert", role = "admin", organizationId = Guid.CreateVersion7() };
        var me = await AccountsHost.ReadAsync<MeView>(await _host.SendAsync(HttpMethod.Patch, "/api/users/me", body, recruiter));

        var seen = await AccountsHost.ReadAsync<UserView>(await _host.GetAsync($"/api/users/{me.Id}", admin));
        Assert.That(seen.DisplayName, Is.EqualTo("Robert"));
        Assert.That(seen.Role, Is.EqualTo("recruiter"));
    }

    [Test]
    public async Task GivenAResetLink_WhenItIsUsed_ThenThePasswordIsNewTheSessionsAreOverAndTheLinkIsSpent()
    {
        var admin = await _host.RegisterAsync();
        var email = AccountsHost.NewEmail();
        var member = await _host.JoinAsync(admin, email: email);
        var id = (await _host.MeAsync(member)).Id;
        var link = await AccountsHost.ReadAsync<OneTimeLinkView>(await _host.PostAsync($"/api/users/{id}/reset-link", who: admin));
        var request = new ResetPasswordRequest(link.Token, "another good phrase");

        var first = await _host.PostAsync("/api/auth/reset", request);
        var second = await _host.PostAsync("/api/auth/reset", request);

        Assert.Multiple(async () =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(await AccountsHost.CodeAsync(second), Is.EqualTo("link_invalid"));
            Assert.That(await AccountsHost.CodeAsync(await _host.GetAsync("/api/auth/me", member)), Is.EqualTo("session_revoked"));
            Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await _host.LoginAsync(email, "another good phrase")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task GivenAnInvitation_WhenItIsUsedAsAReset_ThenItIsNotValid()
    {
        var admin = await _host.RegisterAsync();
        var link = await AccountsHost.ReadAsync<OneTimeLinkView>(
            await _host.PostAsync("/api/users/invite", new InviteRequest(AccountsHost.NewEmail(), UserRoles.Recruiter), admin));

        var response = await _host.PostAsync("/api/auth/reset", new ResetPasswordRequest(link.Token, "another good phrase"));

        Assert.That(await AccountsHost.CodeAsync(response), Is.EqualTo("link_invalid"));
    }

    private Task<HttpResponseMessage> ChangeRoleAsync(Guid id, string role, TokenView who) =>
        _host.SendAsync(HttpMethod.Patch, $"/api/users/{id}/role", new ChangeRoleRequest(role), who);
}
