using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HotGigs.Benchmarks.Support;
using HotGigs.Core.Reading;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace HotGigs.Benchmarks.Drills;

/// <summary>One pool, its inputs by number, and what became of them.</summary>
internal sealed class FuzzRun : IAsyncDisposable
{
    private readonly ReaderPool _pool = new(ReaderCommand.ThisProgram(), new ReaderOptions(), TimeProvider.System, NullLogger<ReaderPool>.Instance);
    private readonly List<(string Format, List<(string Name, byte[] Content)> Files)> _formats;
    private readonly Mutator _mutator;
    private readonly DirectoryInfo? _keep;
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();

    // The pool counts a kill while it answers for the file: the asynchronous flow tells which.
    private readonly AsyncLocal<(string Name, byte[] Content)> _current = new();

    internal FuzzRun(IReadOnlyList<string> files, IEnumerable<string> formats, int seed, DirectoryInfo? keep)
    {
        _formats = [.. formats
            .Select(format => (format, files.Where(file => file.EndsWith(format, StringComparison.OrdinalIgnoreCase)).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList()))
            .Where(group => group.Item2.Count > 0)];
        _mutator = new Mutator([.. _formats.SelectMany(group => group.Files.Select(file => file.Content))], seed);
        _keep = keep;
        keep?.Create();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: ReaderMetrics.Name, Name: "hotgigs.reader.kills" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Found(tags[0].Value?.ToString() ?? "?"));
        _listener.Start();
    }

    /// <summary>By outcome, then by format.</summary>
    internal SortedDictionary<string, Dictionary<string, int>> Outcomes { get; } = new(StringComparer.Ordinal);

    internal ConcurrentBag<string> Finds { get; } = [];

    internal async Task ReadAsync(int number, CancellationToken cancellationToken)
    {
        var (format, files) = _formats[number % _formats.Count];
        var (name, original) = files[number / _formats.Count % files.Count];
        var content = _mutator.Mutate(original, number);
        _current.Value = ($"{number}-{name}", content);
        var answer = await _pool.ReadAsync(new ReaderRequest(content, format, ReadingFiles.AsOf), cancellationToken);
        var outcome = answer.Failure is { } failure ? failure.ToCode() : answer.Outcome == ReaderOutcome.Read ? "read" : "needs-ocr";
        lock (_lock)
        {
            if (!Outcomes.TryGetValue(outcome, out var counts))
                Outcomes[outcome] = counts = [];
            counts[format] = counts.GetValueOrDefault(format) + 1;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _pool.DisposeAsync();
    }

    private void Found(string reason)
    {
        var (name, content) = _current.Value;
        Finds.Add($"{reason}, `{name}`, {content.Length} bytes");
        if (_keep is not null)
            File.WriteAllBytes(Path.Combine(_keep.FullName, name), content);
    }
}
