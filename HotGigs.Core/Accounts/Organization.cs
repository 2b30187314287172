using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>A tenant: its users see nothing of any other's.</summary>
public sealed class Organization
{
    public const int MaxName = 120;
    public const int MaxSlug = 60;
    public const string SlugIndex = "ux_organizations_slug";

    public required Guid Id { get; init; }

    /// <summary>Public: candidates name it when they upload.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Property(organization => organization.Id).ValueGeneratedNever();
        builder.Property(organization => organization.Slug).HasMaxLength(Organization.MaxSlug);
        builder.Property(organization => organization.Name).HasMaxLength(Organization.MaxName);
        builder.HasIndex(organization => organization.Slug).IsUnique().HasDatabaseName(Organization.SlugIndex);
    }
}
