using HotGigs.Core.Activity;
using HotGigs.Core.Candidates;
using HotGigs.Core.Events;
using HotGigs.Core.Resumes;
using HotGigs.Core.Work;
using HotGigs.ServiceDefaults;
using HotGigs.Worker.Reading;
using HotGigs.Worker.Resumes;

namespace HotGigs.Worker;

/// <summary>The worker as a service: the pump, the reader children and the health endpoints.</summary>
internal static class WorkerHost
{
    private const int CommandTimeoutSeconds = 30;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = Build(args);
        await app.RunAsync(cancellationToken);
        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddServiceDefaults();
        // Nobody waits in front of a page for a work item; a slow statement may finish.
        builder.AddHotGigsDatabase("hotgigsdb", settings => settings.CommandTimeout ??= CommandTimeoutSeconds);
        builder.AddHotGigsRedis("redis");
        builder.AddHotGigsBlobs("blobs");
        AddReaders(builder);
        AddWork(builder);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        return app;
    }

    private static void AddReaders(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection(ReaderOptions.Section).Get<ReaderOptions>() ?? new ReaderOptions());
        builder.Services.AddSingleton(ReaderCommand.ThisProgram());
        builder.Services.AddSingleton<ReaderPool>();
        builder.Services.AddHostedService<ReaderWarmUp>();
    }

    private static void AddWork(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection(WorkOptions.Section).Get<WorkOptions>() ?? new WorkOptions());
        builder.Services.AddSingleton<WorkQueue>();
        builder.Services.AddSingleton<WorkPump>();
        builder.Services.AddHostedService<PumpService>();
        // Longer than the pump's grace and hand-back together, shorter than the 30 s after which platforms kill.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddScoped<ActivityLog>();
        builder.Services.AddLiveEvents();
        builder.Services.AddScoped<CandidateBuilder>();
        builder.Services.AddScoped<ResumeProfiles>();
        builder.Services.AddScoped<ResumeReadings>();
        builder.Services.AddWorkHandler<ReadResume, ReadResumeWork>(ReadResumeWork.Kind);
        builder.Services.AddWorkHandler<ReReadResume, ReReadResumeWork>(ReReadResumeWork.Kind);
    }
}

internal sealed class PumpService(WorkPump pump) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pump.RunAsync(stoppingToken);
}
