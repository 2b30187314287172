using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Candidates;

/// <summary>A person as one recruiter knows them, built only from what that recruiter uploaded or was given.</summary>
public sealed class Candidate
{
    public const int MaxName = 200;
    public const int MaxText = 300;

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Groups the candidates of one organization that are the same human; only admins see it.</summary>
    public Guid? PersonId { get; set; }

    public string? FullName { get; set; }

    public string? Headline { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Location { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    public string? CurrentTitle { get; set; }

    public string? CurrentCompany { get; set; }

    public int? ExperienceMonths { get; set; }

    public CandidateStatus Status { get; set; }

    /// <summary>The résumé the profile is read from; null for a candidate added by hand.</summary>
    public Guid? ResumeId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? LastViewedAt { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }
}

public enum CandidateStatus
{
    New,
    Contacted,
    Interviewing,
    Hired,
    Rejected,
}

/// <summary>The candidates of one organization that are the same human.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class CandidateConfiguration : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("candidates");
        builder.Property(candidate => candidate.FullName).HasMaxLength(Candidate.MaxName);
        builder.Property(candidate => candidate.Headline).HasMaxLength(Candidate.MaxText);
        builder.Property(candidate => candidate.Email).HasMaxLength(254);
        builder.Property(candidate => candidate.Phone).HasMaxLength(60);
        builder.Property(candidate => candidate.Location).HasMaxLength(Candidate.MaxText);
        builder.Property(candidate => candidate.Country).HasMaxLength(2);
        builder.Property(candidate => candidate.CurrentTitle).HasMaxLength(Candidate.MaxText);
        builder.Property(candidate => candidate.CurrentCompany).HasMaxLength(Candidate.MaxText);
        builder.Property(candidate => candidate.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(candidate => new { candidate.OrganizationId, candidate.OwnerId, candidate.UpdatedAt, candidate.Id });
        builder.HasIndex(candidate => new { candidate.OrganizationId, candidate.UpdatedAt, candidate.Id });
        builder.HasIndex(candidate => new { candidate.OrganizationId, candidate.Email });
        builder.HasIndex(candidate => candidate.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(candidate => candidate.PersonId);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.HasIndex(person => person.OrganizationId);
    }
}
