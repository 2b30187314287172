using HotGigs.AppHost.Local.Model;
using HotGigs.AppHost.Local.Processes;
using HotGigs.AppHost.Local.Resources;

namespace HotGigs.AppHost.Local;

/// <summary>One local mode, from the lock on its data to the last process stopped. The command line and the tests use it alike.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private readonly LocalSettings _settings;
    private readonly LocalModel _model;
    private readonly DataLock _lock;
    private readonly ProcessFiles _processes;
    private readonly HttpClient _http;
    private int _disposed;

    private LocalRun(LocalSettings settings, LocalModel model, DataLock dataLock, HttpClient http)
    {
        (_settings, _model, _lock, _http) = (settings, model, dataLock, http);
        _processes = new ProcessFiles(settings.Place.ProcessDirectory, settings.Clock);
        var services = new ResourceServices(settings.Clock, _processes, () => model.Parameters.Secrets, model.Values.MarkAbsent, settings.Progress);
        Resources = [.. model.Definitions.Select(definition => new Resource(definition, services))];
    }

    internal IReadOnlyList<Resource> Resources { get; }

    /// <summary>Values of the manifest's expressions, for example connection strings.</summary>
    internal ManifestValues Values => _model.Values;

    internal Progress Progress => _settings.Progress;

    internal TimeProvider Clock => _settings.Clock;

    internal Manifest Manifest => _settings.Manifest;

    internal string Data => _settings.Place.Data;

    /// <summary>Takes the data directory, ends what an earlier run left there and chooses ports. Starts nothing yet.</summary>
    /// <exception cref="LocalModeException">Another run works on this data, or the manifest asks for what local mode cannot do.</exception>
    internal static async Task<LocalRun> OpenAsync(LocalSettings settings)
    {
        Unix.CreateDataDirectory(settings.Place.Data);
        var dataLock = DataLock.Take(settings.Place.Data);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            // Before ports are chosen: leftovers would hold the usual ones.
            await new ProcessFiles(settings.Place.ProcessDirectory, settings.Clock).EndLeftoversAsync(settings.Progress.Say);
            return new LocalRun(settings, new LocalModel(settings, http), dataLock, http);
        }
        catch
        {
            http.Dispose();
            dataLock.Dispose();
            throw;
        }
    }

    /// <summary>Where the resources page is to listen.</summary>
    internal int ChoosePagePort() => _model.ChoosePagePort();

    /// <summary>Starts everything, each resource as soon as what it needs is ready.</summary>
    /// <exception cref="LocalModeException">A resource failed; the message holds its last lines. The others still run: dispose.</exception>
    internal async Task StartAsync(CancellationToken ct)
    {
        var byName = Resources.ToDictionary(resource => resource.Name);
        foreach (var resource in Resources)
            resource.Start([.. resource.Definition.Needs.Select(need => byName[need])]);

        var pending = Resources.Select(ReadyAsync).ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending).WaitAsync(ct);
            pending.Remove(done);
            await done;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        var stops = new Dictionary<string, Task>();
        foreach (var resource in Resources) _ = StopAsync(resource, stops);
        await Task.WhenAll(stops.Values);
        _lock.Dispose();
        _http.Dispose();
    }

    private async Task ReadyAsync(Resource resource)
    {
        try { await resource.Ready; }
        catch (OperationCanceledException) { } // stopped, or what it needs failed: that one says why
    }

    /// <summary>Reverse order: a resource stops after all that need it.</summary>
    private Task StopAsync(Resource resource, Dictionary<string, Task> stops)
    {
        if (stops.TryGetValue(resource.Name, out var known)) return known;
        var dependents = Resources.Where(other => other.Definition.Needs.Contains(resource.Name)).Select(other => StopAsync(other, stops)).ToArray();
        return stops[resource.Name] = StopAfterAsync(resource, dependents);
    }

    private static async Task StopAfterAsync(Resource resource, Task[] dependents)
    {
        await Task.WhenAll(dependents);
        await resource.DisposeAsync();
    }
}
