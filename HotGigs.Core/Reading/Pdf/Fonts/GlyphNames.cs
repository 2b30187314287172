using System.Collections.Frozen;
using System.Globalization;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Turns glyph names into text, after the naming rules of the Adobe Glyph List.</summary>
internal static class GlyphNames
{
    private const int MaxNameLength = 128;

    /// <summary>Names of consecutive code points; a dash leaves one out.</summary>
    private static readonly (int First, string Names)[] Ranges =
    [
        (0x20, """
            space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen
            period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at
            A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave
            a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde
            """),
        (0xA0, """
            nbspace exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot
            softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla
            onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde
            Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve
            Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave
            aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex
            idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis
            yacute thorn ydieresis
            """),
        (0x100, """
            Amacron amacron Abreve abreve Aogonek aogonek Cacute cacute Ccircumflex ccircumflex Cdotaccent cdotaccent Ccaron ccaron
            Dcaron dcaron Dcroat dcroat Emacron emacron Ebreve ebreve Edotaccent edotaccent Eogonek eogonek Ecaron ecaron
            Gcircumflex gcircumflex Gbreve gbreve Gdotaccent gdotaccent Gcommaaccent gcommaaccent Hcircumflex hcircumflex Hbar hbar
            Itilde itilde Imacron imacron Ibreve ibreve Iogonek iogonek Idotaccent dotlessi IJ ij Jcircumflex jcircumflex
            Kcommaaccent kcommaaccent kgreenlandic Lacute lacute Lcommaaccent lcommaaccent Lcaron lcaron Ldot ldot Lslash lslash
            Nacute nacute Ncommaaccent ncommaaccent Ncaron ncaron napostrophe Eng eng Omacron omacron Obreve obreve Ohungarumlaut
            ohungarumlaut OE oe Racute racute Rcommaaccent rcommaaccent Rcaron rcaron Sacute sacute Scircumflex scircumflex
            Scedilla scedilla Scaron scaron Tcommaaccent tcommaaccent Tcaron tcaron Tbar tbar Utilde utilde Umacron umacron Ubreve
            ubreve Uring uring Uhungarumlaut uhungarumlaut Uogonek uogonek Wcircumflex wcircumflex Ycircumflex ycircumflex
            Ydieresis Zacute zacute Zdotaccent zdotaccent Zcaron zcaron longs
            """),
        (0x2C6, "circumflex caron"),
        (0x2D8, "breve dotaccent ring ogonek tilde hungarumlaut"),
        (0x386, "Alphatonos - Epsilontonos Etatonos Iotatonos - Omicrontonos - Upsilontonos Omegatonos iotadieresistonos"),
        (0x391, """
            Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi
            Omega Iotadieresis Upsilondieresis alphatonos epsilontonos etatonos iotatonos upsilondieresistonos alpha beta gamma
            delta epsilon zeta eta theta iota kappa lambda mugreek nu xi omicron pi rho sigma1 sigma tau upsilon phi chi psi omega
            iotadieresis upsilondieresis omicrontonos upsilontonos omegatonos - - theta1 Upsilon1 - - phi1 omega1
            """),
        (0x410, Afii(10_017, 6) + " " + Afii(10_024, 26) + " " + Afii(10_065, 6) + " " + Afii(10_072, 26)),
        (0x401, "afii10023 " + Afii(10_051, 11) + " - afii10062 afii10145"),
        (0x451, "afii10071 " + Afii(10_099, 11) + " - afii10110 afii10193"),
        (0x490, "afii10050 afii10098"),
        (0x218, "Scommaaccent scommaaccent"),
        (0x1E80, "Wgrave wgrave Wacute wacute Wdieresis wdieresis"),
        (0x1EF2, "Ygrave ygrave"),
        (0x2012, "figuredash endash emdash afii00208 dblverticalbar underscoredbl quoteleft quoteright quotesinglbase quotereversed"),
        (0x201C, "quotedblleft quotedblright quotedblbase - dagger daggerdbl bullet - onedotenleader twodotenleader ellipsis"),
        (0x2032, "minute second"),
        (0x2039, "guilsinglleft guilsinglright"),
        (0x2190, "arrowleft arrowup arrowright arrowdown arrowboth arrowupdn"),
        (0x21D0, "arrowdblleft arrowdblup arrowdblright arrowdbldown arrowdblboth"),
        (0x2264, "lessequal greaterequal"),
        (0x2660, "spade - - club - heart diamond"),
    ];

