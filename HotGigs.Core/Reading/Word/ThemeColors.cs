using System.Globalization;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>The colour scheme of the document; a colour named "background 1" is white on most, black on some.</summary>
internal sealed class ThemeColors
{
    private const int White = 0xFFFFFF;
    private readonly Dictionary<string, int> _colors = new(StringComparer.Ordinal) { ["lt1"] = White, ["dk1"] = 0 };

    public static ThemeColors Read(XmlPart xml)
    {
        var theme = new ThemeColors();
        while (xml.Read())
        {
            if (!xml.IsStart || xml.Name != "clrScheme")
                continue;
            var scheme = xml.Depth;
            var inside = xml.Enter();
            var slot = "";
            while (inside.Read())
            {
                if (!xml.IsStart)
                    continue;
                if (xml.Depth == scheme + 1)
                    slot = xml.Name;
                else if (ToRgb(xml.Name == "sysClr" ? xml.Attribute("lastClr") : xml.Val()) is { } color)
                    theme._colors[slot] = color;
            }

            break;
        }

        return theme;
    }

    /// <summary>The colour an element's attributes name; null for the automatic colour or none.</summary>
    /// <param name="value">The attribute with the plain colour: <c>val</c> or <c>fill</c>.</param>
    /// <param name="prefix">What the theme attributes begin with: <c>theme</c> or <c>themeFill</c>.</param>
    public int? Read(XmlPart xml, string value, string prefix)
    {
        var name = xml.Attribute(prefix == "theme" ? "themeColor" : prefix);
        if (name is null || !_colors.TryGetValue(Slot(name), out var color))
            return ToRgb(xml.Attribute(value));
        if (Hex(xml.Attribute(prefix + "Tint")) is { } tint)
            return Mix(color, White, tint);
        return Hex(xml.Attribute(prefix + "Shade")) is { } shade ? Mix(color, 0, shade) : color;
    }

    public static int? ToRgb(string? value)
    {
        var hex = value?.TrimStart('#');
        return hex?.Length == 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color) ? color : null;
    }

    /// <summary>Whether text of this colour cannot be told from its background.</summary>
    public static bool IsInvisible(int color, int background)
    {
        // Far below the 4.5 that readability asks for: pale grey stays visible text, 0.995 of white does not.
        const double LeastContrast = 1.12;
        var (a, b) = (Luminance(color), Luminance(background));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05) < LeastContrast && Distance(color, background) < 64;
    }

    private static int Distance(int a, int b) =>
        Math.Abs((a >> 16) - (b >> 16)) + Math.Abs(((a >> 8) & 0xFF) - ((b >> 8) & 0xFF)) + Math.Abs((a & 0xFF) - (b & 0xFF));

    private static double Luminance(int color) =>
        (0.2126 * Linear(color >> 16)) + (0.7152 * Linear((color >> 8) & 0xFF)) + (0.0722 * Linear(color & 0xFF));

    private static double Linear(int channel)
    {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static string Slot(string name) => name switch
    {
        "background1" or "bg1" or "light1" => "lt1",
        "background2" or "bg2" or "light2" => "lt2",
        "text1" or "tx1" or "dark1" => "dk1",
        "text2" or "tx2" or "dark2" => "dk2",
        "hyperlink" => "hlink",
        "followedHyperlink" => "folHlink",
        _ => name,
    };

    private static int? Hex(string? value) =>
        int.TryParse(value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 255) : null;

    private static int Mix(int color, int other, int share)
    {
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8)
            mixed |= ((((color >> shift) & 0xFF) * share) + (((other >> shift) & 0xFF) * (255 - share))) / 255 << shift;
        return mixed;
    }
}
