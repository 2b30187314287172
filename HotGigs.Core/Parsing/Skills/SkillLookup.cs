using HotGigs.Core.Reading;
using HotGigs.Core.Skills;

namespace HotGigs.Core.Parsing.Skills;

/// <summary>The one place where parsing asks the skill dictionary.</summary>
internal static class SkillLookup
{
    /// <summary>The canonical skill a listed item names as a whole.</summary>
    public static (string Id, string Name)? Whole(string asWritten) =>
        SkillDictionary.Default.Lookup(asWritten) is { } skill ? (skill.Id, skill.Name) : null;

    /// <summary>Skills named in running text; words that may mean something else count only beside other skills.</summary>
    public static IReadOnlyList<(string Id, string Name, TextSpan Span)> InText(string text, TextSpan range)
    {
        var matches = SkillDictionary.Default.FindAll(text, range);
        return [.. SkillContext.Counting(text, matches, SkillReading.Running).Select(match => (match.SkillId, match.Name, match.Span))];
    }
}
