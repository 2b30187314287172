using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Core.Accounts;

/// <summary>Somebody who can sign in. Password hash and lockout fields are ASP.NET Core Identity's.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int MaxEmail = 254;
    public const int MaxDisplayName = 100;
    public const string EmailIndex = "ux_users_normalized_email";

    /// <summary>Null for a candidate's own account.</summary>
    public Guid? OrganizationId { get; init; }

    public UserRole Role { get; set; }

    public required string DisplayName { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SuspendedAt { get; set; }

    public Actor ToActor(Guid? sessionId = null) => new(OrganizationId, Id, Role, sessionId);
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", table => table.HasCheckConstraint(
            "ck_users_role_organization", "(role = 'candidate') = (organization_id is null)"));
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmail).IsRequired();
        builder.Property(user => user.NormalizedEmail).HasMaxLength(User.MaxEmail).IsRequired();
        builder.Property(user => user.DisplayName).HasMaxLength(User.MaxDisplayName);
        builder.Property(user => user.Role).HasConversion(role => role.ToName(), name => UserRoles.Parse(name)).HasMaxLength(UserRoles.MaxName);
        builder.HasOne<Organization>().WithMany().HasForeignKey(user => user.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(user => user.NormalizedEmail).IsUnique().HasDatabaseName(User.EmailIndex);
        builder.HasIndex(user => new { user.OrganizationId, user.Id });
        // What nothing here uses stays out of the table; the e-mail address is the user name.
        builder.Ignore(user => user.UserName).Ignore(user => user.NormalizedUserName).Ignore(user => user.EmailConfirmed)
            .Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed).Ignore(user => user.TwoFactorEnabled)
            .Ignore(user => user.LockoutEnabled).Ignore(user => user.SecurityStamp).Ignore(user => user.ConcurrencyStamp);
    }
}
