using HotGigs.AppHost.Local.Model;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>AppHost.cs and aspire-manifest.json say the same, so that both ways to run the AppHost run the same application.</summary>
public sealed class AspireModelTests
{
    private static readonly Manifest Manifest = Manifest.FindAbove(AppContext.BaseDirectory);
    private static readonly AspireModel Model = new(File.ReadAllText(Path.Combine(Manifest.Directory, "HotGigs.AppHost", "AppHost.cs")));
    private static readonly string[] Projects = [.. Manifest.Resources.Where(resource => resource.IsProject).Select(resource => resource.Name)];

    /// <summary>What the publisher adds by itself: a secret of Redis, encoded forms, the TLS switch, role assignments.</summary>
    private static readonly string[] Derived =
    [
        "redis-password", "redis-password-uri-encoded", "postgres-password-uri-encoded", "cond-redis-bindings-tcp-tlsenabled-d148d83a", "storage-roles",
    ];

    /// <summary>What Aspire adds to every project's environment.</summary>
    private static readonly string[] AspireVariables = ["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "HTTP_PORTS"];

    [Test]
    public void GivenBothModels_WhenResourceNamesAreCompared_ThenTheyAreTheSame() =>
        Assert.That(Model.Resources.Keys, Is.EquivalentTo(Manifest.Resources.Select(resource => resource.Name).Except(Derived)));

    [Test]
    public void GivenParameters_WhenComparedWithTheManifest_ThenGeneratedAndSecretOnesAgree()
    {
        foreach (var declared in Model.Resources.Values.Where(resource => resource.AddedBy is "AddGeneratedSecret" or "AddOptional"))
        {
            var parameter = Manifest[declared.Name];
            Assert.That(parameter.GeneratedLength is not null, Is.EqualTo(declared.AddedBy == "AddGeneratedSecret"), declared.Name);
            Assert.That(parameter.IsSecret, Is.EqualTo(declared.AddedBy == "AddGeneratedSecret" || IsSecret(declared.Name)), declared.Name);
        }
    }

    [TestCaseSource(nameof(Projects))]
    public void GivenAProject_WhenItsEnvironmentIsCompared_ThenTheManifestHasWhatAppHostSaysAndNoMore(string project)
    {
        var expected = ExpectedEnvironment(Model.Resources[project]);

        var own = Manifest[project].Environment.Where(pair => !IsAddedByAspire(Model.Resources[project], pair.Key)).ToDictionary();

        Assert.That(own, Is.EquivalentTo(expected));
    }

    [TestCaseSource(nameof(Projects))]
    public void GivenAProject_WhenItsArgumentsAndEndpointsAreCompared_ThenTheyAreTheSame(string project)
    {
        var (declared, resource) = (Model.Resources[project], Manifest[project]);

        Assert.That(resource.Arguments, Is.EqualTo(declared.All("WithArgs").SelectMany(call => call.Arguments)));
        Assert.That(resource.Bindings.Count, Is.EqualTo(declared.All("WithHttpEndpoint").Count()));
        Assert.That((bool?)resource.Node["bindings"]?["http"]?["external"] ?? false, Is.EqualTo(declared.All("WithExternalHttpEndpoints").Any()));
    }

    [Test]
    public void GivenEveryServer_WhenItsWaitsAreRead_ThenItWaitsForMigrationsAsLocalModeDoes()
    {
        var servers = Model.Resources.Values.Where(resource => resource.All("WithHttpEndpoint").Any()).ToArray();

        Assert.That(servers, Is.Not.Empty);
        foreach (var server in servers)
        {
            Assert.That(server.All("WaitForCompletion").Single().Arguments, Is.EqualTo(new[] { "migrations" }), server.Name);
            Assert.That(server.All("WithHttpHealthCheck").Single().Arguments, Is.EqualTo(new[] { "/health" }), server.Name);
        }
    }

    private static Dictionary<string, string> ExpectedEnvironment(DeclaredResource project)
    {
        var expected = project.All("WithEnvironment").ToDictionary(call => call.Arguments[0], call => Value(call.Arguments[1]));
        foreach (var reference in project.All("WithReference"))
            expected[$"ConnectionStrings__{reference.Arguments[0]}"] = $"{{{reference.Arguments[0]}.connectionString}}";
        foreach (var login in project.All("WithDatabaseLogin"))
        {
            var (server, database, role, password) = (login.Arguments[0], login.Arguments[1], login.Arguments[2], login.Arguments[3]);
            expected[$"ConnectionStrings__{database}"] =
                $"Host={{{server}.bindings.tcp.host}};Port={{{server}.bindings.tcp.port}};Username={role};Password={{{password}.value}};Database={database}";
        }

        return expected;
    }

    private static string Value(string argument) => argument.Contains('{', StringComparison.Ordinal) ? argument : $"{{{argument}.value}}";

    /// <summary>Connection properties of a reference, such as REDIS_HOST, and what every project gets.</summary>
    private static bool IsAddedByAspire(DeclaredResource project, string variable) =>
        AspireVariables.Contains(variable)
        || project.All("WithReference").Any(call => variable.StartsWith(call.Arguments[0].ToUpperInvariant() + "_", StringComparison.Ordinal));

    private static bool IsSecret(string parameter) =>
        parameter.EndsWith("-key", StringComparison.Ordinal) || parameter.EndsWith("-secret", StringComparison.Ordinal);
}
