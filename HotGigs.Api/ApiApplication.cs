using System.Text.Json.Serialization;
using HotGigs.Api.Accounts;
using HotGigs.Api.Events;
using HotGigs.Api.Http;
using HotGigs.Api.Resumes;
using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Events;
using HotGigs.Core.Resumes;
using HotGigs.Core.Storage;
using HotGigs.Core.Work;
using HotGigs.ServiceDefaults;

namespace HotGigs.Api;

/// <summary>The web host, as a table of contents.</summary>
public static class ApiApplication
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddServiceDefaults();
        builder.AddHotGigsDatabase("hotgigsdb");
        builder.AddHotGigsRedis("redis");
        builder.AddHotGigsBlobs("blobs");
        builder.AddHttp();
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddFeatures();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusProblems.WriteAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDefaultEndpoints();
        app.MapApiDescription();
        app.MapAccounts();
        app.MapResumes();
        app.MapEvents();
        return app;
    }

    /// <summary>The same host for commands, which answer on standard output: only warnings are logged.</summary>
    internal static WebApplication BuildForCommand() => Build(["--Logging:LogLevel:Default=Warning"]);

    private static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Services.AddExceptionHandler<OutageProblems>();
        builder.Services.AddProblemDetails();
        builder.Services.AddValidation();
        builder.Services.AddApiDescription();
        builder.Services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
    }

    private static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<ActivityLog>();
        services.AddLiveEvents();
        services.AddScoped<ResumeIntake>();
        services.AddScoped<CandidateBuilder>();
        services.AddScoped<ResumeProfiles>();
        services.AddSingleton<BlobStore>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<EventStream>();
        services.AddHostedService<EventListener>();
    }
}
