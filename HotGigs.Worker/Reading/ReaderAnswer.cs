using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Worker.Reading;

/// <summary>How reading and parsing one file ended.</summary>
internal sealed record ReaderAnswer
{
    /// <summary>Letters of all scripts as they are: escapes would make the frames of many languages three times as long.</summary>
    internal static readonly ReaderJson Json =
        new(new JsonSerializerOptions(ReaderJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public required ReaderOutcome Outcome { get; init; }

    /// <summary>Set exactly for <see cref="ReaderOutcome.Failed"/>.</summary>
    public ReadingFailure? Failure { get; init; }

    /// <summary>Null for <see cref="ReaderOutcome.Failed"/>.</summary>
    public Document? Document { get; init; }

    /// <summary>Null for <see cref="ReaderOutcome.Failed"/>.</summary>
    public ParsedResume? Parsed { get; init; }

    /// <summary>True for an answer that keeps its own promises: the parent believes a child nothing that it can check.</summary>
    [JsonIgnore]
    public bool Sound => Outcome == ReaderOutcome.Failed
        ? Failure is { } failure && Enum.IsDefined(failure)
        : Document is not null && Parsed is not null;

    public static ReaderAnswer Failed(ReadingFailure failure) => new() { Outcome = ReaderOutcome.Failed, Failure = failure };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json.ReaderAnswer);

    /// <returns>Null when the bytes are no sound answer.</returns>
    public static ReaderAnswer? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Json.ReaderAnswer) is { Sound: true } answer ? answer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal enum ReaderOutcome
{
    Read,
    NeedsOcr,
    Failed,
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReaderAnswer))]
[JsonSerializable(typeof(ReadLine))]
internal sealed partial class ReaderJson : JsonSerializerContext;
