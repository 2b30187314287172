using System.CommandLine;
using System.Security.Cryptography;
using HotGigs.Core.Accounts;
using HotGigs.Core.Reading;
using HotGigs.Core.Resumes;
using HotGigs.Core.Seeding;

namespace HotGigs.Api.Commands;

/// <summary>Fills an installation with an invented organization, so that there is something to look at.</summary>
internal static class SeedCommand
{
    internal static Command Create()
    {
        var count = new Option<int>("--resumes") { Description = "How many invented résumés to upload, 0-1000.", DefaultValueFactory = _ => 10 };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 1000)
                result.AddError("--resumes must lie between 0 and 1000.");
        });
        var seed = new Command("seed", "Makes a demo organization with an admin and invented résumés; Worker reads them.") { count };
        seed.SetAction(async (parse, cancellationToken) =>
            await RunAsync(parse.GetValue(count), parse.InvocationConfiguration.Output, cancellationToken));
        return seed;
    }

    private static async Task RunAsync(int count, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = ApiApplication.BuildForCommand();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var password = RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        var email = $"demo-{RandomNumberGenerator.GetHexString(6, lowercase: true)}@example.com";
        var outcome = await services.GetRequiredService<Registration>().RegisterOrganizationAsync(
            new NewAccount(email, password, "Demo Admin"), "Demo", cancellationToken);
        if (outcome is not RegistrationOutcome.Registered { User: var admin })
            throw new CommandLineException("The demo account could not be made; run the command again.");
        var intake = services.GetRequiredService<ResumeIntake>();
        for (var number = 0; number < count; number++)
        {
            var (fileName, content) = SyntheticResume.Create(number);
            await using var file = await SpooledFile.ReceiveAsync(new MemoryStream(content), ReadingLimits.Default.MaxBytes, cancellationToken);
            await intake.AcceptAsync(file!, fileName, admin.ToActor(), admin.OrganizationId!.Value, cancellationToken);
        }

        await output.WriteLineAsync($"made an organization with {count} résumés; sign in as {email} with the password {password}");
    }
}
