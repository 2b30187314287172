using HotGigs.Worker.Reading;

namespace HotGigs.Benchmarks.Support;

internal static class ReadingFiles
{
    /// <summary>The same "today" in each run, so that each does the same work.</summary>
    internal static readonly DateOnly AsOf = new(2026, 1, 1);

    internal static ReaderRequest Request(string path) => new(File.ReadAllBytes(path), Path.GetExtension(path), AsOf);
}
