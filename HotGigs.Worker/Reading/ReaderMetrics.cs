using System.Diagnostics.Metrics;

namespace HotGigs.Worker.Reading;

/// <summary>What the pool tells about itself: meter <c>HotGigs.Reader</c>.</summary>
internal static class ReaderMetrics
{
    public const string Name = "HotGigs.Reader";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> FileCount = Meter.CreateCounter<long>("hotgigs.reader.files", "{file}", "Files read, by outcome.");
    private static readonly Counter<long> KillCount =
        Meter.CreateCounter<long>("hotgigs.reader.kills", "{child}", "Children that died or were killed, by reason.");
    private static readonly Counter<long> RecycleCount =
        Meter.CreateCounter<long>("hotgigs.reader.recycles", "{child}", "Children replaced after their number of files.");
    private static readonly Histogram<double> Milliseconds =
        Meter.CreateHistogram<double>("hotgigs.reader.ms", "ms", "From handing a file to a child to its answer.");
    private static readonly Histogram<long> Bytes = Meter.CreateHistogram<long>("hotgigs.reader.bytes", "By", "Size of the files read.");

    public static void File(string outcome, long bytes, TimeSpan took)
    {
        FileCount.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        Bytes.Record(bytes);
        Milliseconds.Record(took.TotalMilliseconds);
    }

    public static void Kill(string reason) => KillCount.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void Recycle() => RecycleCount.Add(1);
}
