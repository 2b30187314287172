using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>What paragraph properties (<c>w:pPr</c>) say; null where they say nothing.</summary>
internal readonly record struct ParagraphFormat
{
    public string? StyleId { get; init; }

    /// <summary>0 for the first level; 9 is body text.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>0 switches numbering off.</summary>
    public int? NumberingId { get; init; }

    public int? NumberingLevel { get; init; }

    public int? Fill { get; init; }

    public ParagraphFormat Over(ParagraphFormat under) => new()
    {
        StyleId = StyleId ?? under.StyleId,
        OutlineLevel = OutlineLevel ?? under.OutlineLevel,
        NumberingId = NumberingId ?? under.NumberingId,
        NumberingLevel = NumberingLevel ?? under.NumberingLevel,
        Fill = Fill ?? under.Fill,
    };

    /// <summary>Reads one child of <c>w:pPr</c>; the reader stands on its start tag.</summary>
    public ParagraphFormat ReadProperty(XmlPart xml, ThemeColors theme)
    {
        switch (xml.Name)
        {
            case "pStyle":
                return this with { StyleId = xml.Val() };
            case "outlineLvl":
                return this with { OutlineLevel = xml.IntVal() };
            case "shd":
                return this with { Fill = theme.Read(xml, "fill", "themeFill") ?? Fill };
            case "numPr" or "listPr":
                return ReadNumbering(xml);
            default:
                xml.Skip();
                return this;
        }
    }

    private ParagraphFormat ReadNumbering(XmlPart xml)
    {
        var (id, level) = (NumberingId, NumberingLevel);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name is "numId" or "ilfo")
                id = xml.IntVal();
            else if (xml.Name == "ilvl")
                level = xml.IntVal();
            else
                xml.Skip();
        }

        return this with { NumberingId = id, NumberingLevel = level };
    }
}
