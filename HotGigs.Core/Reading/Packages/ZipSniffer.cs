using System.Xml;

namespace HotGigs.Core.Reading.Packages;

/// <summary>Tells a Word document from the many other things that are ZIP files.</summary>
internal static class ZipSniffer
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Content types and first parts are small; a file that makes them large is not worth a look.</summary>
    private const int MostBytes = 1024 * 1024;

    public static FileFormat Sniff(Stream file, ReadOnlySpan<byte> head)
    {
        var items = ZipDirectory.Read(file, ReadingLimits.Default.MaxParts + 1);
        if (items is null)
        {
            // The directory stands at the end: a cut document lost it, but still says at its start what it was.
            return ZipDirectory.FirstName(head) is { } first && IsOfficeName(first) ? FileFormat.Docx : FileFormat.Zip;
        }

        var names = items.Select(item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("mimetype") && StartsWith(file, items, "mimetype", "application/vnd.oasis.opendocument.text"u8))
            return FileFormat.Odt;
        return HasWordContentType(file, items) ?? names.Contains("word/document.xml") ? FileFormat.Docx : FileFormat.Zip;
    }

    public static bool IsWordMain(string? contentType) =>
        contentType is not null
        && contentType.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)
        && (contentType.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("ms-word", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfficeName(string name) =>
        name == ContentTypes || name.StartsWith("word/", StringComparison.Ordinal) || name.StartsWith("_rels/", StringComparison.Ordinal);

    /// <summary>Null when the content types are missing or cannot be read.</summary>
    private static bool? HasWordContentType(Stream file, IReadOnlyList<ZipItem> items)
    {
        try
        {
            using var stream = Open(file, items, ContentTypes);
            if (stream is null)
                return null;
            using var xml = XmlPart.Open(stream, Budget());
            while (xml.Read())
            {
                if (xml.IsStart && xml.Name is "Override" or "Default" && IsWordMain(xml.Attribute("ContentType")))
                    return true;
            }

            return false;
        }
        catch (Exception fault) when (fault is XmlException or IOException or InvalidDataException or ReadingException)
        {
            return null;
        }
    }

    private static bool StartsWith(Stream file, IReadOnlyList<ZipItem> items, string name, ReadOnlySpan<byte> value)
    {
        try
        {
            using var stream = Open(file, items, name);
            var start = new byte[value.Length];
            return stream is not null && stream.ReadAtLeast(start, start.Length, false) == start.Length && value.SequenceEqual(start);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or ReadingException)
        {
            return false;
        }
    }

    private static UnpackedStream? Open(Stream file, IReadOnlyList<ZipItem> items, string name)
    {
        var item = items.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
        if (item is null || item.PackedLength > MostBytes)
            return null;
        return ZipPackage.Unpack(file, item, Budget());
    }

    private static ReadingBudget Budget() =>
        new(ReadingLimits.Default with { MaxDecodedStreamBytes = MostBytes, MaxDecodedBytes = MostBytes }, CancellationToken.None);
}
