using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>What all stories of one document (body, headers, footnotes) share.</summary>
/// <param name="ReadChunk">Reads a part in another format that the body takes in (<c>w:altChunk</c>).</param>
internal sealed record WordContext(
    WordStyles Styles, WordNumbering Numbering, WordFindings Findings, Func<string, IReadOnlyList<FlowLine>>? ReadChunk = null);

/// <summary>Walks one story of WordprocessingML: paragraphs, tables, text boxes, content controls, fields, tracked changes.</summary>
/// <remarks>Elements it does not know are passed through: what they hold may be text. Recursion follows the XML and so is capped by its depth.</remarks>
internal sealed partial class WordStoryReader(XmlPart xml, WordContext context, IReadOnlyDictionary<string, Relationship> relationships)
{
    public const int White = 0xFFFFFF;

    private readonly FieldTracker _fields = new();
    private readonly AlternateContent _alternates = new();
    private readonly DrawingTracker _drawing = new(context.Findings, relationships);
    private FlowLink? _link;

    private WordFindings Findings => context.Findings;

    /// <summary>Counts what fields of this story would have fetched.</summary>
    public void Finish() => Findings.ExternalReferences += _fields.External;

    /// <summary>Reads blocks from the element the reader stands on, up to its end.</summary>
    /// <param name="background">Colour behind the text; null when it is not known.</param>
    public void ReadBlocks(List<FlowLine> lines, int? background)
    {
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
            {
                xml.Skip();
                continue;
            }

            if (!xml.IsWord())
            {
                if (IsDroppedAnnotation())
                    xml.Skip();
                continue;
            }

            switch (xml.Name)
            {
                case "p":
                    ReadParagraph(lines, background);
                    break;
                case "tbl":
                    ReadTable(lines, background);
                    break;
                case "sectPr":
                    ReadSection();
                    break;
                case "altChunk":
                    ReadChunk(lines);
                    break;
                default:
                    SkipInvisible();
                    break;
            }
        }
    }

    private void ReadChunk(List<FlowLine> lines)
    {
        if (context.ReadChunk is { } read && xml.RelationshipAttribute("id") is { } id
            && relationships.TryGetValue(id, out var chunk) && !chunk.External)
            lines.AddRange(read(chunk.Target));
        else
            Findings.EmbeddedFiles++;
        xml.Skip();
    }

    private void ReadParagraph(List<FlowLine> lines, int? background)
    {
        Findings.Paragraphs++;
        var paragraph = new FlowParagraph();
        var format = default(ParagraphFormat);
        var style = context.Styles.Paragraph(null);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsEnd && xml.Name is "hyperlink" or "hlink" or "fldSimple")
                _link = null;
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
            {
                xml.Skip();
            }
            else if (!xml.IsWord())
            {
                if (IsDroppedAnnotation())
                    xml.Skip();
                else if (xml.Name == "t")
                    paragraph.Append(xml.ReadText(), style.Run.ToStyle(background), _link);
            }
            else if (xml.Name == "pPr")
            {
                format = ReadParagraphProperties();
                style = context.Styles.Paragraph(format.StyleId);
                background = format.Over(style.Paragraph).Fill ?? background;
            }
            else
            {
                ReadInParagraph(paragraph, style.Run, background);
            }
        }

        var effective = format.Over(style.Paragraph);
        paragraph.HeadingLevel = (style with { Paragraph = effective }).HeadingLevel;
        paragraph.ListItem = paragraph.HeadingLevel is null && context.Numbering.IsListItem(effective);
        paragraph.MoveTo(lines);
    }

    private void ReadInParagraph(FlowParagraph paragraph, RunFormat inherited, int? background)
    {
        switch (xml.Name)
        {
            case "r":
                ReadRun(paragraph, inherited, background);
                break;
            case "hyperlink":
                _link = xml.IsEmpty ? null : LinkOf(xml.RelationshipAttribute("id"));
                break;
            case "hlink":
                _link = !xml.IsEmpty && LinkTargets.Accept(xml.Attribute("dest")) is { } target ? new FlowLink(target) : null;
                break;
            case "fldSimple":
                var link = _fields.Judge(xml.Attribute("instr") ?? "");
                _link = xml.IsEmpty ? null : link;
                break;
            case "txbxContent":
                ReadBox(paragraph, background);
                break;
            case "p":
                ReadParagraph(paragraph.Boxes, background);
                break;
            case "tbl":
                ReadTable(paragraph.Boxes, background);
                break;
            default:
                SkipInvisible();
                break;
        }
    }

    private void ReadRun(FlowParagraph paragraph, RunFormat inherited, int? background)
    {
        var style = inherited.ToStyle(background);
        string? font = inherited.Font;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (!_alternates.Enters(xml))
            {
                xml.Skip();
            }
            else if (!xml.IsWord())
            {
                if (_drawing.Visit(xml) is { } link)
                    paragraph.AppendPictureLink(link);
                else if (xml.Name is "blip" or "imagedata" && (_link ?? _fields.Link) is { } around)
                    paragraph.AppendPictureLink(around);
            }
            else if (xml.Name == "rPr")
            {
                var direct = RunFormat.Read(xml, context.Styles.Theme);
                var format = direct.Over(context.Styles.Character(direct.StyleId)).Over(inherited);
                (style, font) = (format.ToStyle(background), format.Font);
            }
            else
            {
                ReadInRun(paragraph, style, font, background);
            }
        }
    }

    private void ReadInRun(FlowParagraph paragraph, FlowStyle style, string? font, int? background)
    {
        switch (xml.Name)
        {
            case "t":
                Append(paragraph, SymbolFonts.ToText(font, xml.ReadText()), style);
                break;
            case "instrText":
                _fields.AppendInstruction(xml.ReadText());
                break;
            case "fldChar":
                ReadFieldMark();
                break;
            case "tab" or "ptab":
                Append(paragraph, "\t", style);
                break;
            case "br" or "cr":
                if (!_fields.InInstruction)
                    paragraph.Break();
                break;
            case "noBreakHyphen":
                Append(paragraph, "-", style);
                break;
            case "sym":
                Append(paragraph, SymbolFonts.OfCode(xml.Attribute("font"), xml.Attribute("char")), style);
                break;
            case "drawing" or "pict" or "object":
                _drawing.Begin();
                break;
            case "txbxContent":
                ReadBox(paragraph, background);
                break;
            case "p":
                ReadParagraph(paragraph.Boxes, background);
                break;
            default:
                SkipInvisible();
                break;
        }
    }

    private void Append(FlowParagraph paragraph, string text, FlowStyle style)
    {
        if (!_fields.InInstruction)
            paragraph.Append(text, style, _link ?? _fields.Link);
    }

    private void ReadFieldMark()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                _fields.Begin();
                break;
            case "separate":
                _fields.Separate();
                break;
            case "end":
                _fields.End();
                break;
        }

        // Form fields keep their defaults and help texts in here.
        xml.Skip();
    }

    /// <summary>Text boxes are read apart: a field or link around their anchor is not theirs.</summary>
    private void ReadBox(FlowParagraph paragraph, int? background)
    {
        var (filled, hidden, link) = (_drawing.Filled, _drawing.Hidden, _link);
        _link = null;
        var lines = new List<FlowLine>();
        ReadBlocks(lines, filled ? null : background);
        _link = link;
        foreach (var line in hidden ? lines : [])
        {
            for (var i = 0; i < line.Parts.Count; i++)
                line.Parts[i] = line.Parts[i] with { Style = line.Parts[i].Style with { Hidden = HiddenReason.Vanish } };
        }

        paragraph.Boxes.AddRange(lines);
    }

    /// <summary>Word 2003 wraps deleted text and comments into annotations.</summary>
    private bool IsDroppedAnnotation()
    {
        if (xml.Name != "annotation" || xml.AnyAttribute("type") is not ("Word.Deletion" or "Word.Comment"))
            return false;
        Findings.TrackedChanges++;
        return true;
    }

    private FlowLink? LinkOf(string? id) =>
        id is not null && relationships.TryGetValue(id, out var relationship) && LinkTargets.Accept(relationship.Target) is { } target
            ? new FlowLink(target)
            : null;

    /// <summary>Passes over elements that hold no visible text; all others are walked through.</summary>
    private void SkipInvisible()
    {
        switch (xml.Name)
        {
            case "del" or "moveFrom" or "delText":
                Findings.TrackedChanges++;
                xml.Skip();
                break;
            case "sdtPr" or "sdtEndPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "rt" or "delInstrText" or "binData" or "docPartObj"
                or "smartTagPr" or "customXmlPr" or "pPr" or "rPr" or "comment" or "annotationRef" or "pPrChange":
                xml.Skip();
                break;
        }
    }
}
