using System.Text;
using HotGigs.Core.Reading.Pdf.Content;
using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Takes addresses from link annotations (ISO 32000-1, 12.5.6.5); all other actions are left alone.</summary>
internal static class Links
{
    private const int MaxLinksPerPage = 500;
    private const int LongestTarget = 2_048;
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];

    public static List<SourceLink> Read(PdfFile file, PdfDictionary page, Matrix toPage)
    {
        var links = new List<SourceLink>();
        foreach (var annotation in Annotations(file, page))
        {
            Warn(file, annotation);
            if (file.GetName(annotation, "Subtype") != "Link" || file.GetDictionary(annotation, "A") is not { } action)
                continue;
            var kind = file.GetName(action, "S");
            if (kind is "Launch" or "JavaScript" or "ImportData" or "SubmitForm" or "GoToR" or "GoToE")
                file.Budget.Warn(ReadingWarningKind.ActiveContentIgnored);
            if (kind is not (null or "URI") || file.Get(action, "URI") is not PdfString uri)
                continue;
            if (Target(uri.Bytes) is { } target && links.Count < MaxLinksPerPage && file.GetNumbers(annotation, "Rect", 4) is { } rect)
            {
                var box = toPage.Apply(rect[0], rect[1], rect[2], rect[3]);
                links.Add(new SourceLink(target, new Box((float)box.Left, (float)box.Top, (float)box.Width, (float)box.Height)));
            }
        }

        return links;
    }

    /// <summary>Notes, films and attachments on the page: not part of its text, and never opened.</summary>
    private static void Warn(PdfFile file, PdfDictionary annotation)
    {
        switch (file.GetName(annotation, "Subtype"))
        {
            case "RichMedia" or "Screen" or "Movie" or "Sound" or "3D" or "FileAttachment":
                file.Budget.Warn(ReadingWarningKind.EmbeddedFileIgnored);
                break;
            case "Text" or "FreeText" or "Stamp" or "Highlight" or "Underline" or "Caret" when annotation.ContainsKey("Contents"):
                file.Budget.Warn(ReadingWarningKind.CommentsDropped);
                break;
        }
    }

    public static IEnumerable<PdfDictionary> Annotations(PdfFile file, PdfDictionary page)
    {
        foreach (var item in file.GetArray(page, "Annots") ?? [])
        {
            file.Budget.Tick();
            if (file.Resolve(item) is PdfDictionary annotation)
                yield return annotation;
        }
    }

    /// <summary>Null for what is no web, mail or telephone address.</summary>
    private static string? Target(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LongestTarget)
            return null;
        var target = (bytes[0] is 0xFE or 0xFF or 0xEF ? TextStrings.Decode(bytes) : Encoding.UTF8.GetString(bytes)).Trim();
        if (target.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            target = "http://" + target;
        return Array.Exists(Schemes, scheme => target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            && !target.AsSpan().ContainsAnyInRange('\0', '\x1F')
            ? target
            : null;
    }
}
