namespace HotGigs.Core.Skills;

/// <summary>How far a word may be trusted to mean a skill (spec/matching.md, section 4.1).</summary>
/// <remarks>Order matters: the higher, the less a mention says.</remarks>
public enum SkillClass
{
    /// <summary>Counts wherever it stands: <c>PostgreSQL</c>, <c>accounts payable</c>.</summary>
    Distinctive,

    /// <summary>Also an everyday word: <c>Go</c>, <c>Excel</c>, <c>Spring</c>. Counts in a list of skills or beside other skills.</summary>
    Ambiguous,

    /// <summary>Says little by itself: <c>sales</c>, <c>teamwork</c>. Shown when a person lists it, never counted from running text.</summary>
    Generic,
}

/// <summary>One entry of the dictionary.</summary>
/// <param name="Id">Stable kebab-case id; never reused for another skill.</param>
/// <param name="Name">Canonical name as it is shown.</param>
/// <param name="Category">Kebab-case field of work; the name of the data file that holds it.</param>
/// <param name="Implies">Ids of skills that whoever has this one also has (React: JavaScript); never the other way round.</param>
/// <param name="Related">Ids of siblings, close but not the same; holds in both directions.</param>
public sealed record Skill(
    string Id,
    string Name,
    SkillClass Class,
    string Category,
    IReadOnlyList<string> Implies,
    IReadOnlyList<string> Related);
