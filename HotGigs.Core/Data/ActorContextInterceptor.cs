using System.Data.Common;
using HotGigs.Core.Accounts;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HotGigs.Core.Data;

/// <summary>Tells Postgres who is asking each time a connection opens; the row policies read it.</summary>
/// <remarks>
/// Session-level on purpose: it also covers statements outside a transaction. Npgsql resets it when the connection goes back to the pool
/// (never set <c>No Reset On Close=true</c>: <see cref="ConnectionRules"/> refuses it at start).
/// </remarks>
public sealed class ActorContextInterceptor(ActorContext context) : DbConnectionInterceptor
{
    private const string Sql =
        "select set_config('app.organization', $1, false), set_config('app.user', $2, false), set_config('app.role', $3, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CreateCommand(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CreateCommand(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand CreateCommand(DbConnection connection)
    {
        var actor = context.Actor;
        var organization = actor?.OrganizationId ?? context.WorkOrganizationId;
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add(new NpgsqlParameter { Value = organization?.ToString() ?? "" });
        command.Parameters.Add(new NpgsqlParameter { Value = actor?.UserId.ToString() ?? "" });
        command.Parameters.Add(new NpgsqlParameter { Value = actor is null ? "" : actor.Role.ToString().ToLowerInvariant() });
        return command;
    }
}
