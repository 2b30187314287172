using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Activity;

/// <summary>One thing somebody did, written in the transaction that did it. Never changed afterwards.</summary>
public sealed class ActivityEntry
{
    public const int MaxAction = 60;
    public const int MaxSubjectKind = 40;

    public long Id { get; init; }

    /// <summary>Null for acts outside any organization, such as a candidate's own sign-in.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Null when nobody was signed in, or when the system acted.</summary>
    public Guid? ActorUserId { get; init; }

    /// <summary>What was done, as <c>subject.verb</c>: <c>resume.uploaded</c>.</summary>
    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>Ids, codes and counts only, as a JSON object; never names, text or addresses.</summary>
    public required string Details { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ActivityEntryConfiguration : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> builder)
    {
        builder.ToTable("activity");
        builder.Property(entry => entry.Action).HasMaxLength(ActivityEntry.MaxAction);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(ActivityEntry.MaxSubjectKind);
        builder.Property(entry => entry.Details).HasColumnType("jsonb");
        builder.HasIndex(entry => new { entry.OrganizationId, entry.Id });
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
    }
}
