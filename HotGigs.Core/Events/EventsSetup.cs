using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StackExchange.Redis;

namespace HotGigs.Core.Events;

public static class EventsSetup
{
    /// <summary>Lets this process write live events and wake those who read them.</summary>
    public static IServiceCollection AddLiveEvents(this IServiceCollection services)
    {
        services.AddScoped<LiveEvents>();
        return services.AddSingleton(provider => new EventWake(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetService<IConnectionMultiplexer>()));
    }
}
