using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Resumes;

/// <summary>What a person says one field of a résumé really is. Outranks every parse, today's and later ones.</summary>
public sealed class ResumeCorrection
{
    public const int MaxField = 40;

    public required Guid ResumeId { get; init; }

    /// <summary>Name of the field, as in <see cref="Parsing.Corrections.CorrectedFields"/>.</summary>
    public required string Field { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The whole new value as JSON; JSON null says that the résumé has none.</summary>
    public required string Value { get; set; }

    public required Guid AuthorId { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class ResumeCorrectionConfiguration : IEntityTypeConfiguration<ResumeCorrection>
{
    public void Configure(EntityTypeBuilder<ResumeCorrection> builder)
    {
        builder.ToTable("resume_corrections");
        builder.HasKey(correction => new { correction.ResumeId, correction.Field });
        builder.Property(correction => correction.Field).HasMaxLength(ResumeCorrection.MaxField);
        builder.Property(correction => correction.Value).HasColumnType("jsonb");
        builder.HasOne<Resume>().WithMany().HasForeignKey(correction => correction.ResumeId).OnDelete(DeleteBehavior.Cascade);
    }
}
