using System.Text.Json;

namespace HotGigs.Core.Work;

/// <summary>A kind of background work and what its items carry.</summary>
/// <typeparam name="TPayload">A record of ids and numbers.</typeparam>
/// <param name="Name">Stable, kebab-case, at most 64 characters: rows of it outlive deployments.</param>
public sealed record WorkKind<TPayload>(string Name)
    where TPayload : notnull
{
    /// <summary>Attempts before an item is parked, 1 or more.</summary>
    public int MaxAttempts { get; init; } = 5;

    public int Priority { get; init; }

    /// <summary>An attempt that takes longer is cancelled and counts as failed.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    internal string Write(TPayload payload) => JsonSerializer.Serialize(payload, JsonSerializerOptions.Web);

    internal TPayload Read(string payload) =>
        JsonSerializer.Deserialize<TPayload>(payload, JsonSerializerOptions.Web) ?? throw new JsonException("The payload is null.");
}
