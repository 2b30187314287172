using System.Xml;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Reads Word documents that are one XML file: Word 2003 XML, and flat OPC of later versions.</summary>
internal static class WordXmlReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var budget = new ReadingBudget(limits, cancellationToken);
        using (var xml = Open(content, budget))
        {
            while (xml.Read() && !xml.IsStart)
            {
            }

            if (xml.Name == "package")
                return DocxReader.Read(new FlatPackage(xml, budget), FileFormat.WordXml, budget);
        }

        return Read2003(content, budget);
    }

    /// <remarks>Two passes: a style may stand behind the text that uses it.</remarks>
    private static Document Read2003(ReadOnlyMemory<byte> content, ReadingBudget budget)
    {
        var builder = new DocumentBuilder(FileFormat.WordXml, budget.Limits);
        builder.BeginPage();
        var styles = new WordStyles(new ThemeColors());
        using (var xml = Open(content, budget))
            styles.Read(xml);
        var findings = new WordFindings();
        var lines = new List<FlowLine>();
        try
        {
            using var xml = Open(content, budget);
            var reader = new WordStoryReader(xml, new WordContext(styles, new WordNumbering(), findings), new Dictionary<string, Relationship>());
            while (xml.Read())
            {
                if (xml.IsStart)
                    Visit(xml, reader, lines, builder);
            }

            reader.Finish();
        }
        catch (XmlException) when (lines.Count > 0)
        {
            builder.Warn(ReadingWarningKind.Repaired);
        }

        var writer = new FlowWriter(builder) { TrustBackground = findings.Backdrops == 0 };
        WordDocument.WriteOnce(writer, findings.Inline.Where(one => one.Header).Select(one => one.Lines), LineKind.HeaderOrFooter, []);
        writer.Write(lines);
        WordDocument.WriteOnce(writer, findings.Inline.Where(one => !one.Header).Select(one => one.Lines), LineKind.HeaderOrFooter, []);
        writer.WriteLinkTargets();
        WordParts.Warn(builder, findings);
        return builder.Build();
    }

    private static void Visit(XmlPart xml, WordStoryReader reader, List<FlowLine> lines, DocumentBuilder builder)
    {
        switch (xml.Name)
        {
            case "wordDocument" when xml.Attribute("macrosPresent") is "yes":
                builder.Warn(ReadingWarningKind.ActiveContentIgnored);
                break;
            case "Title" when lines.Count == 0:
                builder.Metadata = builder.Metadata with { Title = NullIfBlank(xml.ReadText()) };
                break;
            case "Author" when lines.Count == 0:
                builder.Metadata = builder.Metadata with { Author = NullIfBlank(xml.ReadText()) };
                break;
            case "body" when xml.IsWord():
                reader.ReadBlocks(lines, WordStoryReader.White);
                break;
            case "styles" or "docSuppData" or "binData" or "fonts":
                xml.Skip();
                break;
        }
    }

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static XmlPart Open(ReadOnlyMemory<byte> content, ReadingBudget budget) => XmlPart.Open(ZipPackage.ToStream(content), budget);
}
