using System.Xml;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Finds parts of a package, and warns of those that are never opened.</summary>
internal static class WordParts
{
    private const string UsualMain = "word/document.xml";

    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"];

    /// <summary>The main part, by relationship first: its name is up to the program that wrote the file.</summary>
    public static string FindMain(IPartSource package, IReadOnlyDictionary<string, Relationship> roots)
    {
        var target = roots.Values.FirstOrDefault(one => one.Type == "officeDocument" && !one.External)?.Target;
        if (target is not null && package.Names.Contains(target, StringComparer.OrdinalIgnoreCase))
            return target;
        return UsualMain;
    }

    public static bool HasEvenAndOddHeaders(XmlPart xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "evenAndOddHeaders")
                return xml.IsOn();
        }

        return false;
    }

    /// <summary>Whether the package holds a photograph or scan; drawings in metafiles are icons and logos.</summary>
    public static bool HasPicture(IPartSource package) =>
        package.Names.Any(name => name.Contains("/media/", StringComparison.OrdinalIgnoreCase)
            && PictureExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Title and author; keywords and comments are only looked at for instructions.</summary>
    public static void ReadProperties(
        IPartSource package, IReadOnlyDictionary<string, Relationship> roots, DocumentBuilder builder, WordFindings findings, ReadingBudget budget)
    {
        var part = roots.Values.FirstOrDefault(one => one.Type == "core-properties" && !one.External)?.Target ?? "docProps/core.xml";
        string? title = null, author = null;
        try
        {
            using var stream = package.Open(part);
            if (stream is null)
                return;
            using var xml = XmlPart.Open(stream, budget);
            while (xml.Read())
            {
                if (!xml.IsStart)
                    continue;
                switch (xml.Name)
                {
                    case "title":
                        title = Property(xml);
                        findings.Note(title);
                        break;
                    case "creator":
                        author = Property(xml);
                        findings.Note(author);
                        break;
                    case "subject" or "keywords" or "description" or "category":
                        findings.Note(Property(xml));
                        break;
                }
            }
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or ReadingException { Reason: ReadingFailure.Corrupt })
        {
            builder.Warn(ReadingWarningKind.PartUnreadable);
        }

        builder.Metadata = new DocumentMetadata(title, author);
    }

    /// <summary>Warns of everything that was left alone on purpose.</summary>
    public static void Warn(IPartSource package, DocumentBuilder builder, WordFindings findings, ReadingBudget budget)
    {
        var external = 0;
        foreach (var name in package.Names)
        {
            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                external += CountExternal(package, name, budget);
            else if (IsActive(name))
                builder.Warn(ReadingWarningKind.ActiveContentIgnored);
            else if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
                builder.Warn(ReadingWarningKind.EmbeddedFileIgnored);
            else if (name.EndsWith("comments.xml", StringComparison.OrdinalIgnoreCase) && HasComment(package, name, budget))
                builder.Warn(ReadingWarningKind.CommentsDropped);
        }

        findings.ExternalReferences += external;
        Warn(builder, findings);
    }

    public static void Warn(DocumentBuilder builder, WordFindings findings)
    {
        Warn(ReadingWarningKind.ExternalReferenceIgnored, findings.ExternalReferences);
        Warn(ReadingWarningKind.TrackedChangesDropped, findings.TrackedChanges);
        Warn(ReadingWarningKind.EmbeddedFileIgnored, findings.EmbeddedFiles);
        Warn(ReadingWarningKind.InstructionLikeText, findings.Notes.Sum(InstructionLikeText.Count));

        void Warn(ReadingWarningKind kind, int count)
        {
            if (count > 0)
                builder.Warn(kind, count);
        }
    }

    private static bool IsActive(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static string? Property(XmlPart xml)
    {
        const int MaxLength = 2_000;
        var text = xml.ReadText().Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxLength)];
    }

    private static bool HasComment(IPartSource package, string name, ReadingBudget budget) =>
        Scan(package, name, budget, xml => xml.Name == "comment", true) > 0;

    private static int CountExternal(IPartSource package, string name, ReadingBudget budget) =>
        Scan(
            package,
            name,
            budget,
            xml => xml.Name == "Relationship"
                && string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && xml.Attribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true,
            false);

    private static int Scan(IPartSource package, string name, ReadingBudget budget, Func<XmlPart, bool> counts, bool first)
    {
        var count = 0;
        try
        {
            using var stream = package.Open(name);
            if (stream is null)
                return 0;
            using var xml = XmlPart.Open(stream, budget);
            while (xml.Read() && !(first && count > 0))
                count += xml.IsStart && counts(xml) ? 1 : 0;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or ReadingException { Reason: ReadingFailure.Corrupt })
        {
            // Only a look for warnings: the reader of the part itself says when it is damaged.
        }

        return count;
    }
}
