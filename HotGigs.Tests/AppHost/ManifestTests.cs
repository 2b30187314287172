using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Model;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace HotGigs.Tests.AppHost;

/// <summary>Local mode runs the manifest: what it says must be there and must have a value.</summary>
public sealed class ManifestTests
{
    private static readonly Manifest Manifest = Manifest.FindAbove(AppContext.BaseDirectory);
    private static readonly string[] Projects = [.. Manifest.Resources.Where(resource => resource.IsProject).Select(resource => resource.Name)];

    private string _data = "";

    [SetUp]
    public void CreateData() => _data = Directory.CreateTempSubdirectory("hotgigs-manifest-").FullName;

    [TearDown]
    public void DeleteData() => Directory.Delete(_data, recursive: true);

    [TestCaseSource(nameof(Projects))]
    public void GivenAProjectOfTheManifest_WhenItsPathIsFollowed_ThenTheProjectIsThere(string project) =>
        Assert.That(Path.Combine(Manifest.Directory, Manifest[project].ProjectPath), Does.Exist);

    [Test]
    public void GivenTheManifest_WhenProjectsAreListed_ThenTheyAreMigrationsApiAndWorker() =>
        Assert.That(Projects, Is.SupersetOf(new[] { "migrations", "api", "worker" }));

    [TestCaseSource(nameof(Projects))]
    public void GivenAProject_WhenItsEnvironmentIsEvaluated_ThenNoExpressionIsLeft(string project)
    {
        var values = Model().Values;

        var environment = Manifest[project].Environment.ToDictionary(pair => pair.Key, pair => values.Evaluate(pair.Value));

        Assert.That(environment.Where(pair => pair.Value.Contains('{', StringComparison.Ordinal)), Is.Empty);
        Assert.That(environment["ConnectionStrings__hotgigsdb"], Does.Contain("Host=127.0.0.1;Port="));
    }

    [Test]
    public void GivenEveryResourceWithAConnectionString_WhenItIsEvaluated_ThenItHasAValue()
    {
        var values = Model().Values;

        foreach (var resource in Manifest.Resources.Where(resource => resource.ConnectionString is { Length: > 0 }))
            Assert.That(values.ConnectionString(resource.Name), Is.Not.Empty.And.Not.Contain("{"), resource.Name);
    }

    [Test]
    public void GivenApiAndWorker_WhenTheyLogIn_ThenEachHasItsOwnRoleAndNeitherIsTheOwner()
    {
        var (api, worker) = (Manifest["api"].Environment, Manifest["worker"].Environment);

        Assert.That(api["ConnectionStrings__hotgigsdb"], Does.Contain("Username=hotgigs_app;Password={app-db-password.value}"));
        Assert.That(worker["ConnectionStrings__hotgigsdb"], Does.Contain("Username=hotgigs_worker;Password={worker-db-password.value}"));
        Assert.That(string.Join('\n', api.Values.Concat(worker.Values)), Does.Not.Contain("{postgres-password"));
    }

    [Test]
    public void GivenAMachineWithoutRedis_WhenTheEnvironmentIsEvaluated_ThenWhatLeadsToRedisIsEmpty()
    {
        var values = Model().Values;

        values.MarkAbsent("redis");

        Assert.That(values.ConnectionString("redis"), Is.Empty);
        Assert.That(values.NeedsAbsent(Manifest["api"].Environment["REDIS_URI"]), Is.True);
        Assert.That(values.NeedsAbsent(Manifest["api"].Environment["ConnectionStrings__hotgigsdb"]), Is.False);
    }

    [Test]
    public void GivenTheManifest_WhenDependenciesAreRead_ThenServersWaitForMigrationsAndMigrationsForPostgres()
    {
        var needs = Model().Definitions.ToDictionary(definition => definition.Name, definition => definition.Needs);

        Assert.That(needs["migrations"], Is.EquivalentTo(new[] { "postgres" }));
        Assert.That(needs["api"], Is.EquivalentTo(new[] { "postgres", "redis", "storage", "migrations" }));
        Assert.That(needs["worker"], Is.EquivalentTo(new[] { "postgres", "redis", "storage", "migrations" }));
    }

    [Test]
    public void GivenThreeWorkersAreAskedFor_WhenTheModelIsBuilt_ThenEachHasAPortOfItsOwn()
    {
        var workers = Model(("HotGigs:Replicas:worker", "3")).Definitions.Where(definition => definition.Name.StartsWith("worker", StringComparison.Ordinal)).ToArray();

        Assert.That(workers.Select(worker => worker.Name), Is.EqualTo(new[] { "worker", "worker-2", "worker-3" }));
        Assert.That(workers.Select(worker => worker.Endpoint!.Port), Is.Unique);
    }

    private LocalModel Model(params (string Key, string Value)[] configuration)
    {
        var settings = new LocalSettings(
            Manifest,
            new LocalPlace(_data, Durable: false),
            new ConfigurationBuilder().AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build(),
            new Progress(TextWriter.Null, TimeProvider.System),
            TimeProvider.System,
            UseDefaultPorts: false);
        return new LocalModel(settings, new HttpClient());
    }
}
