using HotGigs.AppHost.Local.Resources;

namespace HotGigs.AppHost.Local.Page;

/// <summary>What the page shows of a resource: no environment, no arguments, nothing that could hold a secret.</summary>
/// <param name="Healthy">Null while there is nothing to ask.</param>
/// <param name="StartedAt">Start of the present process.</param>
internal sealed record ResourceView(
    string Name, string Kind, string State, bool? Healthy, string? Endpoint, int? Pid, DateTimeOffset? StartedAt, int Restarts)
{
    internal static ResourceView Of(Resource resource) => new(
        resource.Name,
        resource.Definition.Kind,
        resource.State.ToString(),
        resource.State switch
        {
            ResourceState.Running or ResourceState.Finished => true,
            ResourceState.Unhealthy or ResourceState.Restarting or ResourceState.Failed => false,
            ResourceState.Waiting or ResourceState.Preparing or ResourceState.Starting => null,
            ResourceState.Absent or ResourceState.Stopping or ResourceState.Stopped => null,
        },
        resource.Definition.Endpoint?.Url,
        resource.Pid,
        resource.StartedAt,
        resource.Restarts);
}
