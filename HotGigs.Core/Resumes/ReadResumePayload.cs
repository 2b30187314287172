namespace HotGigs.Core.Resumes;

/// <summary>What the work item that reads a résumé carries: ids only.</summary>
public sealed record ReadResumePayload(Guid ResumeId);
