using HotGigs.Core.Reading;

namespace HotGigs.Core.Skills;

/// <summary>A skill found in a text.</summary>
/// <param name="SkillId">Canonical id.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Class">Class of the spelling that was found: <c>Word</c> is ambiguous although Microsoft Word is not.</param>
/// <param name="Alias">The spelling as the dictionary has it.</param>
public readonly record struct SkillMatch(string SkillId, string Name, TextSpan Span, SkillClass Class, string Alias);

/// <summary>What kind of text is being searched.</summary>
public enum SkillReading
{
    /// <summary>Sentences: spellings that need their exact case ("Go", "R", "Excel") are held to it.</summary>
    Running,

    /// <summary>A list of skills: "go, r, excel" is read as well, since nothing else can be meant.</summary>
    List,
}
