using System.Diagnostics;
using System.Globalization;

namespace HotGigs.Worker.Reading;

internal static class ReaderMemory
{
    /// <summary>Physical memory of a process in bytes; 0 when it is gone.</summary>
    public static long ResidentBytes(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.WorkingSet64;
            }

            // Second number: resident pages. Process.WorkingSet64 would read several files for it.
            var numbers = File.ReadAllText($"/proc/{process.Id}/statm").Split(' ');
            return long.Parse(numbers[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
