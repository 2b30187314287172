using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;
using HotGigs.Core.Reading.Word;

namespace HotGigs.Core.Reading.Odt;

/// <summary>Walks the text of one OpenDocument part.</summary>
internal sealed class OdtStoryReader(XmlPart xml, OdtStyles styles)
{
    private const int White = 0xFFFFFF;

    private FlowLink? _link;

    public int Deleted { get; private set; }

    /// <param name="root">The element that holds the text.</param>
    public void Read(List<FlowLine> lines, string root)
    {
        while (xml.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name is "style" && xml.Namespace.EndsWith(":style:1.0", StringComparison.Ordinal))
                styles.Read(xml);
            else if (xml.Name == root)
                ReadBlocks(lines, false);
        }
    }

    private void ReadBlocks(List<FlowLine> lines, bool inList)
    {
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "p" or "h":
                    ReadParagraph(lines, inList);
                    inList = false;
                    break;
                case "list-item":
                    ReadBlocks(lines, true);
                    break;
                case "table":
                    ReadTable(lines);
                    break;
                case "tracked-changes":
                    Deleted++;
                    xml.Skip();
                    break;
                case "annotation" or "forms" or "sequence-decls" or "list-header":
                    xml.Skip();
                    break;
            }
        }
    }

    private void ReadParagraph(List<FlowLine> lines, bool listItem)
    {
        var paragraph = new FlowParagraph();
        if (xml.Name == "h")
            paragraph.HeadingLevel = Math.Clamp(WordNames.ToInt(xml.Attribute("outline-level")) ?? 1, 1, 9);
        paragraph.ListItem = listItem && paragraph.HeadingLevel is null;
        ReadInline(paragraph, styles.Find(xml.Attribute("style-name")));
        paragraph.MoveTo(lines);
    }

    private void ReadInline(FlowParagraph paragraph, RunFormat format)
    {
        var style = format.ToStyle(White);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsEnd && xml.Name == "a")
                _link = null;
            if (xml.IsText)
                paragraph.Append(xml.Value.ReplaceLineEndings(" "), style, _link);
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "span":
                    ReadInline(paragraph, styles.Find(xml.Attribute("style-name")).Over(format));
                    break;
                case "s":
                    paragraph.Append(new string(' ', Math.Clamp(WordNames.ToInt(xml.Attribute("c")) ?? 1, 1, 200)), style, _link);
                    break;
                case "tab":
                    paragraph.Append("\t", style, _link);
                    break;
                case "line-break":
                    paragraph.Break();
                    break;
                case "a":
                    _link = !xml.IsEmpty && LinkTargets.Accept(xml.AnyAttribute("href")) is { } target ? new FlowLink(target) : null;
                    break;
                case "text-box":
                    ReadBlocks(paragraph.Boxes, false);
                    break;
                case "annotation" or "note" or "ruby-text" or "desc" or "object" or "object-ole":
                    xml.Skip();
                    break;
            }
        }
    }

    private void ReadTable(List<FlowLine> lines)
    {
        var row = new List<List<FlowLine>>();
        var afterGridRow = false;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsEnd && xml.Name == "table-row")
            {
                afterGridRow = FlowTable.AddRow(row, lines, afterGridRow);
                row.Clear();
            }

            if (!xml.IsStart || xml.Name != "table-cell")
                continue;
            var cell = new List<FlowLine>();
            ReadBlocks(cell, false);
            row.Add(cell);
        }

        lines.Add(new FlowLine { StartsBlock = true });
    }
}
