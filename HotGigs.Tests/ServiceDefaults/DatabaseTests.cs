using System.Diagnostics;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using HotGigs.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.ServiceDefaults;

[TestFixture]
internal sealed class DatabaseTests
{
    [OneTimeSetUp]
    public Task StartEngines() => Engines.StartAsync();

    [Test]
    public async Task GivenTwoScopesWithTwoActors_WhenTheyShareThePoolsConnection_ThenEachTellsTheDatabaseItsOwn()
    {
        await using var services = Build(Engines.PostgresOwnerConnectionString + ";Maximum Pool Size=1");
        var seen = new List<string>();
        var users = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };

        foreach (var user in users)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = new Actor(null, user, UserRole.Recruiter);
            var db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
            seen.Add(await db.Database.SqlQuery<string>($"select current_setting('app.user') as \"Value\"").SingleAsync());
        }

        await using var nobody = services.CreateAsyncScope();
        var none = await nobody.ServiceProvider.GetRequiredService<HotGigsDbContext>()
            .Database.SqlQuery<string>($"select current_setting('app.user') as \"Value\"").SingleAsync();
        Assert.That(seen, Is.EqualTo(users.Select(user => user.ToString())));
        Assert.That(none, Is.Empty);
    }

    [Test]
    public async Task GivenADatabaseThatIsOut_WhenItIsAsked_ThenItFailsWithinASecondOrTwo()
    {
        await using var services = Build("Host=127.0.0.1;Port=9;Username=a;Database=a");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync(Is.InstanceOf<Exception>(), () => db.Database.ExecuteSqlAsync($"select 1"));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task GivenAStatementThatHangs_WhenItsTimeIsUp_ThenItIsNotTriedAgain()
    {
        await using var services = Build(Engines.PostgresOwnerConnectionString, new() { ["Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:hotgigsdb:CommandTimeout"] = "1" });
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotGigsDbContext>();
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync(Is.InstanceOf<Exception>(), () => db.Database.ExecuteSqlAsync($"select pg_sleep(60)"));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void GivenNoConnectionString_WhenTheAppIsBuilt_ThenItSaysWhatToSet() =>
        Assert.That(
            () => Build(null),
            Throws.InvalidOperationException.With.Message.Contains("ConnectionStrings__hotgigsdb"));

    [Test]
    public void GivenAPoolThatKeepsTheActor_WhenTheAppIsBuilt_ThenItRefuses() =>
        Assert.That(() => Build("Host=x;No Reset On Close=true"), Throws.InvalidOperationException.With.Message.Contains("No Reset On Close"));

    [TestCase("Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:CommandTimeout", 11)]
    [TestCase("Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:HotGigsDbContext:CommandTimeout", 12)]
    [TestCase("Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:hotgigsdb:CommandTimeout", 13)]
    public async Task GivenASettingInOneOfAspiresPlaces_WhenTheDataSourceIsBuilt_ThenItHolds(string key, int seconds)
    {
        await using var services = Build("Host=x", new() { [key] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) });

        var used = new NpgsqlConnectionStringBuilder(services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.That(used.CommandTimeout, Is.EqualTo(seconds));
    }

    [Test]
    public async Task GivenAConnectionStringWithItsOwnTimes_WhenTheDataSourceIsBuilt_ThenTheyStand()
    {
        await using var services = Build("Host=x;Command Timeout=77;Timeout=66;Maximum Pool Size=5");

        var used = new NpgsqlConnectionStringBuilder(services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.That((used.CommandTimeout, used.Timeout, used.MaxPoolSize), Is.EqualTo((77, 66, 5)));
    }

    private static ServiceProvider Build(string? connectionString, Dictionary<string, string?>? configuration = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:hotgigsdb"] = connectionString });
        builder.AddHotGigsDatabase("hotgigsdb");
        return builder.Services.BuildServiceProvider(validateScopes: true);
    }
}
