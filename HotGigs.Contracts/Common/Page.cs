namespace HotGigs.Contracts.Common;

/// <summary>One page of a list.</summary>
/// <param name="Total">How many there are in all, for the caller.</param>
/// <param name="NextCursor">Hand it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? NextCursor);

/// <summary>A stretch of a résumé's canonical text, in UTF-16 units.</summary>
public readonly record struct Span(int Start, int Length);

/// <summary>A value with the words it was read from.</summary>
/// <param name="Confidence">0-1.</param>
/// <param name="Spans">Where it stands in the text of <c>GET /api/resumes/{id}/text</c>.</param>
public sealed record Evidence<T>(T Value, double Confidence, IReadOnlyList<Span> Spans);
