namespace HotGigs.AppHost.Local.Engines;

/// <summary>Engines installed once per machine or user, shared by all clones and test runs.</summary>
/// <param name="root">Where this user installs.</param>
/// <param name="shared">A cache that somebody else (root) may have filled; only read.</param>
internal sealed class EngineCache(string root, string shared, TimeProvider clock)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    /// <summary>The engine's directory, installed first when it is not there. Processes that ask for the same engine at once install it once.</summary>
    /// <param name="name">Engine and version: a new version gets a new directory.</param>
    /// <param name="installAsync">Fills the directory it is given.</param>
    internal async Task<string> GetAsync(string name, Func<string, Task> installAsync, CancellationToken ct)
    {
        var (target, ready) = (Path.Combine(root, name), Path.Combine(shared, name));
        if (Directory.Exists(ready)) return ready;
        if (Directory.Exists(target)) return target;

        Directory.CreateDirectory(root);
        await using var exclusive = await LockAsync(target + ".lock", ct);
        if (!Directory.Exists(target)) await InstallAsync(target, installAsync);
        return target;
    }

    private static async Task InstallAsync(string target, Func<string, Task> installAsync)
    {
        // Renamed only when complete: an installation that was cut off is never taken for an engine.
        var staging = target + ".partial";
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        await installAsync(staging);
        Directory.Move(staging, target);
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPoll, clock, ct);
            }
        }
    }
}
