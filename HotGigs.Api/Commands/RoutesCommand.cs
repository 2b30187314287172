using System.CommandLine;
using Microsoft.AspNetCore.Authorization;

namespace HotGigs.Api.Commands;

internal static class RoutesCommand
{
    internal static Command Create()
    {
        var routes = new Command("routes", "Lists every route with its method and who may use it.");
        routes.SetAction(parse =>
        {
            using var app = (IDisposable)ApiApplication.BuildForCommand();
            foreach (var line in Describe(((IEndpointRouteBuilder)app).DataSources))
                parse.InvocationConfiguration.Output.WriteLine(line);
        });
        return routes;
    }

    internal static IEnumerable<string> Describe(IEnumerable<EndpointDataSource> sources) => sources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
            .Select(method => $"{method,-7} {"/" + endpoint.RoutePattern.RawText!.TrimStart('/'),-50} {Who(endpoint)}"))
        .Order(StringComparer.Ordinal);

    private static string Who(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
        : string.Join(" and ", endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "signed in").Distinct()) is { Length: > 0 } who ? who
        : "anyone";
}
