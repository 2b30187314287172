using System.Globalization;

namespace HotGigs.AppHost.Local;

/// <summary>One local mode per data directory. The kernel lets go of the lock when its holder dies, however it dies: a lock is never stale.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <exception cref="LocalModeException">Another process holds the lock.</exception>
    internal static DataLock Take(string data)
    {
        try
        {
            var file = Open(data);
            File.WriteAllText(HolderFile(data), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataLock(file);
        }
        catch (IOException e) when (Directory.Exists(data))
        {
            var holder = File.Exists(HolderFile(data)) ? File.ReadAllText(HolderFile(data)) : "unknown";
            throw new LocalModeException($"HotGigs already runs on '{data}' (process {holder}). Stop that one, or choose other data with --data DIRECTORY.", e);
        }
    }

    /// <summary>True when no process works on this data.</summary>
    internal static bool IsFree(string data)
    {
        try
        {
            Open(data).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string data) => new(Path.Combine(data, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string HolderFile(string data) => Path.Combine(data, "lock.pid");
}
