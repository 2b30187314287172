using System.Net.Http.Headers;
using System.Net.Http.Json;
using HotGigs.AppHost.Local;
using HotGigs.Contracts.Accounts;
using HotGigs.Contracts.Resumes;

namespace HotGigs.Benchmarks.Support;

/// <summary>Somebody signed in to a running Api.</summary>
internal sealed class Recruiter : IDisposable
{
    private Recruiter(HttpClient client) => Client = client;

    internal HttpClient Client { get; }

    internal static async Task<Recruiter> RegisterAsync(TemporaryRun run, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(run["api"].Definition.Endpoint!.Url),
            Timeout = TimeSpan.FromMinutes(2),
        };
        var request = new RegisterRequest("bench@example.org", "correct horse battery", "Bench", OrganizationName: "Bench");
        using var answer = await client.PostAsJsonAsync("/api/auth/register", request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<TokenView>(cancellationToken))!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return new Recruiter(client);
    }

    internal async Task<UploadAnswer> UploadAsync(byte[] content, string fileName, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        using var answer = await Client.PostAsync("/api/resumes/upload", form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<UploadAnswer>(cancellationToken))!;
    }

    public void Dispose() => Client.Dispose();
}
