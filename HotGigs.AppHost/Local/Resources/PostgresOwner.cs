using HotGigs.AppHost.Local.Model;
using Npgsql;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>The superuser a Postgres is created with.</summary>
internal sealed record PostgresOwner(string Name, string Password)
{
    /// <summary>Unpooled: health checks must see the server as it is now.</summary>
    internal string ConnectionString(int port, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Endpoint.Host,
        Port = port,
        Username = Name,
        Password = Password,
        Database = database,
        Pooling = false,
        Timeout = 3,
    }.ConnectionString;
}
