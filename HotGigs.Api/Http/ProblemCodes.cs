namespace HotGigs.Api.Http;

/// <summary>The problems an endpoint can answer with, for the API description.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The stable code in the body.</param>
internal sealed record ProblemCode(int Status, string Code);

internal static class ProblemCodes
{
    /// <summary>What every endpoint that asks for a token can answer.</summary>
    private static readonly ProblemCode[] OfTokens =
        [new(401, "token_missing"), new(401, "token_invalid"), new(401, "token_expired"), new(401, "session_revoked"), new(503, "unavailable")];

    /// <param name="problems">Each as <c>"413 file_too_large"</c>.</param>
    internal static TBuilder WithProblems<TBuilder>(this TBuilder endpoint, params string[] problems)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var problem in problems)
            endpoint.WithMetadata(new ProblemCode(int.Parse(problem.AsSpan(0, 3), provider: null), problem[4..]));
        return endpoint;
    }

    /// <summary>For a group whose endpoints ask for a token.</summary>
    internal static TBuilder WithTokenProblems<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.WithMetadata([.. OfTokens]);
}
