using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>The style sheet: what a style means once its ancestors are followed.</summary>
internal sealed class WordStyles(ThemeColors theme)
{
    /// <summary>Styles that descend from themselves, or through a hundred others, come from attackers.</summary>
    private const int MaxAncestors = 32;

    private const int MaxStyles = 20_000;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolved> _resolved = new(StringComparer.Ordinal);
    private RunFormat _defaultRun;
    private string? _defaultParagraphStyle;

    public ThemeColors Theme => theme;

    /// <summary>What the whole chain of a style says, down to the document's defaults.</summary>
    /// <param name="id">Null for the default paragraph style.</param>
    public Resolved Paragraph(string? id)
    {
        var key = id is not null && _styles.ContainsKey(id) ? id : _defaultParagraphStyle;
        if (key is null)
            return new Resolved(_defaultRun, default, null, false);
        if (!_resolved.TryGetValue(key, out var resolved))
        {
            resolved = Resolve(key);
            _resolved[key] = resolved = resolved with { Run = resolved.Run.Over(_defaultRun) };
        }

        return resolved;
    }

    /// <summary>What a character style adds to the paragraph's.</summary>
    public RunFormat Character(string? id)
    {
        if (id is null)
            return default;
        var key = "c:" + id;
        if (!_resolved.TryGetValue(key, out var resolved))
            _resolved[key] = resolved = Resolve(id);
        return resolved.Run;
    }

    /// <summary>Whether a table style colours cells, so that text colours in the table say nothing by themselves.</summary>
    public bool ColorsCells(string? id) => id is not null && _styles.ContainsKey(id) && Resolve(id).ColorsCells;

    /// <summary>Reads a part whose root is, or holds, <c>w:styles</c>, up to its end.</summary>
    public void Read(XmlPart xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "styles" && xml.IsWord())
            {
                ReadStyles(xml);
                return;
            }
        }
    }

    private void ReadStyles(XmlPart xml)
    {
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "style")
                ReadStyle(xml);
            else if (xml.Name == "rPr")
                _defaultRun = RunFormat.Read(xml, theme);
            else if (xml.Name is not ("docDefaults" or "rPrDefault"))
                xml.Skip();
        }
    }

    private void ReadStyle(XmlPart xml)
    {
        var id = xml.Attribute("styleId");
        var isDefault = xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on";
        var style = new Style();
        var depth = xml.Depth;
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "name" when xml.Depth == depth + 1:
                    style.Name = xml.Val();
                    break;
                case "basedOn":
                    style.BasedOn = xml.Val();
                    break;
                case "rPr" when xml.Depth == depth + 1:
                    style.Run = RunFormat.Read(xml, theme);
                    break;
                case "pPr" when xml.Depth == depth + 1:
                    style.Paragraph = ReadParagraph(xml);
                    break;
                case "shd":
                    style.ColorsCells |= theme.Read(xml, "fill", "themeFill") is not null;
                    break;
            }
        }

        if (id is null || _styles.Count >= MaxStyles)
            return;
        _styles[id] = style;
        if (isDefault)
            _defaultParagraphStyle = id;
    }

    private ParagraphFormat ReadParagraph(XmlPart xml)
    {
        var format = default(ParagraphFormat);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (xml.IsStart)
                format = format.ReadProperty(xml, theme);
        }

        return format;
    }

    private Resolved Resolve(string id)
    {
        var run = default(RunFormat);
        var paragraph = default(ParagraphFormat);
        int? heading = null;
        var colors = false;
        var at = id;
        for (var step = 0; step < MaxAncestors && at is not null && _styles.TryGetValue(at, out var style); step++)
        {
            run = run.Over(style.Run);
            paragraph = paragraph.Over(style.Paragraph);
            heading ??= HeadingNames.LevelOf(style.Name) ?? HeadingNames.LevelOf(at);
            colors |= style.ColorsCells;
            at = style.BasedOn;
        }

        return new Resolved(run, paragraph, heading, colors);
    }

    internal sealed record Resolved(RunFormat Run, ParagraphFormat Paragraph, int? NamedHeading, bool ColorsCells)
    {
        /// <summary>A level set in the outline wins over the style's name; level 9 says body text.</summary>
        public int? HeadingLevel => Paragraph.OutlineLevel switch
        {
            >= 0 and <= 8 and var level => level + 1,
            9 => null,
            _ => NamedHeading,
        };
    }

    private sealed class Style
    {
        public string? Name { get; set; }

        public string? BasedOn { get; set; }

        public RunFormat Run { get; set; }

        public ParagraphFormat Paragraph { get; set; }

        public bool ColorsCells { get; set; }
    }
}
