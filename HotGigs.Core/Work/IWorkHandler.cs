using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Core.Work;

/// <summary>Does one kind of background work. Resolved from a scope of its own for each attempt.</summary>
/// <remarks>
/// At least once is the contract: a handler is idempotent, and says at each step what is true if the process dies there.
/// Throwing asks for another attempt; an expected outcome is written down and completed, never thrown.
/// </remarks>
public interface IWorkHandler<in TPayload>
{
    Task HandleAsync(WorkContext work, TPayload payload, CancellationToken cancellationToken);

    /// <summary>The last attempt failed, or killed its worker: says so where people look. May run more than once, with nothing done before.</summary>
    /// <param name="reason">Exception type and place, without its message.</param>
    Task GiveUpAsync(WorkContext work, TPayload payload, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class WorkHandlers
{
    /// <summary>Lets this process take work of a kind. A process leases only kinds it has a handler for.</summary>
    public static IServiceCollection AddWorkHandler<THandler, TPayload>(this IServiceCollection services, WorkKind<TPayload> kind)
        where THandler : class, IWorkHandler<TPayload>
        where TPayload : notnull
    {
        services.AddScoped<THandler>();
        return services.AddSingleton<WorkRunner>(new WorkRunner<THandler, TPayload>(kind));
    }
}

/// <summary>A kind and its handler with the payload's type closed over.</summary>
internal abstract class WorkRunner
{
    public abstract string Kind { get; }

    public abstract TimeSpan TimeLimit { get; }

    public abstract Task HandleAsync(IServiceProvider services, WorkContext work, CancellationToken cancellationToken);

    public abstract Task GiveUpAsync(IServiceProvider services, WorkContext work, string reason, CancellationToken cancellationToken);
}

internal sealed class WorkRunner<THandler, TPayload>(WorkKind<TPayload> kind) : WorkRunner
    where THandler : class, IWorkHandler<TPayload>
    where TPayload : notnull
{
    public override string Kind => kind.Name;

    public override TimeSpan TimeLimit => kind.TimeLimit;

    public override Task HandleAsync(IServiceProvider services, WorkContext work, CancellationToken cancellationToken) =>
        services.GetRequiredService<THandler>().HandleAsync(work, kind.Read(work.Item.Payload), cancellationToken);

    public override Task GiveUpAsync(IServiceProvider services, WorkContext work, string reason, CancellationToken cancellationToken)
    {
        // A default method of the interface is reached through the interface only.
        IWorkHandler<TPayload> handler = services.GetRequiredService<THandler>();
        return handler.GiveUpAsync(work, kind.Read(work.Item.Payload), reason, cancellationToken);
    }
}
