using System.Text;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Drops the pictures that icon fonts draw as letters, and reads the bullets that symbol fonts draw as letters.</summary>
internal static class IconGlyphs
{
    private static readonly string[] IconFonts =
    [
        "awesome", "icon", "glyphicon", "material", "entypo", "fontello", "typicon", "feather", "webdings", "icomoon", "linea", "themify", "dashicon",
        "marvosym", "octicon",
    ];

    private static readonly string[] SymbolFonts = ["symbol", "wingding", "dingbat"];

    /// <summary>Low byte of the code at which Wingdings, Symbol or Zapf Dingbats hold a bullet, and the bullet.</summary>
    private static readonly Dictionary<int, string> SymbolBullets = new()
    {
        [0xB7] = "•",
        [0x9F] = "•",
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0x71] = "❑",
        [0x75] = "◆",
        [0x76] = "❖",
        [0x77] = "◆",
        [0xA7] = "▪",
        [0xA8] = "◻",
        [0xD8] = "➢",
        [0xE0] = "→",
        [0xFC] = "✓",
        [0xFE] = "☑",
    };

    /// <summary>What is left of a word as text; null when it is a picture only.</summary>
    public static string? TextOf(string text, string font)
    {
        if (text.Length == 1 && !ListMarkers.IsBullet(text))
        {
            if (HasName(font, SymbolFonts))
                return SymbolBullets.GetValueOrDefault(text[0] & 0xFF);
            if (HasName(font, IconFonts))
                return null;
        }

        return HasPrivate(text) ? WithoutPrivate(text) : text;
    }

    private static bool HasPrivate(string text)
    {
        foreach (var c in text)
        {
            // High surrogates from U+DB80 on lead to the private planes 15 and 16.
            if (c is (>= '\uE000' and <= '\uF8FF') or (>= '\uDB80' and <= '\uDBFF'))
                return true;
        }

        return false;
    }

    private static string? WithoutPrivate(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xF0B7 or 0xF0A7)
                kept.Append(SymbolBullets[rune.Value & 0xFF]);
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.PrivateUse)
                kept.Append(rune.ToString());
            else if (kept.Length > 0)
                kept.Append(' ');
        }

        var result = kept.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    private static bool HasName(string font, string[] names)
    {
        foreach (var name in names)
        {
            if (font.Contains(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
