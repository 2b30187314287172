namespace HotGigs.Contracts.Resumes;

/// <summary>An upload was taken in and is being read.</summary>
/// <param name="ProcessingJobId">The background work that reads it.</param>
/// <param name="StatusUrl">Ask here how it goes.</param>
/// <param name="Duplicate">The same bytes were uploaded before; the ids are those of the first time.</param>
public sealed record UploadAnswer(Guid ResumeId, Guid ProcessingJobId, string StatusUrl, bool Duplicate);
