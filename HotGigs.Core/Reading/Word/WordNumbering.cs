using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Which numbering levels print a bullet or number.</summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, HashSet<int>> _silentLevels = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _abstractOf = [];

    public bool IsListItem(ParagraphFormat format)
    {
        if (format.NumberingId is not > 0)
            return false;
        return !_abstractOf.TryGetValue(format.NumberingId.Value, out var id)
            || !_silentLevels.TryGetValue(id, out var silent)
            || !silent.Contains(format.NumberingLevel ?? 0);
    }

    public void Read(XmlPart xml)
    {
        string? definition = null;
        var level = 0;
        while (xml.Read())
        {
            if (!xml.IsStart || !xml.IsWord())
                continue;
            switch (xml.Name)
            {
                case "abstractNum":
                    definition = xml.Attribute("abstractNumId");
                    break;
                case "lvl":
                    level = WordNames.ToInt(xml.Attribute("ilvl")) ?? 0;
                    break;
                case "numFmt" when xml.Val() == "none" && definition is not null:
                    if (!_silentLevels.TryGetValue(definition, out var silent))
                        _silentLevels[definition] = silent = [];
                    silent.Add(level);
                    break;
                case "num":
                    ReadInstance(xml);
                    break;
            }
        }
    }

    private void ReadInstance(XmlPart xml)
    {
        var id = WordNames.ToInt(xml.Attribute("numId"));
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsStart && xml.Name == "abstractNumId" && id is { } number && xml.Val() is { } definition)
                _abstractOf[number] = definition;
        }
    }
}
