using System.Net.Sockets;
using HotGigs.Core.Storage;
using Npgsql;

namespace HotGigs.Core.Work;

/// <summary>Tells a store that is out from work that is broken: an outage is waited for and uses up no attempt.</summary>
internal static class WorkOutages
{
    // Deliberately without time-outs of single commands: an item whose query is always too slow would be tried for ever.
    // When the database itself hangs, writing down the failure fails as well, and the pump takes that for an outage.
    public static bool IsOutage(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is BlobStoreException { Failure: BlobFailure.Unavailable })
                return true;
            if (e is PostgresException postgres)
                return IsOutage(postgres.SqlState);
            if (e is NpgsqlException { InnerException: SocketException or IOException })
                return true;
        }

        return false;
    }

    /// <summary>True also for a command that got no answer in time: nothing can be concluded from it but that waiting is right.</summary>
    public static bool IsOutageOrTimeout(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (e is TimeoutException or NpgsqlException { IsTransient: true })
                return true;
        return IsOutage(exception);
    }

    // Connection lost, resources (disk full, too many connections), shutdown and restart, read-only after a failover.
    private static bool IsOutage(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction;
}
