using System.Text.Json;
using HotGigs.AppHost.Local.Processes;

namespace HotGigs.AppHost.Local.Resources;

/// <summary>Remembers on disk which processes were started over a data directory, so that the next start can end what a kill -9 left behind.</summary>
internal sealed class ProcessFiles(string directory, TimeProvider clock)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    internal void Remember(string resource, ProcessIdentity identity, StopSignal stopSignal)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(FileOf(resource), JsonSerializer.Serialize(new Leftover(identity, stopSignal)));
    }

    internal void Forget(string resource) => File.Delete(FileOf(resource));

    /// <summary>Ends what an earlier run left. A process that only got the same id since is not touched.</summary>
    internal async Task EndLeftoversAsync(Action<string> report)
    {
        if (!Directory.Exists(directory)) return;
        await Task.WhenAll(Directory.GetFiles(directory, "*.json").Select(file => EndAsync(file, report)));
    }

    private async Task EndAsync(string file, Action<string> report)
    {
        if (Read(file) is { Identity.IsAlive: true } leftover)
        {
            report($"ending {Path.GetFileNameWithoutExtension(file)} (process {leftover.Identity.Pid}), left by an earlier run");
            Unix.Signal(leftover.Identity.Pid, leftover.StopSignal);
            if (!await IsGoneAsync(leftover.Identity)) Kill(leftover.Identity.Pid);
        }

        File.Delete(file);
    }

    private async Task<bool> IsGoneAsync(ProcessIdentity identity)
    {
        var start = clock.GetTimestamp();
        while (identity.IsAlive)
        {
            if (clock.GetElapsedTime(start) > Grace) return false;
            await Task.Delay(Poll, clock);
        }

        return true;
    }

    private static void Kill(int pid)
    {
        if (!ChildCommand.LeadsGroup || !Unix.Signal(-pid, StopSignal.Kill)) Unix.Signal(pid, StopSignal.Kill);
    }

    private static Leftover? Read(string file)
    {
        try { return JsonSerializer.Deserialize<Leftover>(File.ReadAllText(file)); }
        catch (JsonException) { return null; } // cut off while it was written: its process got the death signal instead
    }

    private string FileOf(string resource) => Path.Combine(directory, $"{resource}.json");

    private sealed record Leftover(ProcessIdentity Identity, StopSignal StopSignal);
}
