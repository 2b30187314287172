using System.Globalization;
using System.Xml;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Odt;

/// <summary>Reads OpenDocument text: headings, lists, tables, frames, links, and what its styles hide.</summary>
internal static class OdtReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var budget = new ReadingBudget(limits, cancellationToken);
        var package = ZipPackage.Open(content, budget);
        if (IsEncrypted(package, budget))
            throw new ReadingException(ReadingFailure.PasswordProtected, "The parts are encrypted.");
        var builder = new DocumentBuilder(FileFormat.Odt, limits);
        builder.BeginPage();
        var styles = new OdtStyles();
        List<FlowLine> furniture = [], body = [];
        ReadPart(package, "styles.xml", budget, builder, xml => new OdtStoryReader(xml, styles).Read(furniture, "master-styles"));
        using (var stream = package.Open("content.xml") ?? throw new ReadingException(ReadingFailure.Corrupt, "The content part is missing."))
        using (var xml = XmlPart.Open(stream, budget))
        {
            var reader = new OdtStoryReader(xml, styles);
            reader.Read(body, "body");
            if (reader.Deleted > 0)
                builder.Warn(ReadingWarningKind.TrackedChangesDropped, reader.Deleted);
        }

        ReadPart(package, "meta.xml", budget, builder, xml => ReadMeta(xml, builder));
        var writer = new FlowWriter(builder);
        WordDocument.WriteOnce(writer, [furniture], LineKind.HeaderOrFooter, []);
        writer.Write(body);
        writer.WriteLinkTargets();
        if (package.Names.Any(name => name.StartsWith("Basic/", StringComparison.Ordinal) || name.StartsWith("Scripts/", StringComparison.Ordinal)))
            builder.Warn(ReadingWarningKind.ActiveContentIgnored);
        return builder.Build();
    }

    private static void ReadPart(ZipPackage package, string name, ReadingBudget budget, DocumentBuilder builder, Action<XmlPart> read)
    {
        try
        {
            using var stream = package.Open(name);
            if (stream is null)
                return;
            using var xml = XmlPart.Open(stream, budget);
            read(xml);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or ReadingException { Reason: ReadingFailure.Corrupt })
        {
            builder.Warn(ReadingWarningKind.PartUnreadable);
        }
    }

    private static bool IsEncrypted(ZipPackage package, ReadingBudget budget)
    {
        using var stream = package.Open("META-INF/manifest.xml");
        if (stream is null)
            return false;
        using var xml = XmlPart.Open(stream, budget);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "encryption-data")
                return true;
        }

        return false;
    }

    private static void ReadMeta(XmlPart xml, DocumentBuilder builder)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "title")
                builder.Metadata = builder.Metadata with { Title = NullIfBlank(xml.ReadText()) };
            else if (xml.IsStart && xml.Name is "creator" or "initial-creator")
                builder.Metadata = builder.Metadata with { Author = NullIfBlank(xml.ReadText()) };
        }
    }

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Text properties of named and automatic styles, ancestors followed.</summary>
internal sealed class OdtStyles
{
    private const int MaxStyles = 20_000;

    private readonly Dictionary<string, RunFormat> _styles = new(StringComparer.Ordinal);

    public RunFormat Find(string? name) => name is not null && _styles.TryGetValue(name, out var format) ? format : default;

    /// <summary>Reads one <c>style:style</c>; a parent that stands later in the file is not followed.</summary>
    public void Read(XmlPart xml)
    {
        var name = xml.Attribute("name");
        var format = Find(xml.Attribute("parent-style-name"));
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "text-properties")
                format = ReadText(xml).Over(format);
            else if (xml.Name == "paragraph-properties" && ThemeColors.ToRgb(xml.AnyAttribute("background-color")) is { } fill)
                format = format with { Fill = format.Fill ?? fill };
        }

        if (name is not null && _styles.Count < MaxStyles)
            _styles[name] = format;
    }

    private static RunFormat ReadText(XmlPart xml) => new()
    {
        Bold = xml.AnyAttribute("font-weight") is { } weight ? weight is "bold" or "600" or "700" or "800" or "900" : null,
        Italic = xml.AnyAttribute("font-style") is { } style ? style is "italic" or "oblique" : null,
        Color = ThemeColors.ToRgb(xml.AnyAttribute("color")),
        Fill = ThemeColors.ToRgb(xml.AnyAttribute("background-color")),
        Vanish = xml.AnyAttribute("display") is { } display ? display == "none" : null,
        Size = ToPoints(xml.AnyAttribute("font-size")),
    };

    private static float? ToPoints(string? size) =>
        size?.EndsWith("pt", StringComparison.Ordinal) == true && float.TryParse(size[..^2], CultureInfo.InvariantCulture, out var points) ? points : null;
}
