using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Engines;

/// <summary>The package managers that bring engines: npm, and apt-get without installing anything on the system.</summary>
internal static class Installers
{
    internal static bool HasNpm => ExecutablePath.Find("node") is not null && ExecutablePath.Find("npm") is not null;

    internal static bool HasApt => ExecutablePath.Find("apt-get") is not null && ExecutablePath.Find("dpkg") is not null;

    /// <summary>Node's executable.</summary>
    /// <exception cref="LocalModeException">Node is not installed.</exception>
    internal static string Node(string engine) =>
        ExecutablePath.Find("node") ?? throw new LocalModeException(
            $"{engine} needs Node.js 20 or newer with npm, which is not on PATH. Install it (Debian, Ubuntu: apt-get install nodejs npm; macOS: brew install node) and start again.");

    /// <summary>Installs one package, running none of its scripts.</summary>
    internal static async Task NpmAsync(string engine, string package, string directory, CancellationToken ct)
    {
        Node(engine);
        string[] arguments = ["install", package, "--no-audit", "--no-fund", "--no-progress", "--ignore-scripts", "--no-update-notifier", "--loglevel=error"];
        await File.WriteAllTextAsync(Path.Combine(directory, "package.json"), """{ "private": true }""", ct);
        await Command.RunAsync(new Launch("npm", arguments, directory, ChildEnvironment.ForInstaller()), ct);
    }

    /// <summary>Unpacks Debian packages into <paramref name="directory"/>; works for every user.</summary>
    internal static async Task DebianAsync(IReadOnlyList<string> packages, string directory, CancellationToken ct)
    {
        var downloads = Directory.CreateDirectory(Path.Combine(directory, "downloads")).FullName;
        try
        {
            await AptAsync(["download", .. packages], downloads, ct);
        }
        catch (LocalModeException)
        {
            // A fresh image has no package lists: fetch lists of our own, which needs no root and leaves the system as it is.
            await DownloadWithOwnListsAsync(packages, downloads, ct);
        }

        foreach (var package in Directory.GetFiles(downloads, "*.deb"))
            await Command.RunAsync(new Launch("dpkg", ["-x", package, directory], directory, ChildEnvironment.ForInstaller()), ct);
        Directory.Delete(downloads, recursive: true);
    }

    private static async Task DownloadWithOwnListsAsync(IReadOnlyList<string> packages, string downloads, CancellationToken ct)
    {
        var apt = Directory.CreateDirectory(Path.Combine(downloads, "apt")).FullName;
        Directory.CreateDirectory(Path.Combine(apt, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(apt, "archives", "partial"));
        string[] options =
        [
            "-o", $"Dir::State::lists={apt}/lists", "-o", $"Dir::Cache={apt}", "-o", "Dir::State::status=/var/lib/dpkg/status",
            "-o", "APT::Sandbox::User=", "-o", "Acquire::Languages=none",
        ];
        await AptAsync([.. options, "update"], downloads, ct);
        await AptAsync([.. options, "download", .. packages], downloads, ct);
    }

    private static Task<string> AptAsync(IReadOnlyList<string> arguments, string directory, CancellationToken ct) =>
        Command.RunAsync(new Launch("apt-get", ["-q", "-o", "Acquire::http::Timeout=15", .. arguments], directory, ChildEnvironment.ForInstaller()), ct);
}
