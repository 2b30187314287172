using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>What a resource is: how to prepare, start, ask and stop it. <see cref="Resource"/> does so at the right time.</summary>
/// <param name="needs">Resources that must be ready before this one is prepared.</param>
internal abstract class ResourceDefinition(string name, string kind, IReadOnlySet<string> needs, Endpoint? endpoint)
{
    internal string Name => name;

    /// <summary>For people: "Postgres", "project".</summary>
    internal string Kind => kind;

    internal IReadOnlySet<string> Needs => needs;

    internal Endpoint? Endpoint => endpoint;

    /// <summary>True for a task with an end; what needs it waits for that.</summary>
    internal virtual bool RunsToCompletion => false;

    /// <summary>From start to the first good answer.</summary>
    internal virtual TimeSpan StartLimit => TimeSpan.FromSeconds(60);

    /// <summary>From the request to stop until it is killed.</summary>
    internal virtual TimeSpan StopLimit => TimeSpan.FromSeconds(10);

    /// <summary>Gets everything ready to start; called again before each restart.</summary>
    /// <param name="report">For steps that take a person's time.</param>
    /// <returns>Null when the resource is optional and not to be had.</returns>
    internal abstract Task<Launch?> PrepareAsync(Action<string> report, CancellationToken ct);

    /// <summary>One question, answered quickly. May throw: that is a no.</summary>
    internal abstract Task<bool> IsHealthyAsync(CancellationToken ct);

    /// <summary>Work between the first good answer and being ready, for example creating databases.</summary>
    internal virtual Task CompleteAsync(CancellationToken ct) => Task.CompletedTask;
}
