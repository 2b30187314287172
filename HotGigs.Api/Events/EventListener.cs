using HotGigs.Core.Events;

namespace HotGigs.Api.Events;

/// <summary>Keeps this process listening for live events.</summary>
internal sealed class EventListener(EventWake wake) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => wake.ListenAsync(stoppingToken);
}
