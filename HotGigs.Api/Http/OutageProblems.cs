using HotGigs.Core.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HotGigs.Api.Http;

/// <summary>Turns what was thrown into problem+json: outages 503 with Retry-After, bad requests their own status, the rest 500.</summary>
internal sealed partial class OutageProblems(ILogger<OutageProblems> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return false;
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Create(413, "file_too_large", "The request is too large.", "Upload a file of at most 10 MB."),
            BadHttpRequestException bad =>
                Problems.Create(bad.StatusCode, "request_malformed", "The request is malformed.", "Check its body and its parameters against the API description."),
            _ when IsOutage(exception) =>
                Problems.Create(503, "unavailable", "A store is not available.", "Nothing was changed. Try again in a few seconds."),
            _ => Problems.Create(500, "internal_error", "Something went wrong.", "Try again; if it goes on, give the administrator the traceId."),
        };
        context.Response.StatusCode = problem.StatusCode;
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (problem.StatusCode >= StatusCodes.Status500InternalServerError)
            LogFailure(problem.StatusCode, exception.GetType().Name, exception.StackTrace);
        await problem.ExecuteAsync(context);
        return true;
    }

    private static bool IsOutage(Exception exception) => exception switch
    {
        BlobStoreException or RetryLimitExceededException or TimeoutException => true,
        NpgsqlException database => database.IsTransient || database.SqlState is null or "57P01" or "57P03" or "53300",
        DbUpdateException or InvalidOperationException when exception.InnerException is { } inner => IsOutage(inner),
        _ => false,
    };

    // The message may quote input, so only the type and the place are kept.
    [LoggerMessage(Level = LogLevel.Error, Message = "Request ended with {Status} because of {Exception} at {Stack}")]
    private partial void LogFailure(int status, string exception, string? stack);
}
