using HotGigs.Core.Data;
using HotGigs.Core.Resumes;

namespace HotGigs.Core.Events;

/// <summary>Writes live events in the transaction of what they tell about.</summary>
public sealed class LiveEvents(HotGigsDbContext db, TimeProvider time)
{
    /// <summary>Tells a résumé's owner, and the admins, that its state changed.</summary>
    public void Add(Resume resume) => db.Add(new LiveEvent
    {
        OrganizationId = resume.OrganizationId,
        UserId = resume.OwnerId,
        Kind = "resume." + char.ToLowerInvariant(resume.State.ToString()[0]) + resume.State.ToString()[1..],
        ResumeId = resume.Id,
        CandidateId = resume.CandidateId,
        At = time.GetUtcNow(),
    });
}
