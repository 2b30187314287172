using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>The recent attempts under one key (an account or an address, hashed). See <see cref="AttemptLimiter"/>.</summary>
public sealed class AttemptWindow
{
    public required byte[] KeyHash { get; init; }

    /// <summary>Oldest first, never more than the limit; null last when the latest attempt was refused.</summary>
    public required DateTime?[] Attempts { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}

internal sealed class AttemptWindowConfiguration : IEntityTypeConfiguration<AttemptWindow>
{
    public void Configure(EntityTypeBuilder<AttemptWindow> builder)
    {
        builder.ToTable("attempt_windows");
        builder.HasKey(window => window.KeyHash);
        builder.Property(window => window.Attempts).HasColumnType("timestamptz[]");
        builder.HasIndex(window => window.LastAt);
    }
}
