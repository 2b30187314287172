using System.Text;
using System.Text.Json;

namespace HotGigs.Core.Reading;

/// <summary>Reads a file in the JSON Resume schema (jsonresume.org) as the lines a person would print of it, for the ordinary parser.</summary>
internal static class JsonResumeReader
{
    /// <summary>A thousand times the tokens of a long résumé; parsing them takes tens of megabytes.</summary>
    internal const int MaxTokens = 500_000;

    /// <summary>Looks at the names on the top level only, as far as the text goes: it may be the beginning of a file.</summary>
    public static bool IsJsonResume(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var basics = reader.ValueTextEquals("basics"u8);
                var list = reader.ValueTextEquals("work"u8) || reader.ValueTextEquals("education"u8);
                if (!reader.Read())
                    return false;
                if ((basics && reader.TokenType == JsonTokenType.StartObject) || (list && reader.TokenType == JsonTokenType.StartArray))
                    return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var text = PlainText.Decode(content.Span) ?? throw new ReadingException(ReadingFailure.TypeMismatch, "The bytes are no text.");
        var json = Encoding.UTF8.GetBytes(text);
        try
        {
            Measure(json, limits, cancellationToken);
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
            var builder = new DocumentBuilder(FileFormat.JsonResume, limits);
            builder.BeginPage();
            new JsonResumeLines(builder, cancellationToken).Write(parsed.RootElement);
            return builder.Build();
        }
        catch (JsonException fault)
        {
            throw new ReadingException(ReadingFailure.Corrupt, fault.Message);
        }
    }

    /// <summary>Goes through the tokens once without keeping them, since a tree of them costs many times the file.</summary>
    private static void Measure(byte[] json, ReadingLimits limits, CancellationToken cancellationToken)
    {
        // One more level than allowed, so that too deep can be told from malformed.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        var tokens = 0;
        while (reader.Read())
        {
            var tooDeep = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= limits.MaxDepth;
            if (tooDeep || ++tokens > MaxTokens)
                throw new ReadingException(ReadingFailure.TooComplex, "The JSON is too deep or has too many values.");
            if (tokens % 1_024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
