using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>One sign-in on one device, and the family of refresh tokens that keeps it alive.</summary>
public sealed class Session
{
    public const int MaxUserAgent = 200;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Copied from the user, whose organization never changes, so that the row policy needs no join.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>What the browser said of itself, so that its owner can tell sessions apart.</summary>
    public string? UserAgent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Moves with each refresh, not with each request.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.UserAgent).HasMaxLength(Session.MaxUserAgent);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(session => new { session.UserId, session.LastSeenAt });
        builder.HasIndex(session => session.ExpiresAt);
    }
}
