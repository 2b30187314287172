using System.Globalization;
using System.Text;

namespace HotGigs.Core.Skills;

/// <summary>Lower case without accents, character by character, so that positions stay countable.</summary>
internal static class CharFolding
{
    /// <summary>Latin letters with marks end here (Latin Extended-B); scripts behind it are only lowered.</summary>
    private const int TableSize = 0x250;

    private static readonly char[] Table = BuildTable();

    /// <summary>Writes the folded form of <paramref name="c"/> (1 or 2 characters) and returns how many.</summary>
    public static int Fold(char c, Span<char> to)
    {
        if (c < TableSize)
        {
            char folded = Table[c];
            if (folded != '\0')
            {
                to[0] = folded;
                return 1;
            }

            (to[0], to[1]) = c switch
            {
                'ß' => ('s', 's'),
                'æ' or 'Æ' => ('a', 'e'),
                _ => ('o', 'e'),
            };
            return 2;
        }

        to[0] = char.ToLowerInvariant(c);
        return 1;
    }

    /// <summary>Chinese and Japanese write without spaces: each such character is a token of its own.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (int i = 0; i < TableSize; i++)
        {
            table[i] = (char)i switch
            {
                'ß' or 'æ' or 'Æ' or 'œ' or 'Œ' => '\0',
                'ø' or 'Ø' => 'o',
                'ł' or 'Ł' => 'l',
                'đ' or 'Đ' => 'd',
                'ı' => 'i',
                var c => char.ToLowerInvariant(BaseLetter(c)),
            };
        }

        return table;
    }

    private static char BaseLetter(char c)
    {
        if (c < 0x80)
            return c;
        string parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}
