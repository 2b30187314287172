using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace HotGigs.ServiceDefaults;

/// <summary>
/// Gives ASP.NET Core's own server span its name, route and status (the instrumentation package that would do it is not needed for
/// that), and drops health polls.
/// </summary>
internal sealed class ServerSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(RecordAsync);
        next(app);
    };

    private static Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is null)
            return next(context);
        if (IsHealthPoll(context.Request.Path))
        {
            // Child spans follow the parent's flag: the checks' own queries are dropped with it.
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
            return next(context);
        }

        return RecordAsync(span, context, next);
    }

    private static async Task RecordAsync(Activity span, HttpContext context, RequestDelegate next)
    {
        // Neither path nor query: they can hold ids of people and tokens; the route tells the operation.
        span.SetTag("http.request.method", context.Request.Method).SetTag("url.scheme", context.Request.Scheme);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);
            throw;
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
            span.SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
            if (context.Response.StatusCode >= 500)
                span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static bool IsHealthPoll(PathString path) =>
        path == ServiceDefaultsExtensions.HealthPath || path == ServiceDefaultsExtensions.AlivePath || path == ServiceDefaultsExtensions.ReadyPath;
}
