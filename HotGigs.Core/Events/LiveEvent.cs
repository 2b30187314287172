using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Events;

/// <summary>Something that happened and that open pages want to know: kind and ids, never content.</summary>
public sealed class LiveEvent
{
    /// <summary>Given by the database in the order of commits within one organization, so that a reader who resumes misses nothing.</summary>
    public long Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Who may see it besides the organization's admins.</summary>
    public required Guid UserId { get; init; }

    /// <summary><c>subject.verb</c>: <c>resume.parsed</c>.</summary>
    public required string Kind { get; init; }

    public Guid? ResumeId { get; init; }

    public Guid? CandidateId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LiveEventConfiguration : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> builder)
    {
        builder.ToTable("events");
        builder.Property(live => live.Id).ValueGeneratedOnAdd();
        builder.Property(live => live.Kind).HasMaxLength(60);
        builder.HasIndex(live => new { live.OrganizationId, live.UserId, live.Id });
        builder.HasIndex(live => new { live.ResumeId, live.Id });
    }
}
