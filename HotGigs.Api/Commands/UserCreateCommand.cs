using System.CommandLine;
using System.CommandLine.Parsing;
using System.ComponentModel.DataAnnotations;
using HotGigs.Contracts.Accounts;
using HotGigs.Core.Accounts;

namespace HotGigs.Api.Commands;

/// <summary><c>user create</c>: a first admin with a new organization, a member, or a candidate.</summary>
internal static class UserCreateCommand
{
    internal static Command Create(Func<IServiceProvider> services)
    {
        var email = UserCommands.Email();
        var name = new Option<string>("--name") { Description = "Shown to others", Required = true };
        var organization = new Option<string?>("--organization") { Description = "Join the organization with this public name (slug)" };
        var newOrganization = new Option<string?>("--new-organization") { Description = "Make an organization of this name, with this user as its admin" };
        var role = UserCommands.Role(UserRoles.Recruiter);
        var candidate = new Option<bool>("--candidate") { Description = "A candidate's own account, of no organization" };
        var passwordStdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input; else a one-time link is made" };
        var command = new Command("create", "Makes an account") { email, name, organization, newOrganization, role, candidate, passwordStdin };
        command.Validators.Add(result =>
        {
            var ways = new[] { result.GetValue(organization) is not null, result.GetValue(newOrganization) is not null, result.GetValue(candidate) };
            if (ways.Count(way => way) != 1)
                result.AddError("Say one of --organization, --new-organization and --candidate.");
        });
        email.Validators.Add(result => Check(result, AccountLimits.MaxEmail, text => new EmailAddressAttribute().IsValid(text)));
        name.Validators.Add(result => Check(result, AccountLimits.MaxDisplayName));
        newOrganization.Validators.Add(result => Check(result, AccountLimits.MaxOrganizationName));
        command.SetAction(async (result, cancellationToken) =>
        {
            // Never an argument: the process list and the shell's history show those.
            var password = result.GetValue(passwordStdin) ? await Console.In.ReadLineAsync(cancellationToken) : null;
            if (result.GetValue(passwordStdin) && password is not { Length: >= AccountLimits.MinPassword and <= AccountLimits.MaxPassword })
                return await UserCommands.RefuseAsync(result, $"A password has {AccountLimits.MinPassword} to {AccountLimits.MaxPassword} characters.");

            await using var scope = services().CreateAsyncScope();
            var registration = scope.ServiceProvider.GetRequiredService<Registration>();
            var account = new NewAccount(result.GetRequiredValue(email), password, result.GetRequiredValue(name));
            RegistrationOutcome outcome;
            if (result.GetValue(candidate))
            {
                outcome = await registration.RegisterCandidateAsync(account, cancellationToken);
            }
            else if (result.GetValue(newOrganization) is { } organizationName)
            {
                outcome = await registration.RegisterOrganizationAsync(account, organizationName, cancellationToken);
            }
            else
            {
                var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
                if (await directory.FindOrganizationAsync(result.GetValue(organization)!, cancellationToken) is not { } organizationId)
                    return await UserCommands.RefuseAsync(result, "There is no such organization.");
                outcome = await registration.RegisterMemberAsync(
                    account, organizationId, UserRoles.Parse(result.GetRequiredValue(role)), cancellationToken);
            }

            return outcome is RegistrationOutcome.Registered(var user)
                ? await ReportAsync(result, scope.ServiceProvider, user, cancellationToken)
                : await UserCommands.RefuseAsync(result, "This address has an account already.");
        });
        return command;
    }

    private static void Check(OptionResult result, int max, Func<string, bool>? isValid = null)
    {
        var text = result.GetValueOrDefault<string?>()?.Trim() ?? "";
        if (text.Length == 0 || text.Length > max || isValid?.Invoke(text) == false)
            result.AddError($"{result.Option.Name} is not valid, or not 1 to {max} characters long.");
    }

    private static async Task<int> ReportAsync(ParseResult result, IServiceProvider services, User user, CancellationToken cancellationToken)
    {
        await result.InvocationConfiguration.Output.WriteLineAsync($"Made {user.Role.ToName()} {user.Id}.");
        if (user.PasswordHash is null)
        {
            var links = services.GetRequiredService<OneTimeLinks>();
            await UserCommands.PrintLinkAsync(result, await links.MakeResetAsync(user.ToActor(), user.OrganizationId, user.Id, cancellationToken));
        }

        return 0;
    }
}
