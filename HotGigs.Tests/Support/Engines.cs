using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Resources;
using Npgsql;
using NUnit.Framework;

// The root namespace, so that the tear-down comes after every test of the assembly.
namespace HotGigs.Tests;

/// <summary>
/// The real engines, started once for the whole test run by AppHost's own code, and only when a test asks:
/// <c>[OneTimeSetUp] public Task StartEngines() => Engines.StartAsync();</c>
/// </summary>
[SetUpFixture]
public sealed class Engines
{
    private static readonly Lazy<Task<TemporaryRun>> Run = new(() => TemporaryRun.StartAsync(useProjects: false, TestContext.Progress));

    /// <summary>The superuser on database <c>hotgigsdb</c>, which is empty: make your own with <see cref="CreateDatabaseAsync"/>.</summary>
    public static string PostgresOwnerConnectionString => Value("{hotgigsdb.connectionString}");

    /// <summary>What <c>db migrate</c> gets to set as password of role <c>hotgigs_app</c>.</summary>
    public static string AppPassword => Value("{app-db-password.value}");

    /// <summary>What <c>db migrate</c> gets to set as password of role <c>hotgigs_worker</c>.</summary>
    public static string WorkerPassword => Value("{worker-db-password.value}");

    /// <summary>Null where this machine has no Redis: the test then runs as HotGigs does without.</summary>
    public static string? RedisConnectionString => Value("{redis.connectionString}") is { Length: > 0 } text ? text : null;

    public static string BlobsConnectionString => Value("{blobs.connectionString}");

    /// <summary>Starts the engines unless they run already. Safe to call from every fixture.</summary>
    public static async Task StartAsync() => await Run.Value;

    public static string OwnerConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresOwnerConnectionString) { Database = database }.ConnectionString;

    public static string AppConnectionString(string database) => Login(database, "hotgigs_app", AppPassword);

    public static string WorkerConnectionString(string database) => Login(database, "hotgigs_worker", WorkerPassword);

    /// <summary>Creates a database when it isn't there.</summary>
    /// <param name="name">Any name; it is quoted.</param>
    /// <returns>The owner's connection string for it.</returns>
    public static async Task<string> CreateDatabaseAsync(string name)
    {
        await StartAsync();
        await using var connection = new NpgsqlConnection(PostgresOwnerConnectionString);
        await connection.OpenAsync();
        await PostgresServer.CreateDatabaseAsync(connection, name, CancellationToken.None);
        return OwnerConnectionString(name);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (!Run.IsValueCreated) return;
        NpgsqlConnection.ClearAllPools();
        await (await Run.Value).DisposeAsync();
    }

    private static string Login(string database, string role, string password) =>
        new NpgsqlConnectionStringBuilder(PostgresOwnerConnectionString) { Database = database, Username = role, Password = password }.ConnectionString;

    private static string Value(string expression) =>
        Run is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
            ? Run.Value.Result.Values.Evaluate(expression)
            : throw new InvalidOperationException("the engines do not run: await Engines.StartAsync() in a [OneTimeSetUp] first");
}
