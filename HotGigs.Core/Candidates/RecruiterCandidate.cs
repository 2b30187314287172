using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Candidates;

/// <summary>Says that a recruiter sees a candidate, with which rights, and why.</summary>
public sealed class RecruiterCandidate
{
    public required Guid RecruiterId { get; init; }

    public required Guid CandidateId { get; init; }

    public required Guid OrganizationId { get; init; }

    public required CandidateSource Source { get; init; }

    /// <summary>May see name-bearing contact data: e-mail, phone, links, address, and the original.</summary>
    public required bool ViewContact { get; set; }

    public required bool DownloadResume { get; set; }

    public required bool SubmitToJobs { get; set; }

    /// <summary>Null: until revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The admin who shared it; null for the recruiter's own.</summary>
    public Guid? GrantedBy { get; init; }
}

public enum CandidateSource
{
    /// <summary>From the recruiter's own upload: every right.</summary>
    Own,

    /// <summary>Shared by an admin.</summary>
    Shared,

    Assigned,
}

internal sealed class RecruiterCandidateConfiguration : IEntityTypeConfiguration<RecruiterCandidate>
{
    public void Configure(EntityTypeBuilder<RecruiterCandidate> builder)
    {
        builder.ToTable("recruiter_candidates");
        builder.HasKey(access => new { access.RecruiterId, access.CandidateId });
        builder.Property(access => access.Source).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(access => access.CandidateId);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(access => access.CandidateId).OnDelete(DeleteBehavior.Cascade);
    }
}
