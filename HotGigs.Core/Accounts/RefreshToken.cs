using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>One link in a session's chain of refresh tokens. Used ones stay until the session ends: that is how reuse is noticed.</summary>
public sealed class RefreshToken
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>Copied from the session, so that the row policy needs no join.</summary>
    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the token; the token itself is stored nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was exchanged for its successor.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>With the token itself gives its successor again; null once that successor was used. See <see cref="Secret.Successor"/>.</summary>
    public byte[]? SuccessorSalt { get; init; }
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.HasOne<Session>().WithMany().HasForeignKey(token => token.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(token => token.TokenHash).IsUnique();
    }
}
