using System.Globalization;
using System.Text;

namespace HotGigs.Core.Reading.Pdf.Words;

/// <summary>Puts words of right-to-left scripts into reading order and their letters into their plain form.</summary>
internal static class RightToLeft
{
    public static bool IsLetter(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <param name="paintedLeftward">The glyphs came in reading order; else they came from left to right and are turned round.</param>
    public static string InReadingOrder(string word, bool paintedLeftward)
    {
        var letters = 0;
        foreach (var c in word)
            letters += IsLetter(c) ? 1 : 0;
        if (letters == 0)
            return word;
        // Presentation forms are shapes of letters, not letters of their own.
        var plain = word.AsSpan().ContainsAnyInRange('\uFB1D', '\uFEFC') ? word.Normalize(NormalizationForm.FormKC) : word;
        return paintedLeftward || letters * 2 <= word.Length ? plain : Reversed(plain);
    }

    /// <summary>Turns the text elements round, but not the digits of a number.</summary>
    private static string Reversed(string word)
    {
        var result = new StringBuilder(word.Length);
        var elements = StringInfo.ParseCombiningCharacters(word);
        for (var i = elements.Length - 1; i >= 0; i--)
        {
            var end = i + 1 < elements.Length ? elements[i + 1] : word.Length;
            while (i > 0 && char.IsDigit(word[elements[i]]) && char.IsDigit(word[elements[i - 1]]))
                i--;
            result.Append(word, elements[i], end - elements[i]);
        }

        return result.ToString();
    }
}
