using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word;

/// <content>Tables, and the properties of paragraphs and sections.</content>
internal sealed partial class WordStoryReader
{
    private ParagraphFormat ReadParagraphProperties()
    {
        var format = default(ParagraphFormat);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "sectPr")
                ReadSection();
            else
                format = format.ReadProperty(xml, context.Styles.Theme);
        }

        return format;
    }

    private void ReadTable(List<FlowLine> lines, int? background)
    {
        var afterGridRow = false;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
                xml.Skip();
            else if (xml.Name == "tblPr")
                background = ReadTableBackground(background);
            else if (xml.Name == "tr")
                afterGridRow = ReadRow(lines, background, afterGridRow);
            else
                SkipInvisible();
        }

        if (lines.Count > 0)
            lines.Add(new FlowLine { StartsBlock = true });
    }

    private bool ReadRow(List<FlowLine> lines, int? background, bool afterGridRow)
    {
        var cells = new List<List<FlowLine>>();
        var dropped = false;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
                xml.Skip();
            else if (xml.Name == "tc")
                cells.Add(ReadCell(background));
            else if (xml.Name == "trPr")
                dropped = IsDeletedRow();
            else
                SkipInvisible();
        }

        if (!dropped)
            return FlowTable.AddRow(cells, lines, afterGridRow);
        Findings.TrackedChanges++;
        return afterGridRow;
    }

    private List<FlowLine> ReadCell(int? background)
    {
        var lines = new List<FlowLine>();
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
                xml.Skip();
            else if (xml.Name == "tcPr")
                background = ReadFill(background);
            else if (xml.Name == "p")
                ReadParagraph(lines, background);
            else if (xml.Name == "tbl")
                ReadTable(lines, background);
            else
                SkipInvisible();
        }

        return lines;
    }

    private bool IsDeletedRow()
    {
        var deleted = false;
        var inside = xml.Enter();
        while (inside.Read())
            deleted |= xml.IsStart && xml.Name == "del";
        return deleted;
    }

    private int? ReadTableBackground(int? background)
    {
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "tblStyle" && context.Styles.ColorsCells(xml.Val()))
                background = null;
            else if (xml.Name == "shd")
                background = context.Styles.Theme.Read(xml, "fill", "themeFill") ?? background;
        }

        return background;
    }

    private int? ReadFill(int? background)
    {
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsStart && xml.Name == "shd")
                background = context.Styles.Theme.Read(xml, "fill", "themeFill") ?? background;
        }

        return background;
    }

    /// <summary>Notes which headers and footers the section's pages show.</summary>
    private void ReadSection()
    {
        var stories = new List<SectionStory>();
        var titlePage = false;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "headerReference" or "footerReference" when xml.RelationshipAttribute("id") is { } id:
                    stories.Add(new SectionStory(id, xml.Name == "headerReference", xml.Attribute("type") ?? "default"));
                    break;
                case "hdr" or "ftr":
                    var header = xml.Name == "hdr";
                    var lines = new List<FlowLine>();
                    ReadBlocks(lines, White);
                    Findings.Inline.Add((header, lines));
                    break;
                case "titlePg":
                    titlePage = xml.IsOn();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        Findings.Shown.AddRange(stories.Where(story => titlePage || story.Type != "first").OrderBy(story => story.Type == "first" ? 0 : 1));
    }
}
