using Microsoft.AspNetCore.Diagnostics;

namespace HotGigs.Api.Http;

/// <summary>Gives the framework's own empty answers (unknown route, wrong method, wrong media type) a problem body with a code.</summary>
internal static class StatusProblems
{
    internal static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var problem = status switch
        {
            401 => Problems.Create(401, "token_missing", "You are not signed in.", "Send a bearer token in the Authorization header."),
            403 => Problems.Create(403, "forbidden_role", "Your role may not do this.", "Ask an admin of your organization."),
            404 => Problems.NotFound(),
            405 => Problems.Create(405, "method_not_allowed", "The address does not know this method.", "See the API description at /docs."),
            413 => Problems.Create(413, "file_too_large", "The request is too large.", "Upload a file of at most 10 MB."),
            415 => Problems.Create(415, "media_type_unsupported", "The body is of an unsupported type.", "See the API description at /docs."),
            429 => Problems.Create(429, "rate_limited", "There were too many requests.", "Wait as long as Retry-After says."),
            _ => Problems.Create(status, "request_refused", "The request was refused.", "See the API description at /docs."),
        };
        return problem.ExecuteAsync(http);
    }
}
