using System.CommandLine;
using System.Net;
using System.Text.Json;
using HotGigs.Api.Commands;
using HotGigs.Contracts.Accounts;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

public sealed class UserCommandsTests
{
    private AccountsHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await AccountsHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task GivenANewInstallation_WhenTheOperatorMakesTheFirstAdmin_ThenTheTokenPrintedSetsThePassword()
    {
        var email = AccountsHost.NewEmail();

        var (code, output, _) = await RunAsync("create", "--email", email, "--name", "Ann", "--new-organization", "First Works");

        var token = output.Trim().Split('\n')[^1];
        await _host.PostAsync("/api/auth/reset", new ResetPasswordRequest(token, AccountsHost.Password));
        var me = await _host.MeAsync(await AccountsHost.ReadAsync<TokenView>(await _host.LoginAsync(email)));
        Assert.That(code, Is.Zero);
        Assert.That((me.Role, me.Organization!.Slug), Is.EqualTo(("admin", "first-works")));
    }

    [Test]
    public async Task GivenAnAccountWithoutPassword_WhenSomebodySignsIn_ThenNoPasswordIsRight()
    {
        var email = AccountsHost.NewEmail();
        await RunAsync("create", "--email", email, "--name", "Ann", "--candidate");

        Assert.That((await _host.LoginAsync(email)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await _host.LoginAsync(email, " ")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task GivenAnOrganization_WhenMembersAreMadeAndListed_ThenTextAndJsonShowThem()
    {
        var slug = (await _host.MeAsync(await _host.RegisterAsync($"List {Guid.CreateVersion7()}"))).Organization!.Slug;
        var email = AccountsHost.NewEmail();
        // Ids sort by time only from one millisecond to the next.
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await RunAsync("create", "--email", email, "--name", "Bob", "--organization", slug, "--role", "recruiter");

        var (_, text, _) = await RunAsync("list", "--organization", slug);
        var (_, json, _) = await RunAsync("list", "--organization", slug, "--json", "--skip", "1");

        Assert.That(text.Trim().Split('\n'), Has.Length.EqualTo(2));
        var views = JsonSerializer.Deserialize<List<UserView>>(json, JsonSerializerOptions.Web)!;
        Assert.That(views.Select(view => (view.Email, view.Role)), Is.EqualTo(new[] { (email, "recruiter") }));
    }

    [Test]
    public async Task GivenAMember_WhenTheOperatorSetsTheRole_ThenItHoldsAndTheLastAdminStays()
    {
        var adminEmail = AccountsHost.NewEmail();
        var admin = await _host.RegisterAsync(email: adminEmail);
        var email = AccountsHost.NewEmail();
        var member = await _host.JoinAsync(admin, email: email);

        var refused = await RunAsync("set-role", "--email", adminEmail, "--role", "recruiter");
        var raised = await RunAsync("set-role", "--email", email, "--role", "admin");

        Assert.That((refused.Code, raised.Code), Is.EqualTo((1, 0)));
        Assert.That(refused.Error, Does.Contain("admin"));
        Assert.That((await _host.MeAsync(member)).Role, Is.EqualTo("admin"));
    }

    [Test]
    public async Task GivenACandidate_WhenTheOperatorResetsThePassword_ThenTheTokenPrintedSetsIt()
    {
        var email = AccountsHost.NewEmail();
        await _host.RegisterAsync(organization: null, email: email);

        var (_, output, _) = await RunAsync("reset-password", "--email", email);

        await _host.PostAsync("/api/auth/reset", new ResetPasswordRequest(output.Trim().Split('\n')[^1], "another good phrase"));
        Assert.That((await _host.LoginAsync(email, "another good phrase")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("list", "--organization", "nobody-here")]
    [TestCase("set-role", "--email", "nobody@test.example", "--role", "admin")]
    [TestCase("reset-password", "--email", "nobody@test.example")]
    [TestCase("create", "--email", "not an address", "--name", "Ann", "--candidate")]
    [TestCase("create", "--email", "a@test.example", "--name", "Ann")]
    [TestCase("create", "--email", "a@test.example", "--name", "Ann", "--candidate", "--organization", "x")]
    [TestCase("create", "--email", "a@test.example", "--name", "Ann", "--organization", "x", "--role", "owner")]
    public async Task GivenSomethingThatCannotBe_WhenTheOperatorAsksForIt_ThenTheExitCodeIsOneAndTheReasonIsOnTheErrorStream(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Is.Not.Empty);
        Assert.That(output, Does.Not.Contain("Made"));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { UserCommands.Create(() => _host.Services) };
        var code = await root.Parse(["user", .. arguments]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
