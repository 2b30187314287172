namespace HotGigs.Contracts.Resumes;

/// <summary>One reading of a résumé by one version of the parser.</summary>
/// <param name="InForce">Whether it is the one that is shown.</param>
public sealed record ParseView(Guid Id, string ParserVersion, DateTimeOffset ParsedAt, bool InForce);

/// <summary>What would change if another parse came into force.</summary>
public sealed record ParseDifference(Guid From, Guid To, IReadOnlyList<FieldDifference> Fields);

/// <param name="Field">Name of the field, as in the parse's JSON.</param>
/// <param name="Before">Values of the earlier parse, without spans.</param>
/// <param name="After">Values of the later parse, without spans.</param>
public sealed record FieldDifference(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>A new reading was asked for.</summary>
/// <param name="ProcessingJobId">The background work that does it.</param>
public sealed record ReExtractAnswer(Guid ResumeId, Guid ProcessingJobId, string StatusUrl);
