namespace HotGigs.Core.Reading;

/// <summary>Guesses the main language of a text: by its script, and within the Latin script by frequent words.</summary>
public static class LanguageDetector
{
    /// <summary>Characters looked at; more change nothing.</summary>
    private const int MaxLength = 20_000;

    /// <summary>Fewer letters than this say nothing.</summary>
    private const int FewestLetters = 20;

    /// <summary>Fewer known words than this say nothing.</summary>
    private const double FewestHits = 3;

    /// <summary>The best language must have this many times the weight of the second.</summary>
    private const double Lead = 1.3;

    /// <summary>Share of letters of one script, above which the script decides. Résumés in Asian scripts hold many Latin names of tools.</summary>
    private const double ScriptShare = 0.25;

    /// <returns>ISO 639-1 code; null when unsure.</returns>
    public static string? Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        var scripts = ScriptCounts.Of(sample);
        if (scripts.Letters < FewestLetters)
            return null;
        var least = ScriptShare * scripts.Letters;

        // A Han character is a whole word where a Latin one is a fifth of it.
        if (scripts.Kana > 0.1 * (scripts.Han + scripts.Kana) && 4 * (scripts.Han + scripts.Kana) > scripts.Latin)
            return "ja";
        if (4 * scripts.Han > scripts.Latin && scripts.Han > scripts.Hangul)
            return "zh";
        if (2 * scripts.Hangul > scripts.Latin && scripts.Hangul > 0)
            return "ko";
        if (scripts.Arabic > least)
            return scripts.Persian > 0.02 * scripts.Arabic ? "fa" : "ar";
        if (scripts.Hebrew > least)
            return "he";
        if (scripts.Greek > least)
            return "el";
        if (scripts.Cyrillic > least)
            return scripts.Ukrainian > 0.02 * scripts.Cyrillic ? "uk" : "ru";
        if (scripts.Devanagari > least)
            return "hi";
        if (scripts.Thai > least)
            return "th";
        return scripts.Latin > least ? ByWords(sample) : null;
    }

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        Span<double> weights = stackalloc double[LanguageWords.Codes.Length];
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            LanguageWords.Weigh(text[start..end], weights);
            start = end;
        }

        int best = 0, second = -1;
        for (var i = 1; i < weights.Length; i++)
        {
            if (weights[i] > weights[best])
                (second, best) = (best, i);
            else if (second < 0 || weights[i] > weights[second])
                second = i;
        }

        return weights[best] >= FewestHits && weights[best] >= Lead * weights[second] ? LanguageWords.Codes[best] : null;
    }

    private struct ScriptCounts
    {
        public int Letters, Latin, Han, Kana, Hangul, Arabic, Persian, Hebrew, Greek, Cyrillic, Ukrainian, Devanagari, Thai;

        public static ScriptCounts Of(ReadOnlySpan<char> text)
        {
            var counts = new ScriptCounts();
            foreach (var c in text)
            {
                if (!char.IsLetter(c))
                    continue;
                counts.Letters++;
                switch (c)
                {
                    case < '\u0250' or (>= '\u1E00' and <= '\u1EFF'): counts.Latin++; break;
                    case >= '\u0370' and <= '\u03FF': counts.Greek++; break;
                    case >= '\u0400' and <= '\u052F':
                        counts.Cyrillic++;
                        counts.Ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' ? 1 : 0;
                        break;
                    case >= '\u0590' and <= '\u05FF': counts.Hebrew++; break;
                    case (>= '\u0600' and <= '\u08FF') or (>= '\uFB50' and <= '\uFEFC'):
                        counts.Arabic++;
                        counts.Persian += c is 'پ' or 'چ' or 'ژ' or 'گ' ? 1 : 0;
                        break;
                    case >= '\u0900' and <= '\u097F': counts.Devanagari++; break;
                    case >= '\u0E00' and <= '\u0E7F': counts.Thai++; break;
                    case (>= '\u3041' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9D'): counts.Kana++; break;
                    case (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'): counts.Han++; break;
                    case (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF'): counts.Hangul++; break;
                }
            }

            return counts;
        }
    }
}
