namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>What the 256 codes of the predefined encodings mean (ISO 32000-1, annex D); NUL where a code means nothing.</summary>
internal static class StandardEncodings
{
    private const string Ascii =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    public static string Standard { get; } = At(
        (0x20, Ascii.Replace('\'', '’').Replace('`', '‘')),
        (0xA1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"), (0xB1, "–†‡·\0¶•‚„”»…‰\0¿"), (0xC1, "`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—"),
        (0xE1, "Æ\0ª"), (0xE8, "ŁØŒº"), (0xF1, "æ"), (0xF5, "ı"), (0xF8, "łøœß"));

    /// <summary>Codes that mean nothing are shown as a bullet.</summary>
    public static string WinAnsi { get; } = At(
        (0x20, Ascii), (0x7F, "•€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ\u00A0¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿"),
        (0xC0, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"));

    public static string MacRoman { get; } = At(
        (0x20, Ascii),
        (0x80, "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"),
        (0xE0, "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"));

    /// <summary>The built-in encoding of the Symbol font, as far as letters and common signs go.</summary>
    public static string Symbol { get; } = At(
        (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\0αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"), (0xC5, "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"), (0xE2, "®©™∑"));

    /// <summary>The built-in encoding of ZapfDingbats: mostly the Unicode block that was made from it.</summary>
    public static string ZapfDingbats { get; } = Dingbats();

    /// <summary>Wingdings has no Unicode names of its own: bullets, ticks and arrows that résumés print with it.</summary>
    public static string Wingdings { get; } = At(
        (0x28, "☎"), (0x2A, "✉"), (0x6C, "●❍■□\0❑❒⬧⧫◆❖⬥"), (0x9F, "•"), (0xA0, "▪"), (0xA7, "▪◻"), (0xB7, "•"),
        (0xD8, "➢"), (0xE0, "→"), (0xE8, "➔"), (0xF0, "⇨"), (0xFB, "✗✓☒☑"));

    private static string At(params ReadOnlySpan<(int First, string Characters)> parts)
    {
        var table = new char[256];
        foreach (var (first, characters) in parts)
            characters.CopyTo(0, table, first, characters.Length);
        return new string(table);
    }

    private static string Dingbats()
    {
        var table = new char[256];
        for (var code = 0x21; code <= 0x7E; code++)
            table[code] = (char)(0x2701 + code - 0x21);
        for (var code = 0xA1; code <= 0xFE; code++)
            table[code] = (char)(0x2761 + code - 0xA1);
        for (var code = 0xAC; code <= 0xB5; code++)
            table[code] = (char)(0x2460 + code - 0xAC);
        foreach (var (code, character) in "%☎*☛+☞H★l●n■s▲t▼u◆w◗¨♣©♦ª♥«♠Õ→Ö↔×↕".Chunk(2).Select(pair => (pair[0], pair[1])))
            table[code] = character;
        table[0x20] = ' ';
        return new string(table);
    }
}
