using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Notes scripts, launch actions and attachments; nothing of them is ever opened or run.</summary>
internal static class ActiveContent
{
    public static void Warn(PdfFile file)
    {
        if (file.Catalog is not { } catalog)
            return;
        var names = file.GetDictionary(catalog, "Names");
        var opens = file.GetDictionary(catalog, "OpenAction") is { } action
            && file.GetName(action, "S") is not (null or "GoTo" or "Named");
        var form = file.GetDictionary(catalog, "AcroForm");
        if (opens || form?.ContainsKey("XFA") == true || catalog.ContainsKey("AA") || names?.ContainsKey("JavaScript") == true)
            file.Budget.Warn(ReadingWarningKind.ActiveContentIgnored);
        if (names?.ContainsKey("EmbeddedFiles") == true || catalog.ContainsKey("Collection"))
            file.Budget.Warn(ReadingWarningKind.EmbeddedFileIgnored);
    }
}
