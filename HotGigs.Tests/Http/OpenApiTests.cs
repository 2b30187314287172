using System.Text.Json;
using HotGigs.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HotGigs.Tests.Http;

internal sealed class OpenApiTests
{
    /// <summary>Everything that answers without a token; anything else must ask for one.</summary>
    private static readonly string[] Anonymous =
    [
        "/api/auth/register", "/api/auth/login", "/api/auth/refresh", "/api/auth/reset", "/.well-known/jwks.json",
        "/health", "/alive", "/ready", "/openapi/{documentName}.json",
    ];

    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await ApiHost.SharedAsync();

    [Test]
    public async Task GivenTheRoutes_WhenTheDescriptionIsMade_ThenItIsTheOneCheckedIn()
    {
        using var client = _host.CreateClient();
        var made = await client.GetStringAsync("/openapi/v1.json");
        var path = Path.Combine(Repository.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, made + "\n");

        var checkedIn = await File.ReadAllTextAsync(path);

        Assert.That(checkedIn.TrimEnd(), Is.EqualTo(made), "run UPDATE_OPENAPI=1 dotnet test HotGigs.Tests --filter FullyQualifiedName~OpenApi");
    }

    [Test]
    public async Task GivenTheEndpoints_WhenTheyAreComparedWithTheDescription_ThenTheSetsAreEqual()
    {
        using var client = _host.CreateClient();
        using var description = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var described = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
            .Order(StringComparer.Ordinal).ToList();
        var mapped = Endpoints()
            .Where(endpoint => Pattern(endpoint) is var pattern && pattern.StartsWith("/api/", StringComparison.Ordinal) || Pattern(endpoint) == "/.well-known/jwks.json")
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {Untyped(Pattern(endpoint))}"))
            .Order(StringComparer.Ordinal).ToList();

        Assert.That(mapped, Is.Not.Empty);
        Assert.That(described, Is.EqualTo(mapped));
    }

    [Test]
    public void GivenTheEndpoints_WhenTheirAuthorizationIsRead_ThenAllButTheNamedOnesAskForIt()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(Pattern).Distinct().ToList();

        Assert.That(open, Is.EquivalentTo(Anonymous));
    }

    [Test]
    public async Task GivenThePages_WhenTheyAreOpened_ThenNothingComesFromElsewhere()
    {
        using var client = _host.CreateClient();
        foreach (var page in (string[])["/docs/index.html", "/redoc/index.html"])
        {
            var html = await client.GetStringAsync(page);
            Assert.That(html, Does.Not.Contain("src=\"http").And.Not.Contain("src=\"//").And.Not.Contain("fonts.googleapis"), page);
        }
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. _host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>Without the constraints, which the description does not show.</summary>
    private static string Untyped(string pattern) =>
        string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{') && part.IndexOf(':') is > 0 and var colon ? part[..colon] + "}" : part));
}
