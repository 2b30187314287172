using System.Text;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Advance widths of the standard 14 fonts, in thousandths of the size, for files that do not state them.</summary>
internal static class StandardWidths
{
    private const int Unknown = 500;
    private const int Courier = 600;

    // One entry for each character from space to tilde.
    private static readonly short[] Helvetica =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
        611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
        556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly short[] HelveticaBold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667,
        611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889,
        611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    private static readonly short[] Times =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
        278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556,
        611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
        500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly short[] TimesBold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
        333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556,
        667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833,
        556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    private static readonly short[] TimesItalic =
    [
        250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
        333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611, 722, 611, 500,
        556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722,
        500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541,
    ];

    private static readonly short[] TimesBoldItalic =
    [
        250, 389, 555, 500, 500, 833, 778, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
        333, 333, 570, 570, 570, 500, 832, 667, 667, 667, 722, 667, 667, 722, 778, 389, 500, 667, 611, 889, 722, 722, 611, 722, 667, 556,
        611, 722, 667, 889, 667, 611, 611, 333, 278, 333, 570, 500, 333, 500, 500, 444, 500, 444, 333, 500, 556, 278, 278, 500, 278, 778,
        556, 500, 500, 500, 389, 389, 278, 556, 444, 667, 500, 444, 389, 348, 220, 348, 570,
    ];

    /// <summary>Widths of 256 codes of a font that is one of the 14, or looks most like one of them.</summary>
    /// <param name="font">Base font name.</param>
    /// <param name="text">What each code stands for.</param>
    public static double[] For(string font, string?[] text)
    {
        var bold = font.Contains("Bold", StringComparison.OrdinalIgnoreCase);
        var italic = font.Contains("Ital", StringComparison.OrdinalIgnoreCase) || font.Contains("Obli", StringComparison.OrdinalIgnoreCase);
        var monospaced = font.Contains("Cour", StringComparison.OrdinalIgnoreCase) || font.Contains("Mono", StringComparison.OrdinalIgnoreCase);
        var serif = font.Contains("Times", StringComparison.OrdinalIgnoreCase) || font.Contains("Serif", StringComparison.OrdinalIgnoreCase);
        var table = (serif, bold, italic) switch
        {
            (false, false, _) => Helvetica,
            (false, true, _) => HelveticaBold,
            (true, false, false) => Times,
            (true, true, false) => TimesBold,
            (true, false, true) => TimesItalic,
            (true, true, true) => TimesBoldItalic,
        };
        var widths = new double[256];
        for (var code = 0; code < widths.Length; code++)
            widths[code] = monospaced ? Courier : text[code] is { Length: > 0 } character ? Width(character[0], table, serif, bold) : Unknown;
        return widths;
    }

    private static int Width(char character, short[] table, bool serif, bool bold)
    {
        if (character is >= ' ' and <= '~')
            return table[character - ' '];
        return character switch
        {
            '\u00A0' => table[0],
            '•' => 350,
            '‘' or '’' or '‚' => serif ? 333 : bold ? 278 : 222,
            '“' or '”' or '„' => bold ? 500 : serif ? 444 : 333,
            '–' => serif ? 500 : 556,
            '—' or '…' => 1_000,
            'ﬁ' or 'ﬂ' => serif ? 556 : bold ? 611 : 500,
            'ß' => serif ? 500 : 611,
            '·' => serif ? 250 : 278,
            _ => Accented(character, table),
        };
    }

    /// <summary>An accented letter is as wide as the letter without the accent.</summary>
    private static int Accented(char character, short[] table)
    {
        if (character < '\u00C0' || char.IsSurrogate(character))
            return Unknown;
        var letter = character.ToString().Normalize(NormalizationForm.FormD)[0];
        return letter is >= ' ' and <= '~' ? table[letter - ' '] : Unknown;
    }
}
