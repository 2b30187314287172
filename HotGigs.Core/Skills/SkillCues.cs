using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Skills;

/// <summary>What the words around a mention say about it.</summary>
internal static partial class SkillCues
{
    /// <summary>Characters before a mention in which a cue may stand.</summary>
    private const int CueReach = 40;

    private static readonly FrozenSet<string> Joining = new[]
    {
        "and", "or", "as", "well", "und", "oder", "sowie", "et", "ou", "y", "o", "e", "i", "en", "of", "with", "plus", "including", "mit", "avec", "con",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>"Go 1.18", "Spark v2": a year is no version, since "Spring 2015" is a season.</summary>
    public static bool VersionFollows(string text, TextSpan span) =>
        VersionBehind().IsMatch(text.AsSpan(span.End, Math.Min(12, text.Length - span.End)));

    public static bool Precede(string text, TextSpan span)
    {
        int start = Math.Max(0, span.Start - CueReach);
        return CueBefore().IsMatch(text.AsSpan(start, span.Start - start));
    }

    public static bool OnlyListSigns(string text, TextSpan a, TextSpan b) => ListBetween(text, a, b, 0);

    /// <summary>
    /// Between the two stand list signs or joining words, at most <paramref name="words"/> other words, and no end of a sentence.
    /// Without any sign or joining word the two are just words of one sentence.
    /// </summary>
    public static bool ListBetween(string text, TextSpan a, TextSpan b, int words)
    {
        bool listed = false;
        int others = 0;
        for (int i = a.End; i < b.Start; i++)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                int start = i;
                while (i + 1 < b.Start && char.IsLetterOrDigit(text[i + 1]))
                    i++;
                if (Joining.Contains(text[start..(i + 1)]))
                    listed = true;
                else if (++others > words)
                    return false;
            }
            else if (c == '.' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
            {
                return false;
            }
            else if (c is ',' or '/' or '&' or ';' or '|' or '•' or '·' or '+' or '(' or '、' or '、' or '\t' or '●' or '▪')
            {
                listed = true;
            }
        }

        return listed;
    }

    [GeneratedRegex(@"^(\s|-)?(v|version )?(\d{1,2}(\.\d+)+|\d{1,2}\.x|v\d)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex VersionBehind();

    [GeneratedRegex(
        @"\b((experience|experienced|proficient|proficiency|knowledge|skilled|skills|expertise|expert|fluent|familiar|familiarity|certified|background|hands-on)\s+(in|with|of|using|on)|(written|programmed|coded|coding|programming|implemented|developed|scripting|built)\s+(in|with|using)|using|via|kenntnisse\s+in|erfahrung(en)?\s+(in|mit)|programmierung\s+in|entwicklung\s+(in|mit)|geschrieben\s+in|expérience\s+(en|avec)|maîtrise\s+(de|d')|connaissances?\s+(en|de)|experiencia\s+(en|con)|conocimientos?\s+(de|en)|ervaring\s+met|kennis\s+van)\s*:?\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex CueBefore();
}
