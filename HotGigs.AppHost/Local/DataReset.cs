using HotGigs.AppHost.Local.Resources;

namespace HotGigs.AppHost.Local;

/// <summary>Empties a data directory. Only what local mode has put there is deleted, so that a mistyped directory loses nothing else.</summary>
internal static class DataReset
{
    private static readonly string[] Directories = ["postgres-*", "redis", "azurite", "run"];

    /// <exception cref="LocalModeException">A local mode runs on this data.</exception>
    internal static async Task RunAsync(LocalPlace place, TimeProvider clock, Action<string> report)
    {
        if (!Directory.Exists(place.Data)) return;
        using var dataLock = DataLock.Take(place.Data);
        await new ProcessFiles(place.ProcessDirectory, clock).EndLeftoversAsync(report);
        foreach (var directory in Directories.SelectMany(pattern => Directory.GetDirectories(place.Data, pattern)))
            Directory.Delete(directory, recursive: true);
        File.Delete(place.SecretsFile);
        report($"emptied {place.Data}");
    }

    /// <summary>Asks a person; nobody to ask means no.</summary>
    internal static bool IsConfirmed(LocalPlace place, TextReader input, TextWriter output)
    {
        output.Write($"This deletes the database, the files and the secrets in {place.Data}. Type yes to go on: ");
        return input.ReadLine()?.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
    }
}
