using System.Text;
using System.Xml;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>An Office package written as one XML file (flat OPC): each part copied out of it.</summary>
internal sealed class FlatPackage : IPartSource
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);

    public FlatPackage(XmlPart xml, ReadingBudget budget)
    {
        string? name = null;
        while (xml.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "part")
            {
                name = xml.Attribute("name")?.TrimStart('/');
                if (_parts.Count >= budget.Limits.MaxParts)
                    throw new ReadingException(ReadingFailure.TooComplex, "The package has too many parts.");
                if (name is not null && !_parts.TryAdd(name, []))
                    throw new ReadingException(ReadingFailure.Corrupt, "Two parts have one name.");
            }
            else if (xml.Name == "xmlData" && name is not null)
            {
                _parts[name] = Copy(xml, budget);
            }
        }
    }

    public IReadOnlyCollection<string> Names => _parts.Keys;

    public Stream? Open(string name) =>
        _parts.TryGetValue(name.TrimStart('/'), out var part) && part.Length > 0 ? new MemoryStream(part, false) : null;

    /// <remarks>Namespaces declared further out come along, since the writer declares what it meets.</remarks>
    private static byte[] Copy(XmlPart xml, ReadingBudget budget)
    {
        var copy = new MemoryStream();
        using (var writer = XmlWriter.Create(copy, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            var inside = xml.Enter();
            while (inside.Read())
                WriteNode(xml.Reader, writer);
        }

        budget.SpendDecoded((int)copy.Length);
        return copy.ToArray();
    }

    private static void WriteNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var empty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, false);
                if (empty)
                    writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
        }
    }
}
