using System.Net;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Activity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

/// <summary>Nobody learns from a sign-in who has an account, and nobody guesses for long.</summary>
public sealed class SignInTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync(("HotGigs:Accounts:MaxFailedSignIns", "5"));

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenUnknownWrongLockedAndSuspended_WhenTheySignIn_ThenTheAnswersAreAlike()
    {
        var (admin, member, email) = await MemberAsync();
        var unknown = await AnswerAsync(AccountsHost.NewEmail(), AccountsHost.Password);
        var wrong = await AnswerAsync(email, "a wrong phrase");
        await LockOutAsync(email);
        var locked = await AnswerAsync(email, AccountsHost.Password);
        await _host.PostAsync($"/api/users/{member.Id}/suspend", who: admin);
        var suspended = await AnswerAsync(email, AccountsHost.Password);

        Assert.That(new[] { wrong, locked, suspended }, Has.All.EqualTo(unknown));
        Assert.That(unknown, Does.Contain("invalid_credentials"));
    }

    [Test]
    public async Task GivenUnknownAndKnownAddresses_WhenTheySignIn_ThenThePasswordIsHashedOnceForEach()
    {
        // The hash is all but the whole cost of a sign-in: whoever skips it answers measurably sooner.
        var email = AccountsHost.NewEmail();
        await _host.RegisterAsync(email: email);
        var costs = new List<int>();
        foreach (var address in new[] { email, AccountsHost.NewEmail() })
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var hasher = new CountingHasher();
            var signIn = ActivatorUtilities.CreateInstance<SignIn>(scope.ServiceProvider, hasher);
            await signIn.SignInAsync(address, "a wrong phrase", null, CancellationToken.None);
            costs.Add(hasher.Verified);
        }

        Assert.That(costs, Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task GivenManyWrongPasswords_WhenTheRightOneFollows_ThenItIsRefusedUntilTheLockEndsByItself()
    {
        var (_, _, email) = await MemberAsync();
        await LockOutAsync(email);

        var locked = await _host.LoginAsync(email);
        _host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var later = await _host.LoginAsync(email);

        Assert.That(locked.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenALockedAccount_WhenGuessingGoesOn_ThenTheLockDoesNotGrow()
    {
        var (_, _, email) = await MemberAsync();
        await LockOutAsync(email);
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await LockOutAsync(email);
        _host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenGuessesAllAtOnce_WhenTheyFail_ThenEachCounts()
    {
        var (_, member, email) = await MemberAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _host.LoginAsync(email, "a wrong phrase")));

        var count = await _host.AsOwnerAsync(db => db.Set<User>().Where(user => user.Id == member.Id).Select(user => user.AccessFailedCount).SingleAsync());
        Assert.That(count, Is.EqualTo(4));
    }

    [Test]
    public async Task GivenSomeWrongPasswords_WhenTheRightOneComes_ThenTheCountStartsAgain()
    {
        var (_, _, email) = await MemberAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var wrong = 0; wrong < 4; wrong++)
                await _host.LoginAsync(email, "a wrong phrase");
            Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task GivenAnOlderHash_WhenItsOwnerSignsIn_ThenItIsRenewed()
    {
        var email = AccountsHost.NewEmail();
        var id = (await _host.MeAsync(await _host.RegisterAsync(email: email))).Id;
        var before = await HashAsync(id);
        await using var stronger = await _host.StartSecondAsync(null, ("HotGigs:Accounts:PasswordIterations", "2000"));

        await stronger.LoginAsync(email);

        Assert.That(await HashAsync(id), Is.Not.EqualTo(before));
        Assert.That((await stronger.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task GivenSignInsThatWorkAndFail_WhenTheLogIsRead_ThenBothAreOnRecord()
    {
        var (_, member, email) = await MemberAsync();
        await _host.LoginAsync(email, "a wrong phrase");
        await _host.LoginAsync(email);

        var actions = await _host.AsOwnerAsync(db => db.Set<ActivityEntry>()
            .Where(entry => entry.ActorUserId == member.Id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());

        Assert.That(actions, Is.EqualTo(new[] { "user.registered", "user.sign_in_failed", "user.signed_in" }));
    }

    private async Task<(TokenView Admin, MeView Member, string Email)> MemberAsync()
    {
        var admin = await _host.RegisterAsync();
        var email = AccountsHost.NewEmail();
        var member = await _host.JoinAsync(admin, email: email);
        return (admin, await _host.MeAsync(member), email);
    }

    private async Task LockOutAsync(string email)
    {
        for (var guess = 0; guess < 5; guess++)
            await _host.LoginAsync(email, "a wrong phrase");
    }

    private Task<string?> HashAsync(Guid id) =>
        _host.AsOwnerAsync(db => db.Set<User>().Where(user => user.Id == id).Select(user => user.PasswordHash).SingleAsync());

    /// <summary>All that a caller can see, but for the trace id.</summary>
    private async Task<string> AnswerAsync(string email, string password)
    {
        var response = await _host.LoginAsync(email, password);
        var body = await response.Content.ReadAsStringAsync();
        var headers = string.Join("|", response.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}={string.Join(",", header.Value)}"));
        return $"{(int)response.StatusCode} {headers} {System.Text.RegularExpressions.Regex.Replace(body, "\"traceId\":\"[^\"]*\"", "")}";
    }

    private sealed class CountingHasher : IPasswordHasher<User>
    {
        private readonly PasswordHasher<User> _real = new();

        public int Verified { get; private set; }

        public string HashPassword(User user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
