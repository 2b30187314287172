using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Title and author from the document information dictionary (ISO 32000-1, 14.3.3).</summary>
internal static class DocumentInformation
{
    private const int LongestEntry = 500;

    public static DocumentMetadata Read(PdfFile file) => file.GetDictionary(file.Trailer, "Info") is { } information
        ? new DocumentMetadata(Entry(file, information, "Title"), Entry(file, information, "Author"))
        : new DocumentMetadata(null, null);

    private static string? Entry(PdfFile file, PdfDictionary information, string key)
    {
        if (file.Get(information, key) is not PdfString stated)
            return null;
        var text = TextStrings.Decode(stated.Bytes).Trim('\0', ' ', '\t', '\r', '\n');
        return text.Length == 0 ? null : text[..Math.Min(text.Length, LongestEntry)];
    }
}
