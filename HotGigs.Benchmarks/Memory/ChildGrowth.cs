using System.Diagnostics;
using HotGigs.Benchmarks.Support;
using HotGigs.Core.Seeding;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace HotGigs.Benchmarks.Memory;

/// <summary>Whether what a reader child reads stays in it.</summary>
internal static class ChildGrowth
{
    private const int LoopFiles = 25;
    private const int Early = 50;
    private const int Late = 500;
    private const int Window = 10;

    internal static async Task<(double Early, double Late, string Files)> MeasureAsync(CancellationToken cancellationToken)
    {
        var (files, what) = Files();
        // Not replaced before the last file; otherwise as in the Worker.
        var options = new ReaderOptions { Children = 1, RecycleAfter = Late + 1 };
        await using var pool = new ReaderPool(ReaderCommand.ThisProgram(), options, TimeProvider.System, NullLogger<ReaderPool>.Instance);
        await pool.WarmUpAsync();
        var id = pool.ProcessIds.Single();
        using var child = Process.GetProcessById(id);
        List<double> early = [], late = [];
        for (var number = 1; number <= Late; number++)
        {
            await pool.ReadAsync(files[number % files.Count], cancellationToken);
            if (number is > Early - Window and <= Early)
                early.Add(ReaderMemory.ResidentBytes(child));
            if (number > Late - Window)
                late.Add(ReaderMemory.ResidentBytes(child));
        }

        return pool.ProcessIds.SingleOrDefault() == id
            ? (Statistics.Median(early), Statistics.Median(late), what)
            : throw new InvalidOperationException("The child was replaced: one of the files ended it.");
    }

    private static (List<ReaderRequest> Files, string What) Files()
    {
        var corpus = Checkout.Corpus("parsing/resumes", ".pdf", ".docx", ".doc");
        if (corpus.Count < LoopFiles)
            return ([.. Enumerable.Range(0, LoopFiles).Select(Synthetic)], "Reader child: synthetic DOCX files, because there is no corpus beside the checkout.");
        var chosen = Enumerable.Range(0, LoopFiles).Select(i => corpus[i * corpus.Count / LoopFiles]);
        return ([.. chosen.Select(file => ReadingFiles.Request(file))], $"Reader child: {LoopFiles} of the {corpus.Count} files of the parsing corpus.");
    }

    private static ReaderRequest Synthetic(int number) => new(SyntheticResume.Create(number).Content, ".docx", ReadingFiles.AsOf);
}
