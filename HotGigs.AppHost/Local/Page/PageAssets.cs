using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HotGigs.AppHost.Local.Page;

/// <summary>The page's own files, from inside the assembly.</summary>
internal static class PageAssets
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        MapFile(app, "/", "resources.html", "text/html; charset=utf-8");
        MapFile(app, "/resources.css", "resources.css", "text/css; charset=utf-8");
        MapFile(app, "/resources.js", "resources.js", "text/javascript; charset=utf-8");
    }

    private static void MapFile(IEndpointRouteBuilder app, string route, string file, string contentType) =>
        app.MapGet(route, (HttpContext context) => SendAsync(context, file, contentType));

    private static async Task SendAsync(HttpContext context, string file, string contentType)
    {
        await using var content = typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{file}")!;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
