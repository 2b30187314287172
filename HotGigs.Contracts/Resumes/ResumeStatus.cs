namespace HotGigs.Contracts.Resumes;

/// <summary>Where a résumé stands.</summary>
/// <param name="State"><c>queued</c>, <c>reading</c>, <c>parsed</c>, <c>needsOcr</c> or <c>failed</c>; the last three are final.</param>
/// <param name="Code">Why it ended so; null while all is well.</param>
/// <param name="Percent">0-100.</param>
/// <param name="Step">What happens now, in words.</param>
/// <param name="WhatToDo">What the uploader can do about it; null when there is nothing to do.</param>
/// <param name="AiSkipped">An AI endpoint was configured but not used for this résumé.</param>
public sealed record ResumeStatus(
    Guid ResumeId,
    Guid ProcessingJobId,
    string State,
    string? Code,
    int Percent,
    string Step,
    string? WhatToDo,
    bool AiSkipped,
    Guid? CandidateId,
    DateTimeOffset UploadedAt,
    DateTimeOffset? FinishedAt);
