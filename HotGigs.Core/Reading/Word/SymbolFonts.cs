using System.Globalization;
using System.Text;

namespace HotGigs.Core.Reading.Word;

/// <summary>Letters of fonts whose letters are pictures.</summary>
internal static class SymbolFonts
{
    private static readonly string[] PictureFonts = ["Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "ZapfDingbats", "Marlett"];

    /// <summary>Greek and signs of the Symbol font, from 0x41 on; a blank where the letter is itself.</summary>
    private const string SymbolUpper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string SymbolLower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <summary>What a symbol (<c>w:sym</c>) stands for.</summary>
    /// <param name="code">Hexadecimal.</param>
    public static string OfCode(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is <= 0 or > 0xFFFF or (>= 0xD800 and <= 0xDFFF))
            return "";
        return Map(font ?? "Symbol", (char)value);
    }

    /// <summary>The text of a run in this font.</summary>
    public static string ToText(string? font, string text)
    {
        var picture = font is not null && (IsPicture(font) || IsSymbol(font));
        if (!picture && !text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'))
            return text;
        var mapped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsSurrogate(c))
                mapped.Append(c);
            else if (picture || c is >= '\uE000' and <= '\uF8FF')
                mapped.Append(Map(font ?? "", c));
            else
                mapped.Append(c);
        }

        return mapped.ToString();
    }

    private static string Map(string font, char c)
    {
        var plain = c is >= '\uF000' and <= '\uF0FF' ? (char)(c - 0xF000) : c;
        if (IsSymbol(font))
            return MapSymbol(plain);
        if (IsPicture(font))
            return MapPicture(font, plain);

        // Private letters of icon fonts are pictures; a blank keeps them from sticking to the word beside them.
        return plain is >= '\uE000' and <= '\uF8FF' ? " " : c != plain ? "•" : plain.ToString();
    }

    private static string MapSymbol(char c) => c switch
    {
        >= 'A' and <= 'Z' => SymbolUpper[c - 'A'].ToString(),
        >= 'a' and <= 'z' => SymbolLower[c - 'a'].ToString(),
        '\u00B7' => "•",
        '\u00AE' => "→",
        '\u00AC' => "←",
        '\u00B1' => "±",
        '\u00B0' => "°",
        '\u00B3' => "≥",
        '\u00A3' => "≤",
        '\u00D2' or '\u00E2' => "®",
        '\u00D3' or '\u00E3' => "©",
        '\u00D4' or '\u00E4' => "™",
        '\u002D' => "-",
        < '\u0080' => c.ToString(),
        _ => "•",
    };

    private static string MapPicture(string font, char c) => (font, c) switch
    {
        ("Wingdings", '\u00E0' or '\u00E8' or '\u00F0') => "→",
        ("Wingdings", '\u00FC' or '\u00FE') => "✓",
        ("Wingdings", 'J') => "☺",
        (_, < '\u0100') => "•",
        _ => c is >= '\uE000' and <= '\uF8FF' ? " " : c.ToString(),
    };

    private static bool IsSymbol(string font) => font.Equals("Symbol", StringComparison.OrdinalIgnoreCase);

    private static bool IsPicture(string font) => Array.Exists(PictureFonts, name => name.Equals(font, StringComparison.OrdinalIgnoreCase));
}
