using HotGigs.Core.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Resumes;

/// <summary>One uploaded document of one owner. The bytes are kept once per organization and content hash.</summary>
public sealed class Resume
{
    public const int MaxFileName = 255;
    public const string UniqueContentIndex = "ix_resumes_owner_content";

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The recruiter, or the candidate's own account, that uploaded it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>As the uploader named it: data for people, never a path.</summary>
    public required string FileName { get; init; }

    public required long ByteCount { get; init; }

    public required FileFormat Format { get; init; }

    public ResumeState State { get; set; }

    /// <summary>Why it ended as it did, kebab-case; null while under way and when all is well.</summary>
    public string? Code { get; set; }

    /// <summary>The work item that reads it now or read it last.</summary>
    public required Guid WorkItemId { get; set; }

    /// <summary>Null until parsed, and when nothing in it names a person.</summary>
    public Guid? CandidateId { get; set; }

    /// <summary>The parse in force; null until parsed.</summary>
    public Guid? ParseId { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>When the state became final; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>Where a résumé stands. The last three are final.</summary>
public enum ResumeState
{
    Queued,
    Reading,
    Parsed,
    NeedsOcr,
    Failed,
}

internal sealed class ResumeConfiguration : IEntityTypeConfiguration<Resume>
{
    public void Configure(EntityTypeBuilder<Resume> builder)
    {
        builder.ToTable("resumes");
        builder.Property(resume => resume.ContentHash).HasMaxLength(64).IsFixedLength();
        builder.Property(resume => resume.FileName).HasMaxLength(Resume.MaxFileName);
        builder.Property(resume => resume.Format).HasConversion<string>().HasMaxLength(20);
        builder.Property(resume => resume.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(resume => resume.Code).HasMaxLength(60);
        builder.HasIndex(resume => new { resume.OrganizationId, resume.OwnerId, resume.ContentHash })
            .IsUnique().HasFilter("deleted_at is null").HasDatabaseName(Resume.UniqueContentIndex);
        builder.HasIndex(resume => new { resume.OrganizationId, resume.ContentHash });
        builder.HasIndex(resume => resume.CandidateId);
        builder.HasQueryFilter(resume => resume.DeletedAt == null);
    }
}
