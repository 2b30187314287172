using System.Collections.Frozen;
using System.Text;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Tells headings of a job text by their words.</summary>
internal static class JobHeadings
{
    /// <summary>Longer lines are sentences.</summary>
    private const int LongestHeading = 70;

    /// <summary>Words a heading may have besides the phrase that names it.</summary>
    private const int OtherWords = 4;

    /// <summary>Longest first, so that "preferred qualifications" is found before "qualifications".</summary>
    private static readonly (string[] Words, JobSectionKind Kind)[] Phrases =
        [.. JobHeadingWords.All
            .SelectMany(entry => entry.Phrases.Select(phrase => (Words: Words(phrase), entry.Kind)))
            .OrderByDescending(entry => entry.Words.Length)];

    /// <summary>Words that also end ordinary lines ("Python preferred", "Sales experience"): headings only when nothing else stands there.</summary>
    private static readonly FrozenSet<string> AloneOnly = new[]
    {
        "preferred", "required", "essential", "desired", "desirable", "optional", "mandatory", "advantageous", "bonus", "experience", "education", "looking", "company", "contract", "travel", "hours",
        "pay", "apply", "application", "contact", "questions", "interesse", "kontakt", "tools", "stack", "summary", "muss", "mission", "missions", "taken", "profil", "perfil", "experiencia", "formación", "expérience",
        "schedule", "diversity", "inclusion", "privacy", "souhaité", "deseable", "valorable", "buscamos", "indispensable", "imprescindible", "sede", "lugar", "unternehmen", "entreprise",
    }.Select(word => Words(word)[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="styled">The author set the line as a heading or in bold: more words are allowed around the phrase.</param>
    public static JobSectionKind? OfWholeLine(string line, bool styled, bool listItem)
    {
        string trimmed = line.Trim().TrimEnd(':', ' ', '*', '#').TrimStart('#', '*', ' ');
        if (trimmed.Length is 0 or > LongestHeading || trimmed.Any(char.IsAsciiDigit) || trimmed.Contains(':', StringComparison.Ordinal) || trimmed[^1] is '.' or ',' or ';')
            return null;
        bool colon = line.TrimEnd('*', ' ').EndsWith(':');
        if (listItem && !colon && !styled)
            return null;
        return Kind(trimmed, colon || styled ? OtherWords : 2);
    }

    /// <summary>"Must have: C#, Redis": the kind, and how many characters of the line are the heading.</summary>
    public static (JobSectionKind Kind, int Length)? Inline(string line)
    {
        int colon = line.AsSpan(0, Math.Min(line.Length, LongestHeading)).IndexOf(':');
        if (colon < 3 || colon == line.Length - 1)
            return null;
        return Kind(line[..colon], others: 2) is { } kind ? (kind, colon + 1) : null;
    }

    private static JobSectionKind? Kind(string heading, int others)
    {
        string[] words = Words(heading);
        foreach ((string[] phrase, JobSectionKind kind) in Phrases)
        {
            int allowed = phrase.Length == 1 && AloneOnly.Contains(phrase[0]) ? 0 : others;
            if (words.Length <= phrase.Length + allowed && Holds(words, phrase))
                return kind;
        }

        return null;
    }

    private static bool Holds(string[] words, string[] phrase)
    {
        for (int at = 0; at + phrase.Length <= words.Length; at++)
        {
            if (words.AsSpan(at, phrase.Length).SequenceEqual(phrase))
                return true;
        }

        return false;
    }

    private static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        Span<char> to = stackalloc char[2];
        foreach (char c in text)
        {
            if (char.IsLetter(c))
                folded.Append(to[..Skills.CharFolding.Fold(c, to)]);
            else if (c is not ('\'' or '’'))
                folded.Append(' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
