using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HotGigs.Core.Work;

/// <summary>What the queue tells about itself: meter and activity source <c>HotGigs.Work</c>.</summary>
public static class WorkMetrics
{
    public const string Name = "HotGigs.Work";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> EnqueuedItems =
        Meter.CreateCounter<long>("hotgigs.work.enqueued", "{item}", "Work items put into the queue.");
    private static readonly Counter<long> DoneItems =
        Meter.CreateCounter<long>("hotgigs.work.done", "{item}", "Work items completed.");
    private static readonly Counter<long> FailedAttempts =
        Meter.CreateCounter<long>("hotgigs.work.failed", "{attempt}", "Attempts that failed, by reason: error, outage, time, worker-died.");
    private static readonly Counter<long> ParkedItems =
        Meter.CreateCounter<long>("hotgigs.work.parked", "{item}", "Work items given up after their last attempt.");
    private static readonly Histogram<double> Latency =
        Meter.CreateHistogram<double>("hotgigs.work.latency", "s", "From the time an item may run to the start of its attempt.");
    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("hotgigs.work.duration", "s", "How long an attempt took.");
    private static IReadOnlyDictionary<string, long> _depth = new Dictionary<string, long>();

    static WorkMetrics() => Meter.CreateObservableGauge(
        "hotgigs.work.depth", ObserveDepth, "{item}", "Work items in the queue by state, counted every few seconds.");

    internal static void Enqueued(string kind) => EnqueuedItems.Add(1, Kind(kind));

    internal static void Started(string kind, TimeSpan waited) => Latency.Record(waited.TotalSeconds, Kind(kind));

    internal static void Done(string kind, TimeSpan took)
    {
        DoneItems.Add(1, Kind(kind));
        Duration.Record(took.TotalSeconds, Kind(kind));
    }

    internal static void Failed(string kind, string reason) =>
        FailedAttempts.Add(1, Kind(kind), new KeyValuePair<string, object?>("reason", reason));

    internal static void Parked(string kind) => ParkedItems.Add(1, Kind(kind));

    internal static void SetDepth(IReadOnlyDictionary<string, long> depth) => Volatile.Write(ref _depth, depth);

    private static IEnumerable<Measurement<long>> ObserveDepth() =>
        Volatile.Read(ref _depth).Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("state", state.Key)));

    private static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);
}
