using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Follows shapes and pictures (DrawingML and VML): what lies behind a text box, which links they carry, what they hide.</summary>
internal sealed class DrawingTracker(WordFindings findings, IReadOnlyDictionary<string, Relationship> relationships)
{
    private int _propertiesDepth = -1;
    private bool _behindText;
    private bool _counted;

    /// <summary>Some shape of this drawing has a colour of its own, so that letters in it may have any colour.</summary>
    public bool Filled { get; private set; }

    public bool Hidden { get; private set; }

    /// <summary>Starts a drawing, picture or object.</summary>
    public void Begin()
    {
        (Filled, Hidden, _behindText, _counted) = (false, false, false, false);
        _propertiesDepth = -1;
    }

    /// <summary>Takes note of one element inside a drawing.</summary>
    /// <returns>The link it carries, if any.</returns>
    public FlowLink? Visit(XmlPart xml)
    {
        switch (xml.Name)
        {
            case "anchor":
                _behindText |= xml.Attribute("behindDoc") is "1" or "true";
                break;
            case "docPr":
                Hidden |= xml.Attribute("hidden") is "1" or "true";
                findings.Note(xml.Attribute("descr"));
                findings.Note(xml.Attribute("title"));
                break;
            case "blip" or "imagedata":
                CountBackdrop();
                break;
            case "spPr":
                _propertiesDepth = xml.Depth;
                break;
            case "solidFill" or "gradFill" or "blipFill" or "pattFill" when xml.Depth == _propertiesDepth + 1:
                Fill(xml.Name != "solidFill" || !IsWhite(xml));
                break;
            case "fillRef":
                Fill(xml.Attribute("idx") is not (null or "0"));
                break;
            case "hlinkClick":
                return LinkTo(xml.RelationshipAttribute("id"));
            case "shape" or "rect" or "roundrect" or "oval":
                return VisitVml(xml);
        }

        return null;
    }

    private FlowLink? VisitVml(XmlPart xml)
    {
        var style = xml.Attribute("style") ?? "";
        _behindText |= style.Contains("z-index:-", StringComparison.OrdinalIgnoreCase);
        Hidden |= style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
        findings.Note(xml.Attribute("alt"));
        if (xml.Attribute("filled") is not ("f" or "false") && xml.Attribute("fillcolor") is { } color)
            Fill(!color.StartsWith("white", StringComparison.OrdinalIgnoreCase) && !color.StartsWith("#fff", StringComparison.OrdinalIgnoreCase));
        return LinkTargets.Accept(xml.Attribute("href")) is { } target ? new FlowLink(target) : null;
    }

    private void Fill(bool coloured)
    {
        Filled |= coloured;
        if (coloured)
            CountBackdrop();
    }

    private void CountBackdrop()
    {
        if (!_behindText || _counted)
            return;
        findings.Backdrops++;
        _counted = true;
    }

    private static bool IsWhite(XmlPart xml)
    {
        var inside = xml.Enter();
        var white = false;
        while (inside.Read())
        {
            if (xml.IsStart)
                white |= xml.Val() is "bg1" or "lt1" || ThemeColors.ToRgb(xml.Val()) == 0xFFFFFF;
        }

        return white;
    }

    private FlowLink? LinkTo(string? id) =>
        id is not null && relationships.TryGetValue(id, out var relationship) && LinkTargets.Accept(relationship.Target) is { } target
            ? new FlowLink(target)
            : null;
}
