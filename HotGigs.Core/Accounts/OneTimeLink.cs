using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>What a one-time link lets its holder do.</summary>
public enum OneTimeLinkKind
{
    /// <summary>Join an organization in a given role.</summary>
    Invite,

    /// <summary>Set a new password.</summary>
    Reset,
}

/// <summary>A right that whoever holds the token can use once. Handed over by a person, so it outlives no weekend.</summary>
public sealed class OneTimeLink
{
    public const int MaxKind = 10;

    public required Guid Id { get; init; }

    public required OneTimeLinkKind Kind { get; init; }

    /// <summary>Null for a candidate's reset.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Whose password is reset; null for an invitation.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Only this address can accept the invitation; null for a reset.</summary>
    public string? NormalizedEmail { get; init; }

    /// <summary>The role an invitation gives; null for a reset.</summary>
    public UserRole? Role { get; init; }

    /// <summary>SHA-256 of the token; the token itself is stored nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("one_time_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Kind)
            .HasConversion(kind => kind.ToString().ToLowerInvariant(), name => Enum.Parse<OneTimeLinkKind>(name, true))
            .HasMaxLength(OneTimeLink.MaxKind);
        builder.Property(link => link.NormalizedEmail).HasMaxLength(User.MaxEmail);
        builder.Property(link => link.Role)
            .HasConversion(role => role!.Value.ToName(), name => UserRoles.Parse(name))
            .HasMaxLength(UserRoles.MaxName);
        builder.HasOne<Organization>().WithMany().HasForeignKey(link => link.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.ExpiresAt);
    }
}
