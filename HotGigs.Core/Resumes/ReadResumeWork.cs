using HotGigs.Core.Work;

namespace HotGigs.Core.Resumes;

/// <summary>The background work that reads one résumé.</summary>
/// <param name="ResumeId">The résumé; it may have been deleted by the time the work runs.</param>
public sealed record ReadResumeWork(Guid ResumeId)
{
    public static WorkKind<ReadResumeWork> Kind { get; } = new("read-resume") { TimeLimit = TimeSpan.FromMinutes(3) };
}
