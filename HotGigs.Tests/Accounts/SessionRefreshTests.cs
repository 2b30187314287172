using System.Net;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class SessionRefreshTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenARefreshToken_WhenItIsExchanged_ThenBothTokensAreNewAndTheSessionIsTheSame()
    {
        var first = await _host.RegisterAsync();

        var second = await RefreshAsync(first.RefreshToken);
        var third = await RefreshAsync(second.RefreshToken);

        Assert.Multiple(async () =>
        {
            Assert.That(new[] { first.RefreshToken, second.RefreshToken, third.RefreshToken }, Is.Unique);
            Assert.That(third.SessionId, Is.EqualTo(first.SessionId));
            Assert.That((await _host.MeAsync(third)).SessionId, Is.EqualTo(first.SessionId));
        });
    }

    [Test]
    public async Task GivenTwoTabs_WhenBothExchangeTheSameTokenWithinTheLeeway_ThenBothGetTheSameSuccessorAndGoOn()
    {
        var first = await _host.RegisterAsync();

        var one = await RefreshAsync(first.RefreshToken);
        _host.Clock.Advance(TimeSpan.FromSeconds(9));
        var other = await RefreshAsync(first.RefreshToken);
        var next = await _host.RefreshAsync(other.RefreshToken);

        Assert.That(other.RefreshToken, Is.EqualTo(one.RefreshToken));
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenManyAtOnce_WhenAllExchangeTheSameToken_ThenAllGetTheSameSuccessor()
    {
        var first = await _host.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefreshAsync(first.RefreshToken)));

        Assert.That(answers.Select(answer => answer.RefreshToken).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task GivenAUsedToken_WhenItComesAgainAfterTheLeeway_ThenTheWholeSessionEndsAndIsOnRecord()
    {
        var first = await _host.RegisterAsync();
        var second = await RefreshAsync(first.RefreshToken);
        _host.Clock.Advance(SessionRefresh.Leeway);

        var reuse = await _host.RefreshAsync(first.RefreshToken);

        await AssertEndedAsync(reuse, second);
    }

    [Test]
    public async Task GivenATokenBeforeTheLast_WhenItComesAgainWithinTheLeeway_ThenTheWholeSessionEnds()
    {
        var first = await _host.RegisterAsync();
        var second = await RefreshAsync(first.RefreshToken);
        var third = await RefreshAsync(second.RefreshToken);

        var reuse = await _host.RefreshAsync(first.RefreshToken);

        await AssertEndedAsync(reuse, third);
    }

    [Test]
    public async Task GivenAReusedToken_WhenTheUserHasAnotherSession_ThenThatOneGoesOn()
    {
        var email = AccountsHost.NewEmail();
        var first = await _host.RegisterAsync(email: email);
        var other = await AccountsHost.ReadAsync<TokenView>(await _host.LoginAsync(email));
        await RefreshAsync(first.RefreshToken);
        _host.Clock.Advance(TimeSpan.FromSeconds(11));

        await _host.RefreshAsync(first.RefreshToken);

        Assert.That((await _host.RefreshAsync(other.RefreshToken)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("not a token")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", Description = "the all-zero token with other trailing bits")]
    public async Task GivenATokenNobodyHas_WhenItIsExchanged_ThenItIsRefused(string token)
    {
        var response = await _host.RefreshAsync(token);

        Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task GivenASessionNotRefreshedForTwoWeeks_WhenItsTokenIsExchanged_ThenItIsRefused()
    {
        var tokens = await _host.RegisterAsync();
        _host.Clock.Advance(TimeSpan.FromDays(14));

        Assert.That((await _host.RefreshAsync(tokens.RefreshToken)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task GivenABusySession_WhenSixtyDaysAreOver_ThenItEndsAllTheSame()
    {
        var tokens = await _host.RegisterAsync();
        for (var week = 0; week < 8; week++)
        {
            _host.Clock.Advance(TimeSpan.FromDays(7));
            tokens = await RefreshAsync(tokens.RefreshToken);
        }

        _host.Clock.Advance(TimeSpan.FromDays(5));

        Assert.That((await _host.RefreshAsync(tokens.RefreshToken)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task GivenATokenInUse_WhenTheDatabaseIsRead_ThenOnlyHashesAreThere()
    {
        var tokens = await _host.RegisterAsync();
        var second = await RefreshAsync(tokens.RefreshToken);

        var rows = await _host.AsOwnerAsync(db => db.Set<RefreshToken>().AsNoTracking().Where(row => row.SessionId == tokens.SessionId).ToListAsync());

        var texts = rows.SelectMany(row => new[] { row.TokenHash, row.SuccessorSalt ?? [] }).Select(bytes => System.Buffers.Text.Base64Url.EncodeToString(bytes));
        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(texts, Has.None.AnyOf(tokens.RefreshToken, second.RefreshToken));
    }

    private async Task<TokenView> RefreshAsync(string refreshToken) =>
        await AccountsHost.ReadAsync<TokenView>(await _host.RefreshAsync(refreshToken));

    private async Task AssertEndedAsync(HttpResponseMessage reuse, TokenView latest)
    {
        var records = await _host.AsOwnerAsync(db => db.Set<ActivityEntry>().CountAsync(
            entry => entry.Action == "session.refresh_reused" && entry.SubjectId == latest.SessionId));
        var me = await _host.GetAsync("/api/auth/me", latest);
        var refresh = await _host.RefreshAsync(latest.RefreshToken);
        Assert.Multiple(async () =>
        {
            Assert.That(reuse.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await AccountsHost.CodeAsync(me), Is.EqualTo("session_revoked"));
            Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(records, Is.EqualTo(1));
        });
    }
}
