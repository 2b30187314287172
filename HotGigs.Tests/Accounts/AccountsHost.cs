using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using HotGigs.Api.Accounts;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.ServiceDefaults;
using HotGigs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Tests.Accounts;

/// <summary>The account part of the Api over Kestrel on a database of its own, with a clock that a test moves. A second host on the same
/// database stands for a second process.</summary>
internal sealed class AccountsHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly WebApplication _app;

    private AccountsHost(WebApplication app, string database, string dataProtectionKey, FakeClock clock)
    {
        _app = app;
        Database = database;
        DataProtectionKey = dataProtectionKey;
        Clock = clock;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public string Database { get; }

    public string DataProtectionKey { get; }

    public FakeClock Clock { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static string NewEmail() => $"{Guid.CreateVersion7():N}@test.example";

    public static async Task<AccountsHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var database = $"accounts-{Guid.CreateVersion7():N}";
        var owner = await Engines.CreateDatabaseAsync(database);
        await new Migrator(owner).MigrateAsync(Engines.AppPassword, Engines.WorkerPassword, CancellationToken.None);
        return await StartAsync(database, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), new FakeClock(), settings);
    }

    /// <summary>Another process on the same database, with the same key and clock unless told otherwise.</summary>
    public Task<AccountsHost> StartSecondAsync(string? dataProtectionKey = null, params (string Key, string Value)[] settings) =>
        StartAsync(Database, dataProtectionKey ?? DataProtectionKey, Clock, settings);

    public async Task<TokenView> RegisterAsync(string? organization = "Acme", string? email = null)
    {
        var request = new RegisterRequest(
            email ?? NewEmail(), Password, "Ann", organization is null ? RegisterRequest.Candidate : RegisterRequest.Organization, organization);
        return await ReadAsync<TokenView>(await PostAsync("/api/auth/register", request));
    }

    /// <summary>Somebody who joined the admin's organization by invitation.</summary>
    public async Task<TokenView> JoinAsync(TokenView admin, string role = UserRoles.Recruiter, string? email = null)
    {
        email ??= NewEmail();
        var invite = await ReadAsync<OneTimeLinkView>(await PostAsync("/api/users/invite", new InviteRequest(email, role), admin));
        return await ReadAsync<TokenView>(
            await PostAsync("/api/auth/register", new RegisterRequest(email, Password, "Bob", InviteToken: invite.Token)));
    }

    public Task<HttpResponseMessage> LoginAsync(string email, string password = Password) =>
        PostAsync("/api/auth/login", new LoginRequest(email, password));

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken) => PostAsync("/api/auth/refresh", new RefreshRequest(refreshToken));

    public async Task<MeView> MeAsync(TokenView who) => await ReadAsync<MeView>(await GetAsync("/api/auth/me", who));

    public Task<HttpResponseMessage> GetAsync(string path, TokenView? who = null) => SendAsync(HttpMethod.Get, path, null, who);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, TokenView? who = null) => SendAsync(HttpMethod.Post, path, body, who);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, TokenView? who)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType());
        if (who is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.AccessToken);
        return await Client.SendAsync(request);
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>The stable code of a problem answer.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var problem = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonDocument>();
        return problem!.RootElement.GetProperty("code").GetString();
    }

    /// <summary>Reads as the database's owner, past the row policies.</summary>
    public async Task<T> AsOwnerAsync<T>(Func<HotGigsDbContext, Task<T>> read)
    {
        await using var db = new HotGigsDbContext(
            new DbContextOptionsBuilder<HotGigsDbContext>().UseNpgsql(Engines.OwnerConnectionString(Database)).Options);
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<AccountsHost> StartAsync(
        string database, string dataProtectionKey, FakeClock clock, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:hotgigsdb"] = Engines.AppConnectionString(database),
            ["HotGigs:DataProtection:Key"] = dataProtectionKey,
            // Cheap and unlimited unless a test is about cost or limits.
            ["HotGigs:Accounts:PasswordIterations"] = "1000",
            ["HotGigs:Accounts:AttemptsPerMinute"] = "100000",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddHotGigsDatabase("hotgigsdb");
        builder.Services.AddAccounts(builder.Configuration);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAccounts();
        await app.StartAsync();
        return new AccountsHost(app, database, dataProtectionKey, clock);
    }
}
