using System.CommandLine;
using System.Text.Json;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;
using HotGigs.Worker.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace HotGigs.Worker;

/// <summary><c>read FILE…</c>: what reading and parsing make of files, exactly as the worker does it, without any store.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Résumé files.", Arity = ArgumentArity.OneOrMore };
        var predictions = new Option<DirectoryInfo?>("--predictions")
        {
            Description = "Write each parse into this folder instead, one file each, in the shape the scorer compares with the truth.",
        };
        var command = new Command("read", "Reads and parses files and prints each result as a line of JSON.") { files, predictions };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(predictions), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, DirectoryInfo? predictions, CancellationToken cancellationToken)
    {
        await using var pool = new ReaderPool(
            ReaderCommand.ThisProgram(), new ReaderOptions { Children = Math.Min(files.Length, Environment.ProcessorCount) },
            TimeProvider.System, NullLogger<ReaderPool>.Instance);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answers = files.Select(async file => (file, answer: await ReadAsync(pool, file, today, cancellationToken))).ToList();
        foreach (var pending in answers)
        {
            var (file, answer) = await pending;
            if (predictions is null)
                Console.Out.WriteLine(JsonSerializer.Serialize(new ReadLine(file.FullName, answer), ReaderAnswer.Json.ReadLine));
            else
                await WritePredictionAsync(predictions, file, answer, cancellationToken);
        }

        return 0;
    }

    private static async Task WritePredictionAsync(
        DirectoryInfo folder, FileInfo file, ReaderAnswer answer, CancellationToken cancellationToken)
    {
        folder.Create();
        // A file that can't be read predicts nothing, which the scorer counts against us.
        var json = answer is { Document: { } document, Parsed: { } parsed } ? Predictions.ToJson(parsed, document) : "{}";
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file.Name + ".json"), json, cancellationToken);
    }

    private static async Task<ReaderAnswer> ReadAsync(ReaderPool pool, FileInfo file, DateOnly today, CancellationToken cancellationToken)
    {
        if (file.Length > ReadingLimits.Default.MaxBytes)
            return ReaderAnswer.Failed(ReadingFailure.TooComplex);
        var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        return await pool.ReadAsync(new ReaderRequest(content, file.Extension, today), cancellationToken);
    }
}

/// <summary>One line of output.</summary>
internal sealed record ReadLine(string File, ReaderAnswer Answer);
