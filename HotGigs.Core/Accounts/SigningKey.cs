using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>A P-256 key that signs access tokens. Belongs to no organization.</summary>
public sealed class SigningKey
{
    public const int MaxKeyId = 40;

    /// <summary>The <c>kid</c> of tokens it signed.</summary>
    public required string Id { get; init; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS#8, encrypted by Data Protection.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Signs from here on; published before, so that every process and every reader of the JWKS knows it in time.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>Tokens it signed are refused from here on.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys");
        builder.Property(key => key.Id).HasMaxLength(SigningKey.MaxKeyId);
    }
}
