using System.Text.Json;
using HotGigs.AppHost.Local;
using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;
using Microsoft.Extensions.Configuration;

namespace HotGigs.Tests.AppHost;

/// <summary>The AppHost as a person starts it: a process of its own, its output and its exit code.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly List<string> _lines = [];
    private readonly SemaphoreSlim _more = new(0);
    private RunningProcess _process = null!;
    private int _pagePort;

    internal string Output
    {
        get { lock (_lines) return string.Join('\n', _lines); }
    }

    internal int Pid => _process.Pid;

    internal Uri Page => new($"http://127.0.0.1:{_pagePort}/");

    internal static async Task<AppHostProcess> StartAsync(string data, params string[] arguments)
    {
        var result = new AppHostProcess();
        var ports = new Ports(new ConfigurationBuilder().Build(), useDefaults: false, _ => { });
        var environment = ChildEnvironment.ForProject();
        foreach (var name in new[] { "postgres", "redis", "storage" }) environment[$"HotGigs__Ports__{name}"] = $"{ports.Choose(name)}";
        environment["HotGigs__Ports__page"] = $"{result._pagePort = ports.Choose("page")}";
        string[] command = [typeof(LocalRun).Assembly.Location, "--data", data, .. arguments];
        result._process = await RunningProcess.StartAsync(new Launch(ExecutablePath.DotNet(), command, "/", environment), result.Add);
        return result;
    }

    internal void Signal(StopSignal signal) => Unix.Signal(_process.Pid, signal);

    internal Task<int> ExitAsync() => _process.Exited.WaitAsync(Limit);

    /// <summary>Waits until a line that holds <paramref name="text"/> has been printed <paramref name="times"/> times.</summary>
    internal async Task PrintsAsync(string text, int times = 1)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            lock (_lines)
                if (_lines.Count(line => line.Contains(text, StringComparison.Ordinal)) >= times) return;
            if (_process.Exited.IsCompleted) throw new InvalidOperationException($"ended without printing '{text}':\n{Output}");
            await Task.WhenAny(_more.WaitAsync(limit.Token), _process.Exited);
            if (limit.IsCancellationRequested) throw new TimeoutException($"did not print '{text}':\n{Output}");
        }
    }

    /// <summary>What the page says of each running process.</summary>
    internal async Task<IReadOnlyDictionary<string, ProcessIdentity>> ProcessesAsync(HttpClient http)
    {
        using var resources = JsonDocument.Parse(await http.GetStringAsync(new Uri(Page, "resources.json")));
        return resources.RootElement.EnumerateArray()
            .Where(resource => resource.GetProperty("pid").ValueKind == JsonValueKind.Number)
            .ToDictionary(resource => resource.GetProperty("name").GetString()!, resource => ProcessIdentity.Of(resource.GetProperty("pid").GetInt32())!);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(TimeSpan.FromSeconds(40), TimeProvider.System);
        _more.Dispose();
    }

    private void Add(string line)
    {
        lock (_lines) _lines.Add(line);
        _more.Release();
    }
}
