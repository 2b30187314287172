using HotGigs.AppHost.Local.Engines;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;
using Npgsql;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>Postgres over a data directory of its own.</summary>
/// <param name="databases">Created when missing.</param>
internal sealed class PostgresServer(string name, Endpoint endpoint, PostgresOwner owner, IReadOnlyList<string> databases, LocalPlace place, EngineCache cache)
    : ResourceDefinition(name, "Postgres", new HashSet<string>(), endpoint)
{
    // Tests throw their data away: waiting for the disk would only make them slow.
    private static readonly string[] Forgetful = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

    private readonly UserIds? _user = UserIds.ForPostgres();
    private readonly int _port = endpoint.Port;

    internal override async Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct)
    {
        var engine = await PostgresEngine.FindOrInstallAsync(cache, report, ct);
        var data = Path.Combine(place.Data, $"postgres-{engine.Major}");
        foreach (var path in new[] { data, engine.Bin })
            if (Unix.BlockedFor(_user, path) is { } blocked)
                throw new LocalModeException($"As root, Postgres runs as user {_user!.UserId}, who may not enter '{blocked}' on the way to '{path}'. Choose another place with --data or HOTGIGS_ENGINES.");
        if (!File.Exists(Path.Combine(data, "PG_VERSION"))) await InitializeAsync(engine, data, report, ct);
        string[] arguments =
        [
            "-D", data, "-p", $"{_port}", "-h", Endpoint.Host, "-k", "", "-c", "max_connections=200",
            .. place.Durable ? [] : Forgetful,
        ];
        // SIGINT is Postgres' "fast": it ends sessions and leaves a clean data directory.
        return new Launch(Path.Combine(engine.Bin, "postgres"), arguments, place.Data, ChildEnvironment.ForEngine()) { RunAs = _user, StopSignal = StopSignal.Interrupt };
    }

    internal override async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        return true;
    }

    internal override async Task CompleteAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        foreach (var database in databases) await CreateDatabaseAsync(connection, database, ct);
    }

    internal static async Task CreateDatabaseAsync(NpgsqlConnection connection, string database, CancellationToken ct)
    {
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(ct) is not null) return;
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(database);
        await using var create = new NpgsqlCommand($"create database {quoted}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private async Task InitializeAsync(PostgresEngine engine, string data, Action<string> report, CancellationToken ct)
    {
        foreach (var other in Directory.GetDirectories(place.Data, "postgres-*").Where(directory => directory != data))
            report($"starts empty with Postgres {engine.Major}; the data of {Path.GetFileName(other)} stays where it is");
        report($"creating a Postgres {engine.Major} data directory");
        // What an initialization that was cut off has left has no PG_VERSION and no value.
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Unix.CreateDataDirectory(data);
        var password = Path.Combine(data, "..", "initdb-password");
        try
        {
            Unix.WriteSecretFile(password, owner.Password);
            if (_user is not null) HandOver(data, password, _user);
            string[] arguments =
            [
                "-D", data, "-U", owner.Name, $"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8",
                OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
                "--no-sync", // seconds faster; should the machine die in this minute, there is nothing in it yet
            ];
            var initialize = new Launch(Path.Combine(engine.Bin, "initdb"), arguments, "/", ChildEnvironment.ForEngine()) { RunAs = _user };
            await Command.RunAsync(initialize, ct);
        }
        finally
        {
            File.Delete(password);
        }
    }

    private static void HandOver(string data, string password, UserIds user)
    {
        Unix.ChangeOwner(data, user);
        Unix.ChangeOwner(password, user);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(owner.ConnectionString(_port, "postgres"));
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
