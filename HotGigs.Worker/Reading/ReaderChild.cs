using System.Diagnostics;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

/// <summary>The child process: reads one untrusted file after the other from its input and answers on its output, until its input ends.</summary>
/// <remarks>
/// Runs before any host, configuration or telemetry code. It holds no secret, has no network, and may die of any file: the parent
/// (<see cref="ReaderPool"/>) replaces it. An empty first frame says that it is warm.
/// </remarks>
internal static class ReaderChild
{
    public const string Argument = "--reader";

    /// <summary>Deep nesting meets the readers' own depth limits before it meets the end of this stack.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    private const int ExitOk = 0;
    private const int ExitBroken = 70;

    public static int Run()
    {
        var output = Console.OpenStandardOutput();
        var input = Console.OpenStandardInput();
        // A stray line from a library must not get between the frames.
        Console.SetOut(TextWriter.Null);
        using var requests = new System.Collections.Concurrent.BlockingCollection<byte[]>(boundedCapacity: 1);
        var reading = new Thread(() => ReadFiles(requests, output), StackBytes) { IsBackground = true, Name = "reader" };
        reading.Start();
        try
        {
            while (ReaderFrames.ReadAsync(input, int.MaxValue, CancellationToken.None).GetAwaiter().GetResult() is { } frame)
                requests.Add(frame);
        }
        catch (IOException)
        {
            // The pipe broke: the same as its end.
        }

        // The parent is gone or wants no more. A file still being read is nobody's: end at once, so that a hanging file can't outlive a killed worker.
        return ExitOk;
    }

    /// <summary>Reads and parses one file; what the child does, for use without one.</summary>
    public static ReaderAnswer Answer(ReaderRequest request)
    {
        try
        {
            return DocumentReader.Read(request.Content, ReadingLimits.Default, request.Extension, CancellationToken.None) switch
            {
                ReadResult.Read read => Parse(ReaderOutcome.Read, read.Document, request.AsOf),
                ReadResult.NeedsOcr scan => Parse(ReaderOutcome.NeedsOcr, scan.Document, request.AsOf),
                ReadResult.Failed failed => ReaderAnswer.Failed(failed.Reason),
                _ => throw new UnreachableException(),
            };
        }
        catch (OutOfMemoryException)
        {
            // The heap's hard limit was met by this file; with it gone there is room again.
            return ReaderAnswer.Failed(ReadingFailure.TooComplex);
        }
    }

    private static ReaderAnswer Parse(ReaderOutcome outcome, Document document, DateOnly asOf) =>
        new() { Outcome = outcome, Document = document, Parsed = ResumeParser.Parse(document, asOf) };

    private static void ReadFiles(System.Collections.Concurrent.BlockingCollection<byte[]> requests, Stream output)
    {
        try
        {
            WarmUp();
            ReaderFrames.WriteAsync(output, ReadOnlyMemory<byte>.Empty, CancellationToken.None).GetAwaiter().GetResult();
            foreach (var frame in requests.GetConsumingEnumerable())
            {
                var answer = Write(Answer(ReaderRequest.Read(frame)));
                ReaderFrames.WriteAsync(output, answer, CancellationToken.None).GetAwaiter().GetResult();
            }
        }
        catch (Exception exception)
        {
            // Type and place only: the message may quote the file. The parent logs this line and counts a death.
            Console.Error.WriteLine($"{exception.GetType().FullName}{Environment.NewLine}{exception.StackTrace}");
            Environment.Exit(ExitBroken);
        }
    }

    private static byte[] Write(ReaderAnswer answer)
    {
        try
        {
            return answer.Write();
        }
        catch (OutOfMemoryException)
        {
            return ReaderAnswer.Failed(ReadingFailure.TooComplex).Write();
        }
    }

    /// <summary>Compiles what the first real file would otherwise wait for.</summary>
    private static void WarmUp()
    {
        foreach (var (content, extension) in ReaderSamples.All())
            Write(Answer(new ReaderRequest(content, extension, DateOnly.FromDayNumber(ReaderSamples.AsOfDay))));
    }
}
