using System.Net.Http.Headers;
using System.Net.Http.Json;
using HotGigs.Api;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Tests.Support;

/// <summary>The real Api on Kestrel, over the real engines and a migrated database of its own.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    /// <summary>32 bytes that encrypt the key ring of test installations.</summary>
    internal const string DataProtectionKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static readonly Lazy<Task<ApiHost>> SharedHost = new(() => StartAsync("hotgigs_api_tests"));

    private ApiHost(WebApplication app, string database, CapturedLogs logs)
    {
        Logs = logs;
        App = app;
        Database = database;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    internal WebApplication App { get; }

    internal CapturedLogs Logs { get; }

    internal Uri Address { get; }

    internal string Database { get; }

    /// <summary>One host for all tests that are content with an organization of their own.</summary>
    internal static Task<ApiHost> SharedAsync() => SharedHost.Value;

    internal static async Task StopSharedAsync()
    {
        if (SharedHost.IsValueCreated)
            await (await SharedHost.Value).DisposeAsync();
    }

    /// <param name="database">Made and migrated when it is not there.</param>
    /// <param name="settings">Configuration keys that differ from a plain installation.</param>
    internal static async Task<ApiHost> StartAsync(
        string database, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var owner = await Engines.CreateDatabaseAsync(database);
        await new Migrator(owner).MigrateAsync(Engines.AppPassword, Engines.WorkerPassword, CancellationToken.None);
        var arguments = Settings(Engines.AppConnectionString(database))
            .Concat(settings ?? new Dictionary<string, string?>())
            .GroupBy(setting => setting.Key, (key, values) => $"--{key}={values.Last().Value}");
        var logs = new CapturedLogs();
        var app = ApiApplication.Build(["--urls=http://127.0.0.1:0", .. arguments], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(logs);
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new ApiHost(app, database, logs);
    }

    /// <summary>What the AppHost gives a project, for this test installation.</summary>
    internal static Dictionary<string, string?> Settings(string connectionString) => new()
    {
        ["ConnectionStrings:hotgigsdb"] = connectionString,
        ["ConnectionStrings:redis"] = Engines.RedisConnectionString ?? "",
        ["ConnectionStrings:blobs"] = Engines.BlobsConnectionString,
        ["HotGigs:DataProtection:Key"] = DataProtectionKey,
        // All tests come from one address.
        ["HotGigs:Accounts:AttemptsPerMinute"] = "10000",
    };

    internal HttpClient CreateClient() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>A new organization's admin.</summary>
    internal Task<TestUser> RegisterAdminAsync() => TestUser.RegisterAsync(this, new RegisterRequest(
        Some.Email(), Some.Password, "Test Admin", OrganizationName: "Org " + Some.Word()));

    /// <summary>A recruiter of the admin's organization, by invitation.</summary>
    internal async Task<TestUser> InviteRecruiterAsync(TestUser admin)
    {
        var email = Some.Email();
        var answer = await admin.Client.PostAsJsonAsync("/api/users/invite", new InviteRequest(email, "recruiter"));
        answer.EnsureSuccessStatusCode();
        var link = (await answer.Content.ReadFromJsonAsync<OneTimeLinkView>())!;
        return await TestUser.RegisterAsync(this, new RegisterRequest(email, Some.Password, "Test Recruiter", InviteToken: link.Token));
    }

    internal Task<TestUser> RegisterCandidateAsync() => TestUser.RegisterAsync(this, new RegisterRequest(
        Some.Email(), Some.Password, "Test Candidate", AccountType: RegisterRequest.Candidate));

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}

/// <summary>Somebody signed in, with a client that says so.</summary>
internal sealed record TestUser(HttpClient Client, MeView Me, TokenView Token)
{
    internal static async Task<TestUser> RegisterAsync(ApiHost host, RegisterRequest request)
    {
        var client = host.CreateClient();
        var answer = await client.PostAsJsonAsync("/api/auth/register", request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"Registering answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}\n{host.Logs.Errors}");
        var token = (await answer.Content.ReadFromJsonAsync<TokenView>())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return new TestUser(client, (await client.GetFromJsonAsync<MeView>("/api/auth/me"))!, token);
    }
}
