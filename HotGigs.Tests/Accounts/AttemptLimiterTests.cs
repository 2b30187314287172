using System.Net;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

/// <summary>Limits are counted in Postgres: two processes share them, and no Redis is needed.</summary>
public sealed class AttemptLimiterTests
{
    private static readonly (string, string)[] TenAMinute = [("HotGigs:Accounts:AttemptsPerMinute", "10")];

    private AccountsHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync(TenAMinute);

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenTenSignInsFromOneAddress_WhenTheEleventhComes_ThenItIsToldWhenToComeBack()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.That((await _host.LoginAsync(AccountsHost.NewEmail())).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            _host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await _host.LoginAsync(AccountsHost.NewEmail());

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await AccountsHost.CodeAsync(refused), Is.EqualTo("too_many_attempts"));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(50)));
        _host.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.That((await _host.LoginAsync(AccountsHost.NewEmail())).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await _host.LoginAsync(AccountsHost.NewEmail())).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task GivenForgedForwardingHeaders_WhenSignInsGoOn_ThenTheyCountUnderTheRealAddress()
    {
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            using var client = new HttpClient { BaseAddress = _host.Client.BaseAddress };
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{attempt}");
            answers.Add((await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                client, "/API/auth/login/", new LoginRequest(AccountsHost.NewEmail(), "x"))).StatusCode);
        }

        Assert.That(answers[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task GivenSignInsAtTwoProcessesAtOnce_WhenTheyPassTheLimit_ThenExactlyTheLimitGetsThrough()
    {
        await using var second = await _host.StartSecondAsync(null, TenAMinute);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            (number % 2 == 0 ? _host : second).LoginAsync(AccountsHost.NewEmail())));

        Assert.That(answers.Count(answer => answer.StatusCode != HttpStatusCode.TooManyRequests), Is.EqualTo(10));
    }

    [Test]
    public async Task GivenOneAccount_WhenItIsTriedInManySpellings_ThenAllCountAsOne()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var limiter = scope.ServiceProvider.GetRequiredService<AttemptLimiter>();
        var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
        var waits = new List<TimeSpan?>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            var spelling = attempt % 2 == 0 ? "Ann@Test.example" : " ann@test.EXAMPLE ";
            waits.Add(await limiter.TryAsync([$"login:account:{directory.NormalizeEmail(spelling)}"], CancellationToken.None));
        }

        Assert.That(waits.Take(10), Has.All.Null);
        Assert.That(waits[10], Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public async Task GivenARefusedAttempt_WhenTheFirstIsAMinuteOld_ThenTheRefusedOneDidNotCount()
    {
        for (var attempt = 0; attempt < 20; attempt++)
            await _host.LoginAsync(AccountsHost.NewEmail());
        _host.Clock.Advance(TimeSpan.FromSeconds(60));

        for (var attempt = 0; attempt < 10; attempt++)
            Assert.That((await _host.LoginAsync(AccountsHost.NewEmail())).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task GivenAttempts_WhenTheTableIsRead_ThenItHoldsNoAddress()
    {
        await _host.LoginAsync(AccountsHost.NewEmail());

        var keys = await _host.AsOwnerAsync(db => db.Set<AttemptWindow>().AsNoTracking().Select(window => window.KeyHash).ToListAsync());

        Assert.That(keys, Has.Count.EqualTo(2));
        Assert.That(keys, Has.All.Length.EqualTo(32));
    }

    [TestCase("192.0.2.7", "::ffff:192.0.2.7", true)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [TestCase("192.0.2.7", "192.0.2.8", false)]
    public void GivenTwoAddresses_WhenTheyBelongToOneHost_ThenTheyCountAsOne(string one, string other, bool same) =>
        Assert.That(
            HotGigs.Api.Accounts.AttemptLimits.AddressKey(IPAddress.Parse(one)) == HotGigs.Api.Accounts.AttemptLimits.AddressKey(IPAddress.Parse(other)),
            Is.EqualTo(same));
}
