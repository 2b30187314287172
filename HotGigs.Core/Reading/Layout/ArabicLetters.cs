using System.Globalization;
using System.Text;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Turns the glyphs of words that run from right to left into letters in the order they are read.</summary>
internal static class ArabicLetters
{
    private const string Brackets = "()[]{}<>«»";

    /// <summary>Letters that only end a word: Hebrew finals, teh marbuta, alef maksura.</summary>
    private const string Finals = "\u05DA\u05DD\u05DF\u05E3\u05E5\u0629\u0649";

    /// <summary>Letters that Persian has and Arabic has not.</summary>
    private const string PersianLetters = "\u067E\u0686\u0698\u06AF";

    /// <summary>Changes the list in place.</summary>
    public static void MakeLogical(List<PageWord> words)
    {
        if (!words.Exists(RightToLeft.HasLetter))
            return;
        var visual = !JoinGlyphs(words) && IsVisual(words);
        if (!visual && IsPaintedLeftward(words))
            Replace(words, words.Select(word => word with { PaintedInReadingOrder = true }).ToArray());
        var persian = words.Exists(word => word.Text.AsSpan().ContainsAny(PersianLetters));
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].HasLetter())
                continue;
            var text = BaseLetters(visual ? Reverse(words[i].Text) : words[i].Text);
            words[i] = words[i] with { Text = persian ? text : WithArabicShapes(text) };
        }
    }

    /// <summary>
    /// Some writers paint each glyph to the left of the one before, as the word is read; a source that gathers glyphs from left to right
    /// hands them on one by one.
    /// </summary>
    /// <returns>True when the page was painted so.</returns>
    private static bool JoinGlyphs(List<PageWord> words)
    {
        const float WidestGap = 0.15f, Overlap = -0.3f;
        const int Fewest = 3;
        var joined = new List<PageWord>(words.Count);
        var joins = 0;
        foreach (var word in words)
        {
            if (joined.Count > 0 && joined[^1] is var last && Math.Abs(last.Baseline - word.Baseline) < 0.3f * word.Size
                && (last.Left - word.Right) / word.Size is > Overlap and < WidestGap && last.HasLetter() && word.HasLetter())
            {
                joined[^1] = last.Join(word);
                joins++;
            }
            else
            {
                joined.Add(word);
            }
        }

        var painted = joins >= Fewest && joins * 2 > joined.Count(RightToLeft.HasLetter);
        if (painted)
            Replace(words, joined);
        return painted;
    }

    /// <summary>Words of one line mostly follow each other to the left, so the painter went as a reader goes.</summary>
    private static bool IsPaintedLeftward(List<PageWord> words)
    {
        var leftward = 0;
        for (var i = 1; i < words.Count; i++)
        {
            PageWord before = words[i - 1], word = words[i];
            if (before.Baseline == word.Baseline && before.HasLetter() && word.HasLetter())
                leftward += word.Left < before.Left ? 1 : -1;
        }

        return leftward > 0;
    }

    private static void Replace(List<PageWord> words, IReadOnlyCollection<PageWord> replacement)
    {
        words.Clear();
        words.AddRange(replacement);
    }

    /// <summary>Judged by letters and letter forms that stand only at the start or only at the end of words.</summary>
    private static bool IsVisual(List<PageWord> words)
    {
        var votes = 0;
        foreach (var word in words)
        {
            var text = word.Text;
            if (text.Length < 3 || !RightToLeft.IsLetter(text[0]) || !RightToLeft.IsLetter(text[^1]))
                continue;
            votes += Finals.Contains(text[0]) || IsFinalForm(text[0]) || text.EndsWith("\u0644\u0627", StringComparison.Ordinal) ? 1 : 0;
            votes -= Finals.Contains(text[^1]) || IsFinalForm(text[^1]) || text.StartsWith("\u0627\u0644", StringComparison.Ordinal) ? 1 : 0;
        }

        return votes > 0;
    }

    /// <summary>Arabic letters with four presentation forms have them in the order isolated, final, initial, medial.</summary>
    private static bool IsFinalForm(char c) =>
        c is '\uFE90' || c % 4 == 2
        && c is (>= '\uFE89' and <= '\uFE8C') or (>= '\uFE95' and <= '\uFEA8') or (>= '\uFEB1' and <= '\uFEEC') or (>= '\uFEF1' and <= '\uFEF4');

    private static string Reverse(string text)
    {
        var elements = new List<string>();
        for (var e = StringInfo.GetTextElementEnumerator(text); e.MoveNext();)
            elements.Add(e.GetTextElement());
        elements.Reverse();
        for (var start = 0; start < elements.Count;)
        {
            var end = start;
            while (end < elements.Count && RunsLeftToRight(elements, end, start))
                end++;
            elements.Reverse(start, end - start);
            start = Math.Max(end, start + 1);
        }

        var result = new StringBuilder(text.Length);
        foreach (var element in elements)
            result.Append(element.Length == 1 && Brackets.IndexOf(element[0]) is >= 0 and var bracket ? Brackets[bracket ^ 1].ToString() : element);
        return result.ToString();
    }

    /// <summary>Latin letters and digits, and what stands between two of them.</summary>
    private static bool RunsLeftToRight(List<string> elements, int index, int start)
    {
        bool Plain(int at) =>
            at < elements.Count && (char.IsDigit(elements[at][0]) || char.IsLetter(elements[at][0]) && !RightToLeft.IsLetter(elements[at][0]));
        return Plain(index) || index > start && elements[index][0] is '.' or ',' or '/' or '-' or '@' or ':' && Plain(index + 1);
    }

    /// <summary>Presentation forms to the letters they show.</summary>
    private static string BaseLetters(string text)
    {
        if (!text.Any(IsPresentationForm))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsPresentationForm(c))
                result.Append(c.ToString().Normalize(NormalizationForm.FormKC).Trim(' '));
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsPresentationForm(char c) => c is (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>Fonts name glyphs that Arabic and Persian share by the Persian letter; in an Arabic text the Arabic one is meant.</summary>
    private static string WithArabicShapes(string text) =>
        text.Replace('\u06CC', '\u064A').Replace('\u06BE', '\u0647').Replace('\u06A9', '\u0643');
}