    /// <summary>Names with their code points in hexadecimal, several joined by a plus.</summary>
    private const string Others = """
        ff 66+66 fi 66+69 fl 66+6C ffi 66+66+69 ffl 66+66+6C st 73+74 longst 73+74 ft 66+74 tt 74+74 ti 74+69 fj 66+6A
        Euro 20AC euro 20AC florin 192 fraction 2044 perthousand 2030 trademark 2122 minus 2212 middot B7 overscore AF
        nonbreakingspace A0 sfthyphen AD hyphenminus 2D dotlessj 237 visiblespace 2423 apostrophe 27 quoteleftreversed 201B
        bardbl 2016 underscoredbl 2017 exclamdbl 203C radical 221A infinity 221E approxequal 2248 notequal 2260 equivalence 2261
        summation 2211 product 220F integral 222B partialdiff 2202 lozenge 25CA proportional 221D therefore 2234 element 2208
        intersection 2229 union 222A logicaland 2227 logicalor 2228 gradient 2207 emptyset 2205 existential 2203 universal 2200
        asteriskmath 2217 openbullet 25E6 periodcenteredmath 22C5 dotmath 22C5 diamondmath 22C4 circlecopyrt A9 numero 2116
        afii61352 2116 afii08941 20A4 franc 20A3 lira 20A4 peseta 20A7 colonmonetary 20A1 dong 20AB estimated 212E
        filledbox 25A0 H18533 25AA H18543 25AB H22073 25A1 triagup 25B2 triagrt 25BA triagdn 25BC triaglf 25C4 circle 25CB
        H18551 25CF invbullet 25D8 smileface 263A checkmark 2713 check 2713 star 2605 whitebullet 25E6 blackcircle 25CF
        registerserif AE copyrightserif A9 trademarkserif 2122 registersans AE copyrightsans A9 trademarksans 2122
        Tcedilla 162 tcedilla 163 Gcedilla 122 gcedilla 123 Kcedilla 136 kcedilla 137 Lcedilla 13B lcedilla 13C Ncedilla 145
        ncedilla 146 Rcedilla 156 rcedilla 157 Edot 116 edot 117 Gdot 120 gdot 121 Zdot 17B zdot 17C Cdot 10A cdot 10B
        Idot 130 Dslash 110 dmacron 111 Odblacute 150 odblacute 151 Udblacute 170 udblacute 171 Germandbls 1E9E
        acutecomb 301 gravecomb 300 tildecomb 303 dotbelowcomb 323 hookabovecomb 309 dieresiscomb 308 circumflexcomb 302
        Ohorn 1A0 ohorn 1A1 Uhorn 1AF uhorn 1B0 schwa 259 Schwa 18F
        a12 261E a19 2713 a20 2714 a71 25CF a73 25A0 a74 274F a75 2751 a76 25B2 a77 25BC a78 25C6 a79 2756 a35 2605 a161 2192
        .notdef 0 cwm 200C compwordmark 200C
        """;

    private static readonly string[] DroppedSuffixes = ["oldstyle", "small", "superior", "inferior"];

    private static readonly Lazy<FrozenDictionary<string, string>> Table = new(Build);

    /// <summary>The text of a glyph; null when the name tells none.</summary>
    public static string? ToText(string name)
    {
        if (name.Length is 0 or > MaxNameLength)
            return null;
        // A variant keeps the meaning of the glyph it varies: a.sc, one.tnum.
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            name = name[..dot];
        if (Single(name) is { } text)
            return text;
        if (!name.Contains('_', StringComparison.Ordinal))
            return null;
        var parts = name.Split('_').Select(Single).ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    private static string? Single(string name)
    {
        if (Table.Value.TryGetValue(name, out var text))
            return text;
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
            return Utf16(name.AsSpan(3));
        if (name.Length is >= 5 and <= 7 && name[0] == 'u' && TryHex(name.AsSpan(1), out var code))
            return IsScalar(code) ? char.ConvertFromUtf32(code) : null;
        foreach (var suffix in DroppedSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && Table.Value.TryGetValue(name[..^suffix.Length], out text))
                return text;
        }

        return null;
    }

    private static string? Utf16(ReadOnlySpan<char> digits)
    {
        Span<char> units = stackalloc char[digits.Length / 4];
        for (var i = 0; i < units.Length; i++)
        {
            if (!TryHex(digits.Slice(i * 4, 4), out var unit))
                return null;
            units[i] = (char)unit;
        }

        return units.ToString();
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static bool IsScalar(int code) => code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);

    private static string Afii(int first, int count) =>
        string.Join(' ', Enumerable.Range(first, count).Select(number => $"afii{number}"));

    private static FrozenDictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(900, StringComparer.Ordinal);
        foreach (var (first, names) in Ranges)
        {
            var code = first;
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(name, ((char)code++).ToString());
        }

        var others = Others.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < others.Length; i += 2)
        {
            var codes = others[i + 1].Split('+').Select(hex => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            table[others[i]] = others[i] == ".notdef" ? "" : string.Concat(codes);
        }

        table.Remove("-");
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
