using HotGigs.Core.Reading.Pdf.Fonts;

namespace HotGigs.Core.Reading.Pdf.Words;

/// <summary>Tells letters from pictures that fonts carry: contact icons, bullets, ticks.</summary>
internal static class IconFonts
{
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';
    private const char VisibleSpace = '\u2423';
    private const char FirstSymbol = '\uF020';
    private const char LastSymbol = '\uF0FF';

    /// <returns>What the glyph says in public characters; empty for a picture without one; and whether it stands apart from letters.</returns>
    public static (string Text, bool StandsApart) Read(string text, PdfFont font)
    {
        if (text.Length == 1 && text[0] is >= FirstSymbol and <= LastSymbol)
            return (Symbol((char)(text[0] - 0xF000), font), StandsApart: font.IsIcons);
        if (text.Length == 1 && text[0] is >= FirstPrivate and <= LastPrivate)
            return ("", StandsApart: true);
        if (text.Length > 1 && text.AsSpan().ContainsAnyInRange(FirstPrivate, LastPrivate))
            return (string.Concat(text.Where(c => c is not VisibleSpace and (< FirstPrivate or > LastPrivate))), StandsApart: true);
        if (!font.IsIcons)
            return (text, StandsApart: false);
        // The letter under which an icon font keeps a picture means nothing.
        var isPicture = text.Length == 1 && (text[0] is <= '~' or '\uFFFD' || char.IsLetterOrDigit(text[0]));
        return (isPicture ? "" : text, StandsApart: true);
    }

    /// <summary>Symbol fonts of Windows keep their codes at U+F000.</summary>
    private static string Symbol(char code, PdfFont font)
    {
        if (font.Name.Contains("Wingdings", StringComparison.OrdinalIgnoreCase))
            return Or(StandardEncodings.Wingdings[code], "");
        if (font.Name.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
            return Or(StandardEncodings.Symbol[code], "");
        if (font.IsIcons)
            return "";
        return code <= '~' ? SingleCharacters.Of(code) : "•";
    }

    private static string Or(char character, string nothing) => character == '\0' ? nothing : SingleCharacters.Of(character);
}
