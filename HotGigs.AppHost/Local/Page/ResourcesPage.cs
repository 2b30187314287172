using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HotGigs.AppHost.Local.Page;

/// <summary>A page that shows resources and their logs as they happen. Loopback only, reads only, and knows no secrets.</summary>
internal sealed class ResourcesPage : IAsyncDisposable
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];
    private readonly WebApplication _app;

    private ResourcesPage(WebApplication app, string url) => (_app, Url) = (app, url);

    internal string Url { get; }

    internal static async Task<ResourcesPage> StartAsync(LocalRun run)
    {
        var port = run.ChoosePagePort();
        // No arguments and no settings from the environment: the page has nothing to be configured, least of all where it listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.Use(GuardAsync);
        app.UseRouting();
        PageAssets.Map(app);
        PageData.Map(app, run);
        await app.StartAsync();
        return new ResourcesPage(app, $"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Answers to loopback names only (a foreign page may point its own name here), and lets pages load nothing from elsewhere.</summary>
    private static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!Hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
