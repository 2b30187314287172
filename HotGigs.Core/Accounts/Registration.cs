using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HotGigs.Core.Activity;
using HotGigs.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HotGigs.Core.Accounts;

/// <summary>Who wants an account.</summary>
/// <param name="Password">Null for an account whose first password comes by a one-time link.</param>
public sealed record NewAccount(string Email, string? Password, string DisplayName);

/// <summary>What became of a registration.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome()
    {
    }

    /// <summary>Stored once <see cref="Registration"/> returns; the rest of the scope acts as the new user.</summary>
    public sealed record Registered(User User) : RegistrationOutcome;

    public sealed record EmailTaken : RegistrationOutcome;

    /// <summary>The invitation is unknown, used, over, or for another address: one answer for all.</summary>
    public sealed record LinkInvalid : RegistrationOutcome;
}

/// <summary>Makes accounts: an organization with its first admin, a member by invitation, or a candidate's own.</summary>
public sealed class Registration(
    HotGigsDbContext db, ActorContext context, AccountDirectory directory, IPasswordHasher<User> hasher, ActivityLog activity, TimeProvider time)
{
    /// <summary>Registers a new organization; its slug is made from its name.</summary>
    public async Task<RegistrationOutcome> RegisterOrganizationAsync(
        NewAccount account, string organizationName, CancellationToken cancellationToken)
    {
        var slug = Slugify(organizationName);
        if (await directory.FindOrganizationAsync(slug, cancellationToken) is not null)
            slug = WithSuffix(slug);
        try
        {
            return await StoreFirstAsync(slug);
        }
        catch (DbUpdateException error) when (IsOn(error, Organization.SlugIndex))
        {
            // Two of one name at once.
            db.ChangeTracker.Clear();
            return await StoreFirstAsync(WithSuffix(Slugify(organizationName)));
        }

        Task<RegistrationOutcome> StoreFirstAsync(string slug)
        {
            var now = time.GetUtcNow();
            var organization = new Organization { Id = Guid.CreateVersion7(now), Slug = slug, Name = organizationName.Trim(), CreatedAt = now };
            return StoreAsync(Make(account, organization.Id, UserRole.Admin), organization, linkHash: null, cancellationToken);
        }
    }

    /// <summary>Adds a member to an organization that is already there. For the command line, which needs no invitation.</summary>
    public Task<RegistrationOutcome> RegisterMemberAsync(
        NewAccount account, Guid organizationId, UserRole role, CancellationToken cancellationToken) =>
        StoreAsync(Make(account, organizationId, role), organization: null, linkHash: null, cancellationToken);

    public Task<RegistrationOutcome> RegisterCandidateAsync(NewAccount account, CancellationToken cancellationToken) =>
        StoreAsync(Make(account, organizationId: null, UserRole.Candidate), organization: null, linkHash: null, cancellationToken);

    /// <summary>Accepts an invitation, in the role it gives and only for the address it was made for.</summary>
    public async Task<RegistrationOutcome> AcceptInviteAsync(NewAccount account, string token, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        var link = hash is null ? null : await directory.FindByLinkAsync(hash, cancellationToken);
        var matches = link is { Kind: "invite", Used: false, OrganizationId: not null, Role: not null }
            && link.ExpiresAt > time.GetUtcNow() && link.NormalizedEmail == directory.NormalizeEmail(account.Email);
        return matches
            ? await StoreAsync(Make(account, link!.OrganizationId, UserRoles.Parse(link.Role!)), organization: null, hash, cancellationToken)
            : new RegistrationOutcome.LinkInvalid();
    }

    private User Make(NewAccount account, Guid? organizationId, UserRole role)
    {
        var now = time.GetUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            Role = role,
            Email = account.Email.Trim(),
            NormalizedEmail = directory.NormalizeEmail(account.Email),
            DisplayName = account.DisplayName.Trim(),
            CreatedAt = now,
        };
        user.PasswordHash = account.Password is null ? null : hasher.HashPassword(user, account.Password);
        return user;
    }

    private async Task<RegistrationOutcome> StoreAsync(
        User user, Organization? organization, byte[]? linkHash, CancellationToken cancellationToken)
    {
        if (await directory.IsEmailTakenAsync(user.Email!, cancellationToken))
            return new RegistrationOutcome.EmailTaken();
        var before = context.Actor;
        context.Actor = user.ToActor();
        RegistrationOutcome? outcome = null;
        try
        {
            outcome = await db.InTransactionAsync(token => InsertAsync(user, organization, linkHash, token), cancellationToken);
        }
        catch (DbUpdateException error) when (IsOn(error, User.EmailIndex))
        {
            // Two registrations of one address at once: the index decides.
            db.ChangeTracker.Clear();
            outcome = new RegistrationOutcome.EmailTaken();
        }
        finally
        {
            if (outcome is not RegistrationOutcome.Registered)
                context.Actor = before;
        }

        return outcome;
    }

    private async Task<RegistrationOutcome> InsertAsync(
        User user, Organization? organization, byte[]? linkHash, CancellationToken cancellationToken)
    {
        if (linkHash is not null && !await directory.UseLinkAsync(linkHash, time.GetUtcNow(), cancellationToken))
            return new RegistrationOutcome.LinkInvalid();
        db.ChangeTracker.Clear();
        if (organization is not null)
            db.Add(organization);
        db.Add(user);
        activity.Add(user.ToActor(), "user.registered", "user", user.Id, new { role = user.Role.ToName(), invited = linkHash is not null });
        await db.SaveChangesAsync(cancellationToken);
        return new RegistrationOutcome.Registered(user);
    }

    private static bool IsOn(DbUpdateException error, string index) =>
        error.InnerException is PostgresException postgres && postgres.ConstraintName == index;

    // Random rather than counted: nobody reads from a slug how many of a name there are.
    private static string WithSuffix(string slug) => $"{slug}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";

    /// <summary>Letters and digits of ASCII, joined by hyphens; accents fall away.</summary>
    internal static string Slugify(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        var text = slug.ToString(0, Math.Min(slug.Length, Organization.MaxSlug - 10)).Trim('-');
        return text.Length > 0 ? text : "organization";
    }
}
