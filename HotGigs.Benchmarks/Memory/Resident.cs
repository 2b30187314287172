using System.Diagnostics;
using System.Globalization;
using HotGigs.Worker.Reading;

namespace HotGigs.Benchmarks.Memory;

/// <summary>Physical memory of processes, in bytes. What they share with each other counts for each.</summary>
internal static class Resident
{
    private const double Steady = 1024 * 1024;
    private const int SteadySeconds = 10;
    private const int MaxSeconds = 90;

    /// <returns>The value once it has stayed about the same; the last one when it never does.</returns>
    internal static async Task<double> SettledAsync(Process process, CancellationToken cancellationToken)
    {
        var last = new Queue<double>();
        for (var second = 0; second < MaxSeconds; second++)
        {
            last.Enqueue(ReaderMemory.ResidentBytes(process));
            if (last.Count > SteadySeconds)
                last.Dequeue();
            if (last.Count == SteadySeconds && last.Max() - last.Min() <= Steady)
                break;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        return last.Last();
    }

    /// <summary>Of a process' children, where the system tells them (Linux).</summary>
    internal static List<double> Children(Process process)
    {
        var found = new List<double>();
        if (!OperatingSystem.IsLinux())
            return found;
        foreach (var task in Directory.GetDirectories($"/proc/{process.Id}/task"))
        {
            foreach (var id in File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                using var child = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                found.Add(ReaderMemory.ResidentBytes(child));
            }
        }

        return found;
    }
}
