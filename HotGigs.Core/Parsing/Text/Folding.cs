using System.Globalization;
using System.Text;

namespace HotGigs.Core.Parsing.Text;

/// <summary>Folds text for comparison without moving a single position: lower case, no accents, ASCII digits and blanks.</summary>
internal static class Folding
{
    private static readonly char[] Table = BuildTable();

    /// <summary>A copy of the same length, so that a span found in it is a span of the original.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Table[source[i]];
    });

    /// <summary>Scripts written without blanks between words: Chinese and Japanese characters.</summary>
    public static bool IsIdeographic(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u30FC';

    /// <summary>A letter or digit of a script that sets words apart by blanks.</summary>
    public static bool IsWordChar(char c) => char.IsLetterOrDigit(c) && !IsIdeographic(c);

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = FoldOne((char)i);
        return table;
    }

    private static char FoldOne(char c)
    {
        switch (c)
        {
            case < '\u0080':
                return char.ToLowerInvariant(c);
            case '\u0131' or '\u0130':
                return 'i';
            case '\u0142' or '\u0141':
                return 'l';
            case '\u00F8' or '\u00D8':
                return 'o';
            case '\u0111' or '\u0110':
                return 'd';
            case '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '\u2032':
                return '\'';
            case '\u00A0' or '\u3000' or '\u202F' or '\u2007' or '\u2009':
                return ' ';
            case '\u2010' or '\u2011':
                return '-';
            case >= '\uFF01' and <= '\uFF5D':
                return char.ToLowerInvariant((char)(c - 0xFEE0));
        }

        if (char.IsSurrogate(c))
            return c;
        if (char.IsDigit(c))
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        if (c is (> '\u007F' and < '\u0700') or (>= '\u1E00' and <= '\u1FFF') && char.IsLetter(c))
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            if (parts.Length > 1 && char.IsLetter(parts[0]))
                return char.ToLowerInvariant(parts[0]);
        }

        return char.ToLowerInvariant(c);
    }
}
