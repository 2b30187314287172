using System.Collections.Frozen;

namespace HotGigs.Core.Parsing.Text;

/// <summary>Tells running text from the short lines that name things.</summary>
internal static class Prose
{
    private static readonly FrozenSet<string> Verbs = Lexicon.Set("verbs", "en");

    /// <summary>A sentence or a piece of one: long, or it ends like one, or it begins with what somebody did.</summary>
    public static bool IsLikely(Slice slice)
    {
        var text = slice.TrimBlanks();
        if (text.IsEmpty)
            return false;
        var words = text.WordCount;
        if (words > 16)
            return true;
        var last = text[text.Length - 1];
        if ((last is '。' || (last is '.' or ';' && words >= 6)) && !EndsWithAbbreviation(text))
            return true;
        if (words >= 4 && (char.IsLower(text[0]) || BeginsWithVerb(text)))
            return true;
        return words >= 7 && CapitalShare(text) < 0.4 && !text.Contains('\t') && !text.Contains('|');
    }

    public static bool BeginsWithVerb(Slice text)
    {
        var end = 0;
        var folded = text.Folded;
        while (end < folded.Length && Folding.IsWordChar(folded[end]))
            end++;
        return end > 2 && text.WordCount >= 3 && Verbs.Contains(folded[..end].ToString()) && (text.WordCount >= 8 || HasSmallWord(text.From(end)));
    }

    /// <summary>"Consolidated Messenger" is a firm, "Consolidated all messages" is a sentence.</summary>
    private static bool HasSmallWord(Slice text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLower(text[i]) && !char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('-' or '\'' or '’'))
                return true;
        }

        return false;
    }

    private static bool EndsWithAbbreviation(Slice text)
    {
        var folded = text.Folded;
        return folded.EndsWith("inc.", StringComparison.Ordinal) || folded.EndsWith("ltd.", StringComparison.Ordinal) || folded.EndsWith("co.", StringComparison.Ordinal)
            || folded.EndsWith("corp.", StringComparison.Ordinal) || folded.EndsWith(" s.a.", StringComparison.Ordinal) || folded.EndsWith("u.s.", StringComparison.Ordinal);
    }

    /// <summary>Share of words that begin with a capital or a digit; short words such as "of" do not count.</summary>
    private static double CapitalShare(Slice text)
    {
        int words = 0, capital = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '\'' or '’')))
                continue;
            var end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end - i <= 3 && char.IsLower(text[i]))
                continue;
            words++;
            capital += char.IsLower(text[i]) ? 0 : 1;
        }

        return words == 0 ? 1 : capital / (double)words;
    }
}
