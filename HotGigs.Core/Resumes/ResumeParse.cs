using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Resumes;

/// <summary>One immutable reading of some bytes by one version of the parser; kept once per organization and content hash.</summary>
public sealed class ResumeParse
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string ContentHash { get; init; }

    public required string ParserVersion { get; init; }

    /// <summary>The canonical text every span points into.</summary>
    public required string Text { get; init; }

    /// <summary>The whole <see cref="Reading.Document"/> as gzipped JSON: pages, lines, boxes, links, hidden text.</summary>
    public required byte[] Document { get; init; }

    /// <summary>The <see cref="Parsing.ParsedResume"/> as JSON.</summary>
    public required string Parsed { get; init; }

    public required DateTimeOffset ParsedAt { get; init; }
}

internal sealed class ResumeParseConfiguration : IEntityTypeConfiguration<ResumeParse>
{
    public void Configure(EntityTypeBuilder<ResumeParse> builder)
    {
        builder.ToTable("resume_parses");
        builder.Property(parse => parse.ContentHash).HasMaxLength(64).IsFixedLength();
        builder.Property(parse => parse.ParserVersion).HasMaxLength(40);
        builder.Property(parse => parse.Parsed).HasColumnType("jsonb");
        builder.HasIndex(parse => new { parse.OrganizationId, parse.ContentHash, parse.ParserVersion }).IsUnique();
    }
}
