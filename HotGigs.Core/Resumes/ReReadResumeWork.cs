using HotGigs.Core.Work;

namespace HotGigs.Core.Resumes;

/// <summary>The background work that reads a parsed résumé again with today's parser, beside the parse in force.</summary>
public sealed record ReReadResumeWork(Guid ResumeId)
{
    public static WorkKind<ReReadResumeWork> Kind { get; } = new("re-read-resume") { TimeLimit = TimeSpan.FromMinutes(3), Priority = -10 };
}
