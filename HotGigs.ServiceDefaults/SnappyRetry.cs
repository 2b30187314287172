using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace HotGigs.ServiceDefaults;

/// <summary>Bridges a lost connection and a restart's first moment; a database that is out is reported at once instead of waited for.</summary>
internal sealed class SnappyRetry(ExecutionStrategyDependencies dependencies)
    : NpgsqlRetryingExecutionStrategy(dependencies, maxRetryCount: 2, maxRetryDelay: TimeSpan.FromMilliseconds(300), errorCodesToAdd: null)
{
    protected override bool ShouldRetryOn(Exception? exception)
    {
        // A time-out has used up the caller's patience already: trying again would only triple it.
        for (var e = exception; e is not null; e = e.InnerException)
            if (e is TimeoutException)
                return false;
        return base.ShouldRetryOn(exception);
    }
}
