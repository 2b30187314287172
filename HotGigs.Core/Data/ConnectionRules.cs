using Npgsql;

namespace HotGigs.Core.Data;

/// <summary>What a connection string must not say.</summary>
public static class ConnectionRules
{
    /// <exception cref="InvalidOperationException">The pool would hand one actor's context to the next.</exception>
    public static void Check(string connectionString)
    {
        if (new NpgsqlConnectionStringBuilder(connectionString).NoResetOnClose)
            throw new InvalidOperationException("The database connection string must not set 'No Reset On Close': pooled connections would keep the previous actor.");
    }
}
