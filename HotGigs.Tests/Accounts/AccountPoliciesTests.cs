using HotGigs.Contracts.Accounts;
using Npgsql;
using NUnit.Framework;

namespace HotGigs.Tests.Accounts;

/// <summary>What the database itself allows, past all code: raw connections as the two application roles.</summary>
public sealed class AccountPoliciesTests
{
    private static readonly string[] TenantTables = ["organizations", "users", "sessions", "refresh_tokens", "one_time_links"];

    private AccountsHost _host = null!;
    private MeView _admin = null!;
    private MeView _recruiter = null!;
    private MeView _stranger = null!;
    private MeView _candidate = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await AccountsHost.StartAsync();
        var admin = await _host.RegisterAsync();
        _admin = await _host.MeAsync(admin);
        _recruiter = await _host.MeAsync(await _host.JoinAsync(admin));
        var stranger = await _host.RegisterAsync();
        await _host.JoinAsync(stranger);
        _stranger = await _host.MeAsync(stranger);
        _candidate = await _host.MeAsync(await _host.RegisterAsync(organization: null));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCaseSource(nameof(TenantTables))]
    public async Task GivenNoContext_WhenTheAppReadsATable_ThenItSeesNoRow(string table)
    {
        Assert.That(await CountAsync(Engines.OwnerConnectionString(_host.Database), null, table), Is.GreaterThan(1), "The table must not be empty.");
        Assert.That(await CountAsync(App, null, table), Is.Zero);
    }

    [TestCase("organizations")]
    [TestCase("users (id)")]
    public async Task GivenNoContext_WhenTheWorkerReads_ThenItSeesNoRow(string table) =>
        Assert.That(await CountAsync(Worker, null, table.Split(' ')[0]), Is.Zero);

    [TestCase("select password_hash from users")]
    [TestCase("select email from users")]
    [TestCase("select 1 from sessions")]
    [TestCase("select 1 from refresh_tokens")]
    [TestCase("select 1 from one_time_links")]
    [TestCase("select 1 from signing_keys")]
    [TestCase("select 1 from attempt_windows")]
    [TestCase("select account_by_email('X')")]
    [TestCase("select account_by_session('00000000-0000-0000-0000-000000000000')")]
    [TestCase("select account_by_refresh_token('')")]
    [TestCase("select account_by_link('')")]
    [TestCase("select use_link('', now())")]
    [TestCase("select email_taken('X')")]
    [TestCase("update users set role = 'admin'")]
    [TestCase("delete from data_protection_keys")]
    public void GivenTheWorkerRole_WhenItReachesForWhatItDoesNotNeed_ThenItIsRefused(string sql) =>
        AssertDenied(() => ExecuteAsync(Worker, _admin, sql));

    [TestCase("delete from users")]
    [TestCase("delete from sessions")]
    [TestCase("delete from organizations")]
    [TestCase("update one_time_links set used_at = null")]
    [TestCase("update signing_keys set expires_at = now()")]
    [TestCase("update data_protection_keys set xml = ''")]
    [TestCase("alter table users disable row level security")]
    [TestCase("create table mine (id int)")]
    [TestCase("set role hotgigs_owner")]
    public void GivenTheAppRole_WhenItReachesForWhatItNeverDoes_ThenItIsRefused(string sql) =>
        AssertDenied(() => ExecuteAsync(App, _admin, sql));

    [TestCaseSource(nameof(TenantTables))]
    public async Task GivenAnAdmin_WhenTheyReadATable_ThenNothingOfAnotherOrganizationIsThere(string table)
    {
        var column = table == "organizations" ? "id" : "organization_id";
        var foreign = table == "refresh_tokens"
            ? $"session_id in (select id from sessions where organization_id = '{_stranger.Organization!.Id}')"
            : $"{column} = '{_stranger.Organization!.Id}'";

        Assert.That(await CountAsync(App, _admin, table), Is.GreaterThan(0));
        Assert.That(await CountAsync(App, _admin, $"{table} where {foreign}"), Is.Zero);
    }

    [Test]
    public async Task GivenARecruiter_WhenTheyReadSessionsTokensAndLinks_ThenOnlyTheirOwnAreThere()
    {
        foreach (var table in (string[])["sessions", "refresh_tokens"])
            Assert.That(await CountAsync(App, _recruiter, $"{table} where user_id <> '{_recruiter.Id}'"), Is.Zero, table);
        Assert.That(await CountAsync(App, _recruiter, "sessions"), Is.EqualTo(1));
        Assert.That(await CountAsync(App, _recruiter, "one_time_links"), Is.Zero);
        Assert.That(await CountAsync(App, _admin, "one_time_links"), Is.EqualTo(1));
    }

    [Test]
    public async Task GivenACandidate_WhenTheyReadUsers_ThenOnlyThemselvesAreThere() =>
        Assert.That(await CountAsync(App, _candidate, "users"), Is.EqualTo(1));

    [Test]
    public void GivenARecruiter_WhenTheyMakeThemselvesAdmin_ThenThePolicyRefuses() =>
        AssertDenied(() => ExecuteAsync(App, _recruiter, $"update users set role = 'admin' where id = '{_recruiter.Id}'"));

    [Test]
    public async Task GivenARecruiter_WhenTheyChangeAColleague_ThenNoRowIsTouched() =>
        Assert.That(await ExecuteAsync(App, _recruiter, $"update users set display_name = 'x' where id = '{_admin.Id}'"), Is.Zero);

    [Test]
    public async Task GivenAnAdmin_WhenTheyChangeAStranger_ThenNoRowIsTouched()
    {
        Assert.That(await ExecuteAsync(App, _admin, $"update users set display_name = 'x' where id = '{_stranger.Id}'"), Is.Zero);
        Assert.That(await ExecuteAsync(App, _admin, $"update sessions set revoked_at = now() where user_id = '{_stranger.Id}'"), Is.Zero);
        Assert.That(await ExecuteAsync(App, _admin, $"update organizations set name = 'x' where id = '{_stranger.Organization!.Id}'"), Is.Zero);
    }

    [Test]
    public void GivenAnAdmin_WhenTheyMoveAMemberToAnotherOrganization_ThenThePolicyRefuses() =>
        AssertDenied(() => ExecuteAsync(
            App, _admin, $"update users set organization_id = '{_stranger.Organization!.Id}' where id = '{_recruiter.Id}'"));

    [Test]
    public void GivenAnAdmin_WhenTheyOpenASessionForAMember_ThenThePolicyRefuses() =>
        AssertDenied(() => ExecuteAsync(
            App, _admin,
            $"""
            insert into sessions (id, user_id, organization_id, created_at, last_seen_at, expires_at)
            values (gen_random_uuid(), '{_recruiter.Id}', '{_admin.Organization!.Id}', now(), now(), now() + interval '1 day')
            """));

    [Test]
    public async Task GivenTheRolesAndTables_WhenTheCatalogIsRead_ThenNeitherRoleOwnsOrBypassesAnything()
    {
        const string Sql = """
            select count(*)::int from pg_roles r where r.rolname in ('hotgigs_app', 'hotgigs_worker') and (r.rolsuper or r.rolbypassrls
                or exists (select 1 from pg_class c where c.relowner = r.oid) or exists (select 1 from pg_auth_members m where m.member = r.oid))
            """;
        Assert.That(await ScalarAsync(Engines.OwnerConnectionString(_host.Database), null, Sql), Is.Zero);
        foreach (var table in TenantTables)
            Assert.That(
                await ScalarAsync(
                    Engines.OwnerConnectionString(_host.Database), null,
                    $"select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where c.relname = '{table}' and c.relrowsecurity and r.rolname = 'hotgigs_owner' and not r.rolcanlogin"),
                Is.EqualTo(1), table);
    }

    private string App => Engines.AppConnectionString(_host.Database);

    private string Worker => Engines.WorkerConnectionString(_host.Database);

    private static void AssertDenied(Func<Task<int>> attempt) =>
        Assert.That(async () => await attempt(), Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo("42501"));

    private static Task<int> CountAsync(string connectionString, MeView? actor, string table) =>
        ScalarAsync(connectionString, actor, $"select count(*)::int from {table}");

    private static async Task<int> ScalarAsync(string connectionString, MeView? actor, string sql)
    {
        await using var connection = await OpenAsync(connectionString, actor);
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> ExecuteAsync(string connectionString, MeView? actor, string sql)
    {
        await using var connection = await OpenAsync(connectionString, actor);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, MeView? actor)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        if (actor is null)
            return connection;
        await using var command = new NpgsqlCommand(
            "select set_config('app.organization', $1, false), set_config('app.user', $2, false), set_config('app.role', $3, false)", connection);
        foreach (var value in new[] { actor.Organization?.Id.ToString() ?? "", actor.Id.ToString(), actor.Role })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
