using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Content;

/// <summary>Which layers are off when the file is opened (ISO 32000-1, 8.11).</summary>
internal sealed class OptionalContent
{
    private readonly PdfFile _file;
    private readonly HashSet<PdfDictionary> _off = new(ReferenceEqualityComparer.Instance);

    public OptionalContent(PdfFile file)
    {
        _file = file;
        if (file.Catalog is not { } catalog
            || file.GetDictionary(catalog, "OCProperties") is not { } properties
            || file.GetDictionary(properties, "D") is not { } configuration)
        {
            return;
        }

        if (file.GetName(configuration, "BaseState") == "OFF")
            AddAll(file.GetArray(properties, "OCGs"));
        foreach (var group in Groups(file.GetArray(configuration, "ON")))
            _off.Remove(group);
        AddAll(file.GetArray(configuration, "OFF"));
    }

    /// <param name="content">A group or a membership dictionary.</param>
    public bool IsOff(PdfDictionary? content)
    {
        if (content is null || _off.Count == 0)
            return false;
        if (_file.Get(content, "OCGs") is not { } members)
            return _off.Contains(content);
        List<PdfDictionary> groups = members is PdfDictionary single ? [single] : [.. Groups(members as PdfArray)];
        if (groups.Count == 0)
            return false;
        return _file.GetName(content, "P") switch
        {
            "AllOn" => groups.Exists(_off.Contains),
            "AnyOff" => !groups.Exists(_off.Contains),
            "AllOff" => !groups.TrueForAll(_off.Contains),
            _ => groups.TrueForAll(_off.Contains),
        };
    }

    private void AddAll(PdfArray? groups) => _off.UnionWith(Groups(groups));

    private IEnumerable<PdfDictionary> Groups(PdfArray? array) => array?.Select(_file.Resolve).OfType<PdfDictionary>() ?? [];
}
