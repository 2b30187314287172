using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace HotGigs.Core.Data;

/// <summary>Brings the database to this version's schema, roles and row policies. Only the owner's connection string can.</summary>
/// <param name="ownerConnectionString">A login that may create roles and owns the database.</param>
public sealed class Migrator(string ownerConnectionString)
{
    // Any number will do; all processes of all versions must agree on it.
    private const long AdvisoryLock = 0x486F7447696773;

    /// <summary>Applies what is missing. Safe to run from many processes at once: they queue on an advisory lock.</summary>
    /// <param name="appPassword">Password the Api logs in with as <c>hotgigs_app</c>.</param>
    /// <param name="workerPassword">Password the Worker logs in with as <c>hotgigs_worker</c>.</param>
    /// <returns>The migrations applied now, oldest first.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(string appPassword, string workerPassword, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLock})", cancellationToken);
        await ExecuteAsync(connection, SqlFiles.Read("roles.sql"), cancellationToken);
        await SetPasswordAsync(connection, "hotgigs_app", appPassword, cancellationToken);
        await SetPasswordAsync(connection, "hotgigs_worker", workerPassword, cancellationToken);
        // What migrations make belongs to a role that nobody can log in as: definer functions may rely on that.
        await ExecuteAsync(connection, "set role hotgigs_owner", cancellationToken);
        await using var db = CreateContext(connection);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        return pending;
    }

    /// <summary>Every migration of this version with whether it is applied.</summary>
    public async Task<IReadOnlyList<(string Migration, bool Applied)>> StatusAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await using var db = CreateContext(connection);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return [.. db.Database.GetMigrations().Select(migration => (migration, applied.Contains(migration)))];
    }

    /// <summary>All migrations as one script that may run again.</summary>
    public static string Script()
    {
        using var connection = new NpgsqlConnection();
        using var db = CreateContext(connection);
        var migrations = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        return SqlFiles.Read("roles.sql") + "set role hotgigs_owner;\n" + migrations;
    }

    private static HotGigsDbContext CreateContext(NpgsqlConnection connection) =>
        new(new DbContextOptionsBuilder<HotGigsDbContext>().UseNpgsql(connection, npgsql => npgsql.CommandTimeout(600)).Options);

    [SuppressMessage("Security", "CA2100", Justification = "Only text of this assembly; passwords go through quote_literal.")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task SetPasswordAsync(NpgsqlConnection connection, string role, string password, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        await using var quote = new NpgsqlCommand("select quote_literal($1)", connection) { Parameters = { new() { Value = password } } };
        var literal = (string)(await quote.ExecuteScalarAsync(cancellationToken))!;
        await ExecuteAsync(connection, $"alter role {role} password {literal}", cancellationToken);
    }
}
