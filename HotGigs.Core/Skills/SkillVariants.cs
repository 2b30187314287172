using System.Text;

namespace HotGigs.Core.Skills;

/// <summary>Spellings nobody should have to write down: plural and singular, joined and apart.</summary>
internal static class SkillVariants
{
    /// <summary>Below it a joined form is too likely to be another word (A/P: ap).</summary>
    private const int ShortestJoined = 4;

    /// <summary>Below it a plural ending is too likely to belong to the word.</summary>
    private const int ShortestPlural = 3;

    /// <summary>Exact spellings have none: whoever asks for a case asks for that word.</summary>
    public static IEnumerable<string> Of(SkillAlias alias)
    {
        if (alias.Exact)
            yield break;
        string text = alias.Text;
        if (OtherNumber(text) is { } other)
            yield return other;
        if (text.AsSpan(1).IndexOfAny("-/.") < 0)
            yield break;
        string joined = text.Replace("-", "", StringComparison.Ordinal)
            .Replace("/", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        if (joined.Length >= ShortestJoined && joined.All(char.IsLetterOrDigit))
            yield return joined;
    }

    /// <summary>The words of a spelling in the form the vocabulary holds them: folded, with their signs.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var folded = new char[2];
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            bool letter = char.IsLetterOrDigit(c);
            bool unspaced = CharFolding.IsUnspaced(c);
            bool sign = c is '+' or '#' && word.Length > 0;
            bool leadingDot = c == '.' && word.Length == 0 && i + 1 < text.Length && char.IsLetter(text[i + 1])
                && (i == 0 || !char.IsLetterOrDigit(text[i - 1]) || IsDotNet(text, i));
            if (word.Length > 0 && (!letter || unspaced) && !sign)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (letter && unspaced)
                yield return c.ToString();
            else if (letter)
                word.Append(folded, 0, CharFolding.Fold(c, folded));
            else if (sign || leadingDot || (c == '.' && IsDotNet(text, i)))
                word.Append(c);
            else if (c == '&')
                yield return "and";
        }
    }

    private static bool IsDotNet(string text, int dot) =>
        text.AsSpan(dot).StartsWith(".net", StringComparison.OrdinalIgnoreCase) && (dot + 4 == text.Length || !char.IsLetter(text[dot + 4]));

    private static string? OtherNumber(string text)
    {
        int wordStart = text.Length;
        while (wordStart > 0 && char.IsAsciiLetter(text[wordStart - 1]))
            wordStart--;
        string last = text[wordStart..];
        if (last.Length < ShortestPlural || !last.Any(char.IsLower) && last.Length > 4)
            return null;
        if (last.EndsWith("ies", StringComparison.Ordinal))
            return text[..^3] + "y";
        if (last.EndsWith("ics", StringComparison.Ordinal))
            return null;
        if (last.EndsWith("ss", StringComparison.Ordinal) || last.EndsWith("ch", StringComparison.Ordinal) || last[^1] == 'x')
            return text + "es";
        if (last[^1] == 's')
            return last.Length > ShortestPlural && last[^2] is not ('u' or 'i') ? text[..^1] : null;
        return last[^1] == 'y' && last[^2] is not ('a' or 'e' or 'o' or 'u') ? text[..^1] + "ies" : text + "s";
    }
}
