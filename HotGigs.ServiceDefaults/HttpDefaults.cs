using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.ServiceDefaults;

/// <summary>Every <see cref="HttpClient"/> of the factory finds services by name and survives their short faults.</summary>
internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddOptions();
        // For all names at once: a client's own options are read by its name, so that a slow peer can have longer times.
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            var settings = handlers.Services.GetRequiredService<IOptionsMonitor<HttpResilienceOptions>>().Get(handlers.Name);
            var time = handlers.Services.GetRequiredService<TimeProvider>();
            var logger = handlers.Services.GetRequiredService<ILoggerFactory>().CreateLogger<ResilienceHandler>();
            handlers.AdditionalHandlers.Insert(0, new ResilienceHandler(settings, time, logger));
            handlers.AdditionalHandlers.Insert(0, new ServiceDiscoveryHandler(handlers.Services.GetRequiredService<IConfiguration>()));
        }));
    }
}
