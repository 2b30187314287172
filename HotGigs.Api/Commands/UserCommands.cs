using System.CommandLine;
using System.Text.Json;
using HotGigs.Api.Accounts;
using HotGigs.Core.Accounts;
using HotGigs.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Api.Commands;

/// <summary><c>user create | list | set-role | reset-password</c>, for the operator of the machine. Exit code 1 means refused, with the reason on stderr.</summary>
internal static class UserCommands
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;

    /// <param name="services">Builds the host's services; called only when a command runs.</param>
    internal static Command Create(Func<IServiceProvider> services) => new("user", "Accounts of this installation")
    {
        UserCreateCommand.Create(services), CreateList(services), CreateSetRole(services), CreateResetPassword(services),
    };

    internal static Option<string> Email() => new("--email") { Description = "What the account signs in with", Required = true };

    internal static Option<string> Role(string @default) =>
        new Option<string>("--role") { Description = "recruiter or admin", DefaultValueFactory = _ => @default }
            .AcceptOnlyFromAmong(UserRoles.Recruiter, UserRoles.Admin);

    internal static async Task<int> RefuseAsync(ParseResult result, string reason)
    {
        await result.InvocationConfiguration.Error.WriteLineAsync(reason);
        return 1;
    }

    internal static Task PrintLinkAsync(ParseResult result, IssuedLink link) => result.InvocationConfiguration.Output.WriteLineAsync(
        $"Hand over this one-time token, good until {link.ExpiresAt:u}, for POST /api/auth/reset:\n{link.Token}");

    private static Command CreateList(Func<IServiceProvider> services)
    {
        var organization = new Option<string>("--organization") { Description = "The organization's public name (slug)", Required = true };
        var skip = new Option<int>("--skip") { Description = "How many to leave out" };
        var limit = new Option<int>("--limit") { Description = "How many to show, at most 1000", DefaultValueFactory = _ => DefaultLimit };
        var json = new Option<bool>("--json") { Description = "One JSON array" };
        var command = new Command("list", "The members of an organization, in the order they joined") { organization, skip, limit, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
            if (await directory.FindOrganizationAsync(result.GetRequiredValue(organization), cancellationToken) is not { } organizationId)
                return await RefuseAsync(result, "There is no such organization.");
            scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = new Actor(organizationId, Guid.Empty, UserRole.Admin);
            var views = await scope.ServiceProvider.GetRequiredService<HotGigsDbContext>().Set<User>()
                .Where(user => user.OrganizationId == organizationId)
                .OrderBy(user => user.Id).Skip(Math.Max(0, result.GetValue(skip))).Take(Math.Clamp(result.GetValue(limit), 1, MaxLimit))
                .Select(ListUsers.ToView).ToListAsync(cancellationToken);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(views, JsonSerializerOptions.Web));
            else
                foreach (var view in views)
                    await output.WriteLineAsync($"{view.Id}  {view.Role,-9}  {(view.Suspended ? "suspended" : "active"),-9}  {view.Email}  {view.DisplayName}");
            return 0;
        });
        return command;
    }

    private static Command CreateSetRole(Func<IServiceProvider> services)
    {
        var email = Email();
        var role = Role(UserRoles.Recruiter);
        role.Required = true;
        var command = new Command("set-role", "Makes a member a recruiter or an admin") { email, role };
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
            if (await directory.FindByEmailAsync(result.GetRequiredValue(email), cancellationToken) is not { OrganizationId: not null } account)
                return await RefuseAsync(result, "No member of an organization has this address.");
            // The operator acts with an admin's rights on the member's own behalf: the activity log names the member.
            var actor = account with { Role = UserRole.Admin };
            scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = actor;
            var members = scope.ServiceProvider.GetRequiredService<Members>();
            return await members.ChangeRoleAsync(actor, account.UserId, UserRoles.Parse(result.GetRequiredValue(role)), cancellationToken) switch
            {
                MemberOutcome.Changed => 0,
                MemberOutcome.NotFound => await RefuseAsync(result, "No member of an organization has this address."),
                MemberOutcome.LastAdmin => await RefuseAsync(result, "An organization needs an admin who can sign in. Make somebody else an admin first."),
            };
        });
        return command;
    }

    private static Command CreateResetPassword(Func<IServiceProvider> services)
    {
        var email = Email();
        var command = new Command("reset-password", "Makes a one-time link to set a new password with") { email };
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
            if (await directory.FindByEmailAsync(result.GetRequiredValue(email), cancellationToken) is not { } account)
                return await RefuseAsync(result, "No account has this address.");
            scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = account;
            var links = scope.ServiceProvider.GetRequiredService<OneTimeLinks>();
            await PrintLinkAsync(result, await links.MakeResetAsync(account, account.OrganizationId, account.UserId, cancellationToken));
            return 0;
        });
        return command;
    }
}
