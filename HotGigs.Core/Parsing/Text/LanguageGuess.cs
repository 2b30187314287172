using System.Collections.Frozen;

namespace HotGigs.Core.Parsing.Text;

/// <summary>Tells the main language of a text by its script and its smallest words.</summary>
internal static class LanguageGuess
{
    /// <summary>Characters looked at: enough for a clear count, and no more than a page or two.</summary>
    private const int Sample = 12_000;

    private static readonly FrozenDictionary<string, string[]> Languages = Lexicon.Lines("common-words")
        .SelectMany(line => line.Phrases.Select(word => (Word: word, line.Key)))
        .GroupBy(pair => pair.Word, pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>ISO 639-1; null when the text is too short or two languages are as likely.</summary>
    public static string? Of(SourceText source)
    {
        var text = source.Folded.AsSpan(0, Math.Min(source.Folded.Length, Sample));
        return ByScript(text) ?? ByWords(text);
    }

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int latin = 0, han = 0, kana = 0, hangul = 0, arabic = 0, cyrillic = 0, greek = 0, hebrew = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= 'a' and <= 'z': latin++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\uAC00' and <= '\uD7A3': hangul++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
            }
        }

        // Product names and addresses are Latin in every résumé; an ideograph says as much as three letters.
        if ((han + kana) * 3 > latin)
            return kana * 8 > han ? "ja" : "zh";
        if (hangul * 3 > latin)
            return "ko";
        if (arabic > latin)
            return "ar";
        if (cyrillic > latin)
            return text.IndexOfAny('і', 'є', 'ґ') >= 0 ? "uk" : "ru";
        return greek > latin ? "el" : hebrew > latin ? "he" : null;
    }

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = Languages.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
                continue;
            var end = i;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (lookup.TryGetValue(text[i..end], out var languages))
            {
                foreach (var language in languages)
                    counts[language] = counts.GetValueOrDefault(language) + 1;
            }

            i = end;
        }

        var best = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(2).ToList();
        return best.Count == 0 || best[0].Value < 4 || (best.Count > 1 && best[0].Value * 10 < best[1].Value * 11) ? null : best[0].Key;
    }
}
