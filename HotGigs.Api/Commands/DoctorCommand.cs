using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace HotGigs.Api.Commands;

/// <summary>Looks at the installation and says what is wrong and how to mend it.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var doctor = new Command("doctor", "Checks stores, roles and optional tools; exit code 1 when something needed is missing.");
        doctor.SetAction(async (parse, cancellationToken) =>
        {
            var findings = await ExamineAsync(cancellationToken);
            foreach (var finding in findings)
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{finding.Level,-8} {finding.Subject,-16} {finding.Text}");
            return findings.Any(finding => finding.Level == "problem") ? 1 : 0;
        });
        return doctor;
    }

    private static async Task<List<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        await using var app = ApiApplication.BuildForCommand();
        var findings = new List<Finding>();
        var health = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken);
        foreach (var (name, entry) in health.Entries)
            findings.Add(new Finding(entry.Status switch
            {
                HealthStatus.Healthy => "ok",
                HealthStatus.Degraded => "note",
                HealthStatus.Unhealthy => "problem",
            }, name, entry.Description ?? entry.Exception?.Message ?? "answers"));
        findings.Add(await ExamineRoleAsync(app.Services, cancellationToken));
        findings.Add(ExamineTool("tesseract", "--version", "text recognition for scans", "install the package tesseract-ocr"));
        findings.Add(ExamineTool("unshare", "-rn true", "readers without network", "allow unprivileged user namespaces; until then readers are only limited, not cut off"));
        return findings;
    }

    private static async Task<Finding> ExamineRoleAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
                "select rolsuper or rolbypassrls or exists (select from pg_tables where tableowner = current_user and schemaname = 'public') from pg_roles where rolname = current_user");
            return await command.ExecuteScalarAsync(cancellationToken) is true
                ? new Finding("problem", "database role", "This login passes the row policies. Log in as hotgigs_app.")
                : new Finding("ok", "database role", "owns nothing and bypasses nothing");
        }
        catch (NpgsqlException unreachable)
        {
            return new Finding("problem", "database role", $"could not be asked: {unreachable.SqlState ?? "no connection"}");
        }
    }

    private static Finding ExamineTool(string tool, string arguments, string purpose, string remedy)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit(TimeSpan.FromSeconds(5));
            if (process is { HasExited: true, ExitCode: 0 })
                return new Finding("ok", tool, purpose);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed: said below.
        }

        return new Finding("note", tool, $"not available ({purpose}): {remedy}");
    }

    private sealed record Finding(string Level, string Subject, string Text);
}
