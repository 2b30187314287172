namespace HotGigs.Core.Reading.Packages;

/// <param name="Type">The last segment of the type's address, such as <c>hyperlink</c>.</param>
/// <param name="Target">A part name, or the address as written when external.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool External);

/// <summary>What a part of an Office package refers to.</summary>
internal static class Relationships
{
    private const int Most = 10_000;

    /// <summary>Relationships of a part, by id; empty when there are none.</summary>
    /// <param name="part">Null for those of the package itself.</param>
    public static IReadOnlyDictionary<string, Relationship> Read(IPartSource package, string? part, ReadingBudget budget)
    {
        var relationships = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        var folder = part is null ? "" : part[..(part.LastIndexOf('/') + 1)];
        using var stream = package.Open($"{folder}_rels/{part?[folder.Length..]}.rels");
        if (stream is null)
            return relationships;
        using var xml = XmlPart.Open(stream, budget);
        while (xml.Read() && relationships.Count < Most)
        {
            if (!xml.IsStart || xml.Name != "Relationship" || xml.Attribute("Id") is not { } id || xml.Attribute("Target") is not { } target)
                continue;
            var external = string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var type = xml.Attribute("Type") ?? "";
            relationships[id] = new Relationship(id, type[(type.LastIndexOf('/') + 1)..], external ? target : Resolve(folder, target), external);
        }

        return relationships;
    }

    /// <summary>A target as a part name: relative to the folder, or from the root.</summary>
    public static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        var path = target.StartsWith('/') ? target : folder + target;
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment != ".")
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
