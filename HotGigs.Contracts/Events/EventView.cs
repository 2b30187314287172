namespace HotGigs.Contracts.Events;

/// <summary>Something that happened, as sent over <c>GET /api/events</c>.</summary>
/// <param name="Kind">Such as <c>resume.parsed</c>.</param>
public sealed record EventView(long Id, string Kind, Guid? ResumeId, Guid? CandidateId, DateTimeOffset At);
