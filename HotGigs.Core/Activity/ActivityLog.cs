using System.Text.Json;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;

namespace HotGigs.Core.Activity;

/// <summary>Writes who did what, in the same transaction as the deed.</summary>
public sealed class ActivityLog(HotGigsDbContext db, TimeProvider time)
{
    /// <summary>Adds an entry; it is stored by the caller's <c>SaveChanges</c>, or not at all.</summary>
    /// <param name="actor">Null for the system, or for somebody not signed in.</param>
    /// <param name="action"><c>subject.verb</c>, at most <see cref="ActivityEntry.MaxAction"/> characters.</param>
    /// <param name="details">Ids, codes and counts only.</param>
    public void Add(Actor? actor, string action, string subjectKind, Guid? subjectId, object? details = null, Guid? organizationId = null) =>
        db.Add(new ActivityEntry
        {
            OrganizationId = organizationId ?? actor?.OrganizationId,
            ActorUserId = actor?.UserId,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Details = details is null ? "{}" : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
            At = time.GetUtcNow(),
        });
}
