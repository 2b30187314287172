using HotGigs.Core.Reading;

namespace HotGigs.Core.Skills;

/// <summary>Decides which mentions count.</summary>
/// <remarks>
/// Distinctive mentions always do. Generic ones only where skills are listed. Ambiguous ones count where skills are listed, and in running text when
/// (a) a counted skill stands beside them with nothing but list signs or joining words between ("Python, R and Go"),
/// (b) three or more of them follow each other so ("Word, Excel, Access"),
/// (c) a version follows that is no year ("Go 1.18", "Spark 2.4"), or
/// (d) words just before say that a skill comes ("experience with Go", "geschrieben in C").
/// </remarks>
public static class SkillContext
{
    /// <summary>Words that may stand between an ambiguous mention and its neighbour, joining words and list signs not counted.</summary>
    private const int WordsBetween = 2;

    /// <summary>Mentions further apart than this many characters are no neighbours.</summary>
    private const int Reach = 40;

    /// <summary>A run of ambiguous mentions this long supports itself.</summary>
    private const int SelfSupporting = 3;

    public static IReadOnlyList<SkillMatch> Counting(string text, IReadOnlyList<SkillMatch> matches, SkillReading reading)
    {
        if (reading == SkillReading.List)
            return matches;
        var counts = new bool[matches.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = matches[i].Class == SkillClass.Distinctive
                || (matches[i].Class == SkillClass.Ambiguous && (SkillCues.VersionFollows(text, matches[i].Span) || SkillCues.Precede(text, matches[i].Span)));
        }

        CountLongRuns(text, matches, counts);
        for (int i = 1; i < counts.Length; i++)
            counts[i] |= counts[i - 1] && Joins(text, matches, i - 1, i);
        for (int i = counts.Length - 2; i >= 0; i--)
            counts[i] |= counts[i + 1] && Joins(text, matches, i, i + 1);
        return [.. matches.Where((_, i) => counts[i])];
    }

    private static void CountLongRuns(string text, IReadOnlyList<SkillMatch> matches, bool[] counts)
    {
        int start = 0;
        for (int i = 1; i <= matches.Count; i++)
        {
            if (i < matches.Count && matches[i].Class == SkillClass.Ambiguous && matches[i - 1].Class == SkillClass.Ambiguous
                && SkillCues.OnlyListSigns(text, matches[i - 1].Span, matches[i].Span))
                continue;
            if (i - start >= SelfSupporting && matches[start].Class == SkillClass.Ambiguous)
                counts.AsSpan(start, i - start).Fill(true);
            start = i;
        }
    }

    private static bool Joins(string text, IReadOnlyList<SkillMatch> matches, int left, int right)
    {
        if (matches[left].Class == SkillClass.Generic || matches[right].Class == SkillClass.Generic)
            return false;
        TextSpan a = matches[left].Span;
        TextSpan b = matches[right].Span;
        return b.Start - a.End <= Reach && SkillCues.ListBetween(text, a, b, WordsBetween);
    }
}
