using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>What run properties (<c>w:rPr</c>) say; null where they say nothing.</summary>
internal readonly record struct RunFormat
{
    /// <summary>Letters up to this size cannot be read on paper or screen.</summary>
    public const float InvisibleSize = 1.5f;

    /// <summary>Horizontal scale in per cent up to which letters are only lines.</summary>
    private const int InvisibleScale = 5;

    public string? StyleId { get; init; }

    public float? Size { get; init; }

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Vanish { get; init; }

    /// <summary>0xRRGGBB, or <see cref="Automatic"/>.</summary>
    public int? Color { get; init; }

    /// <summary>Shading or highlight behind the letters, or <see cref="Automatic"/>.</summary>
    public int? Fill { get; init; }

    public bool? Squeezed { get; init; }

    public bool? Transparent { get; init; }

    public bool? RightToLeft { get; init; }

    /// <summary>Font for symbols, when it is one whose letters are pictures.</summary>
    public string? Font { get; init; }

    /// <summary>The automatic colour: black, or white on a dark ground.</summary>
    public static int Automatic => -1;

    /// <summary>These properties, and what they leave open from <paramref name="under"/>.</summary>
    public RunFormat Over(RunFormat under) => new()
    {
        StyleId = StyleId ?? under.StyleId,
        Size = Size ?? under.Size,
        Bold = Bold ?? under.Bold,
        Italic = Italic ?? under.Italic,
        Vanish = Vanish ?? under.Vanish,
        Color = Color ?? under.Color,
        Fill = Fill ?? under.Fill,
        Squeezed = Squeezed ?? under.Squeezed,
        Transparent = Transparent ?? under.Transparent,
        RightToLeft = RightToLeft ?? under.RightToLeft,
        Font = Font ?? under.Font,
    };

    /// <param name="background">Colour of the page, cell or paragraph behind the run; null when it is not known.</param>
    public FlowStyle ToStyle(int? background)
    {
        var color = Color == Automatic ? null : Color;
        return new FlowStyle(Size, Bold == true, Italic == true, color, HiddenBy(color, Fill is { } fill && fill != Automatic ? fill : background));
    }

    /// <summary>Reads <c>w:rPr</c>; the reader stands on its start tag.</summary>
    public static RunFormat Read(XmlPart xml, ThemeColors theme)
    {
        var format = default(RunFormat);
        var inside = xml.Enter();
        while (inside.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.IsWord())
                format = ReadProperty(xml, theme, format);
            else if (xml.Name == "textFill" && xml.IsWord2010())
                format = format with { Transparent = ReadsTransparent(xml) };
            else
                xml.Skip();
        }

        return format;
    }

    private static RunFormat ReadProperty(XmlPart xml, ThemeColors theme, RunFormat format)
    {
        switch (xml.Name)
        {
            case "rStyle":
                return format with { StyleId = xml.Val() };
            case "b":
                return format with { Bold = xml.IsOn() };
            case "i":
                return format with { Italic = xml.IsOn() };
            case "sz":
                return format with { Size = xml.IntVal() is { } half and >= 0 ? half / 2f : format.Size };
            case "vanish" or "specVanish":
                return format with { Vanish = xml.IsOn() };
            case "color":
                return format with { Color = theme.Read(xml, "val", "theme") ?? Automatic };
            case "shd":
                return format with { Fill = theme.Read(xml, "fill", "themeFill") ?? format.Fill };
            case "highlight":
                return format with { Fill = Highlight(xml.Val()) ?? format.Fill };
            case "w":
                return format with { Squeezed = xml.IntVal() is > 0 and <= InvisibleScale };
            case "rtl":
                return format with { RightToLeft = xml.IsOn() };
            case "rFonts":
                return format with { Font = xml.Attribute("ascii") ?? xml.Attribute("hAnsi") };
            case "rPrChange":
                xml.Skip();
                return format;
            default:
                return format;
        }
    }

    private static bool ReadsTransparent(XmlPart xml)
    {
        var inside = xml.Enter();
        var transparent = false;
        while (inside.Read())
        {
            if (xml.IsStart)
                transparent |= xml.Name == "noFill" || (xml.Name == "alpha" && xml.IntVal() >= 98_000);
        }

        return transparent;
    }

    private static int? Highlight(string? name) => name switch
    {
        "white" => 0xFFFFFF,
        "black" => 0,
        "yellow" => 0xFFFF00,
        "lightGray" => 0xC0C0C0,
        "darkGray" => 0x808080,
        "blue" or "darkBlue" => 0x0000C0,
        "red" or "darkRed" => 0xC00000,
        "green" or "darkGreen" => 0x00A000,
        "cyan" or "darkCyan" => 0x00C0C0,
        "magenta" or "darkMagenta" => 0xC000C0,
        "darkYellow" => 0x808000,
        _ => null,
    };

    private HiddenReason? HiddenBy(int? color, int? background)
    {
        if (Vanish == true)
            return HiddenReason.Vanish;
        if (Size <= InvisibleSize || Squeezed == true)
            return HiddenReason.TooSmall;
        if (Transparent == true)
            return HiddenReason.Transparent;
        return color is { } letters && background is { } ground && ThemeColors.IsInvisible(letters, ground)
            ? HiddenReason.SameColorAsBackground
            : null;
    }
}
