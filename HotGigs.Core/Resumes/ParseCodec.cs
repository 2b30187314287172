using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Resumes;

/// <summary>The stored and the piped form of documents and parses.</summary>
public static class ParseCodec
{
    public static string Serialize(ParsedResume parsed) => JsonSerializer.Serialize(parsed, ReadingJson.Default.ParsedResume);

    /// <exception cref="JsonException">The stored text is not a parse.</exception>
    public static ParsedResume DeserializeParsed(string json) =>
        JsonSerializer.Deserialize(json, ReadingJson.Default.ParsedResume) ?? throw new JsonException("A stored parse is null.");

    public static byte[] Pack(Document document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(gzip, document, ReadingJson.Default.Document);
        return packed.ToArray();
    }

    /// <exception cref="JsonException">The stored bytes are not a document.</exception>
    public static Document Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(gzip, ReadingJson.Default.Document) ?? throw new JsonException("A stored document is null.");
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(ParsedResume))]
internal sealed partial class ReadingJson : JsonSerializerContext;
