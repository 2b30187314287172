using System.Text.RegularExpressions;

namespace HotGigs.Core.Skills;

/// <summary>Finds the skill behind an item of a skill list, past the words people put around it.</summary>
internal static partial class ListedSkill
{
    /// <summary>Longer items are sentences; those are searched, not looked up.</summary>
    private const int LongestItem = 120;

    private static readonly char[] Around = [' ', '\t', '\n', '\r', '•', '·', '▪', '●', '○', '◦', '❖', '➢', '✓', '✔', '*', '-', '–', '—', ',', ';', ':', '.', '|', '"', '\''];

    public static Skill? Find(SkillDictionary dictionary, string asWritten)
    {
        if (asWritten.Length > LongestItem)
            return null;
        string item = Trim(asWritten);
        if (item.Length == 0)
            return null;
        if (dictionary.Whole(item) is { } exact)
            return exact;

        // "Python (primary)", "SQL - advanced", "Excel: 5 years": the name comes first. "CPR (certified)" too.
        string bare = Trim(Qualifier().Replace(item, ""));
        if (bare.Length > 0 && bare.Length < item.Length && dictionary.Whole(bare) is { } qualified)
            return qualified;

        string core = Trim(TrailingWord().Replace(LeadingWord().Replace(bare, ""), ""));
        core = Trim(Version().Replace(core, ""));
        if (core.Length > 0 && core.Length < item.Length && dictionary.Whole(core) is { } named)
            return named;

        // "Natural Language Processing (NLP)": what stands in brackets names it as well.
        return Bracket().Match(item) is { Success: true } bracket ? dictionary.Whole(bracket.Groups[1].Value) : null;
    }

    /// <summary>A full stop in front belongs to .NET.</summary>
    private static string Trim(string item)
    {
        string trimmed = item.Trim(Around);
        int at = item.IndexOf(trimmed, StringComparison.Ordinal);
        return at > 0 && item[at - 1] == '.' && trimmed.Length > 0 && char.IsLetter(trimmed[0]) ? "." + trimmed : trimmed;
    }

    [GeneratedRegex(@"\s*(\(.*\)?|\[.*\]?|(\s[-–—]|:)\s.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\(([^()]{1,40})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(
        @"^((strong|good|excellent|solid|basic|advanced|intermediate|expert(-level)?|proficient|proficiency|working|extensive|deep|sound|hands-on|knowledge|experience|experienced|skilled|skills?|understanding|fluent|familiar|familiarity|certified|expertise|ability|able|written|in|with|of|to|the|and|use|using|gute|sehr|kenntnisse|fundierte|connaissances?|conocimientos?|conocimiento|maîtrise|dominio|en|de|du|des)\s+)+",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LeadingWord();

    [GeneratedRegex(
        @"(\s+(skills?|knowledge|experience|proficiency|proficient|certification|certified|basics?|advanced|intermediate|beginner|expert|fundamentals|concepts?|techniques?|tools?|software|suite|applications?|programs?|systems?|platforms?|frameworks?|libraries|library|language|programming|scripting|development|developer|database|databases|kenntnisse|grundkenntnisse))+$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex TrailingWord();

    [GeneratedRegex(@"[\s-]*\bv?\d[\d./x+, -]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
