using HotGigs.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.Privacy;

/// <summary>The second wall: what the database refuses even when the code forgets.</summary>
internal sealed class RowPolicyTests
{
    /// <summary>Tables that belong to the installation, not to an organization: grants alone guard them.</summary>
    private static readonly string[] GlobalTables = ["__EFMigrationsHistory", "signing_keys", "data_protection_keys", "attempt_windows"];

    /// <summary>Read by definer functions before anybody is known (0001_accounts.sql); their owner cannot log in.</summary>
    private static readonly string[] NotForced = ["organizations", "users", "sessions", "refresh_tokens", "one_time_links"];

    private ApiHost _host = null!;
    private TestUser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await ApiHost.SharedAsync();
        _admin = await _host.RegisterAdminAsync();
        await Upload.AcceptedAsync(_admin.Client, MinimalFiles.Docx());
    }

    [Test]
    public async Task GivenTheTables_WhenTheirPoliciesAreRead_ThenEveryTenantTableIsWalled()
    {
        await using var owner = NpgsqlDataSource.Create(Engines.OwnerConnectionString(_host.Database));
        var tables = await ReadAsync(owner,
            "select relname, relrowsecurity, relforcerowsecurity, exists (select from pg_policy where polrelid = c.oid) from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
            row => (Name: row.GetString(0), Enabled: row.GetBoolean(1), Forced: row.GetBoolean(2), HasPolicy: row.GetBoolean(3)));
        var tenants = tables.Where(table => !GlobalTables.Contains(table.Name)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(tenants.Select(table => table.Name), Is.SupersetOf((string[])["resumes", "candidates", "resume_parses", "events", "work_items", "activity"]));
            Assert.That(tenants.Where(table => !table.Enabled || !table.HasPolicy).Select(table => table.Name), Is.Empty);
            Assert.That(tenants.Where(table => !table.Forced).Select(table => table.Name), Is.EquivalentTo(NotForced));
        });
    }

    [Test]
    public async Task GivenTheLoginRoles_WhenTheirRightsAreRead_ThenTheyOwnNothingAndBypassNothing()
    {
        await using var owner = NpgsqlDataSource.Create(Engines.OwnerConnectionString(_host.Database));
        var roles = await ReadAsync(owner,
            "select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb, rolcanlogin, exists (select from pg_class where relowner = r.oid) from pg_roles r where rolname like 'hotgigs\\_%'",
            row => (Name: row.GetString(0), Mighty: row.GetBoolean(1), CanLogIn: row.GetBoolean(2), Owns: row.GetBoolean(3)));

        Assert.Multiple(() =>
        {
            Assert.That(roles.Where(role => role.CanLogIn).Select(role => role.Name), Is.EquivalentTo((string[])["hotgigs_app", "hotgigs_worker"]));
            Assert.That(roles.Where(role => role.Mighty).Select(role => role.Name), Is.Empty);
            Assert.That(roles.Where(role => role.Owns).Select(role => role.Name), Is.EquivalentTo((string[])["hotgigs_owner"]));
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task GivenNoContext_WhenARawConnectionReads_ThenItSeesNoRowOfAnyTenant(bool worker)
    {
        await using var raw = NpgsqlDataSource.Create(
            worker ? Engines.WorkerConnectionString(_host.Database) : Engines.AppConnectionString(_host.Database));
        var tables = await ReadAsync(raw,
            "select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace and has_any_column_privilege(oid, 'select')",
            row => row.GetString(0));
        Assert.That(tables, Does.Contain("resumes"));

        var seen = new List<string>();
        // The queue alone is read across organizations: the worker must know whose work is next.
        foreach (var table in tables.Where(table => !(worker && table == "work_items")))
        {
            if ((await ReadAsync(raw, $"select count(1) from {table}", row => row.GetInt64(0)))[0] > 0)
                seen.Add(table);
        }

        Assert.That(seen, Is.Empty);
    }

    [Test]
    public async Task GivenAnotherOrganization_WhenARowIsWrittenForIt_ThenTheDatabaseRefuses()
    {
        var stranger = await _host.RegisterAdminAsync();
        await using var raw = NpgsqlDataSource.Create(Engines.AppConnectionString(_host.Database));
        await using var connection = await raw.OpenConnectionAsync();
        await ActAsync(connection, stranger);

        await using var command = new NpgsqlCommand(
            "insert into events (organization_id, user_id, kind, at) values ($1, $2, 'resume.parsed', now())", connection)
        {
            Parameters = { new() { Value = _admin.Me.Organization!.Id }, new() { Value = stranger.Me.Id } },
        };

        Assert.That(async () => await command.ExecuteNonQueryAsync(),
            Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    [Test]
    public async Task GivenTheActivityLog_WhenAnEntryIsChangedOrDeleted_ThenTheDatabaseRefuses()
    {
        await using var raw = NpgsqlDataSource.Create(Engines.AppConnectionString(_host.Database));
        await using var connection = await raw.OpenConnectionAsync();
        await ActAsync(connection, _admin);

        foreach (var sql in (string[])["update activity set action = 'x'", "delete from activity"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            Assert.That(async () => await command.ExecuteNonQueryAsync(),
                Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege), sql);
        }
    }

    [Test]
    public async Task GivenAPooledConnection_WhenAnActorIsDone_ThenTheNextUserOfItHasNoContext()
    {
        await using var pool = NpgsqlDataSource.Create(Engines.AppConnectionString(_host.Database) + ";Maximum Pool Size=1");
        await using (var first = await pool.OpenConnectionAsync())
            await ActAsync(first, _admin);

        Assert.That((await ReadAsync(pool, "select count(1) from resumes", row => row.GetInt64(0)))[0], Is.Zero);
    }

    private static async Task ActAsync(NpgsqlConnection connection, TestUser user)
    {
        await using var command = new NpgsqlCommand(
            "select set_config('app.organization', $1, false), set_config('app.user', $2, false), set_config('app.role', $3, false)", connection)
        {
            Parameters = { new() { Value = user.Me.Organization!.Id.ToString() }, new() { Value = user.Me.Id.ToString() }, new() { Value = user.Me.Role } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
