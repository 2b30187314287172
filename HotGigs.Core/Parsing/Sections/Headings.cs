using System.Collections.Frozen;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Sections;

/// <summary>Tells which section a line's words announce.</summary>
internal static class Headings
{
    /// <summary>Longest heading in words; beyond it a line is text.</summary>
    private const int MaxWords = 7;

    private static readonly PhraseTable<SectionKind> Phrases = new(Lexicon.Lines("headings").SelectMany(
        line => line.Phrases.Select(phrase => (phrase, Enum.Parse<SectionKind>(line.Key)))));

    /// <summary>Last words that tell the kind of a heading no table lists, such as "Relevant Industry Experience".</summary>
    private static readonly FrozenDictionary<string, SectionKind> Tails = new Dictionary<string, SectionKind>
    {
        ["experience"] = SectionKind.Experience,
        ["employment"] = SectionKind.Experience,
        ["history"] = SectionKind.Experience,
        ["internships"] = SectionKind.Experience,
        ["education"] = SectionKind.Education,
        ["qualifications"] = SectionKind.Education,
        ["skills"] = SectionKind.Skills,
        ["competencies"] = SectionKind.Skills,
        ["expertise"] = SectionKind.Skills,
        ["technologies"] = SectionKind.Skills,
        ["proficiencies"] = SectionKind.Skills,
        ["strengths"] = SectionKind.Skills,
        ["projects"] = SectionKind.Projects,
        ["certifications"] = SectionKind.Certifications,
        ["certificates"] = SectionKind.Certifications,
        ["courses"] = SectionKind.Certifications,
        ["training"] = SectionKind.Certifications,
        ["licenses"] = SectionKind.Certifications,
        ["languages"] = SectionKind.Languages,
        ["publications"] = SectionKind.Publications,
        ["awards"] = SectionKind.Awards,
        ["honors"] = SectionKind.Awards,
        ["achievements"] = SectionKind.Awards,
        ["summary"] = SectionKind.Summary,
        ["profile"] = SectionKind.Summary,
        ["objective"] = SectionKind.Summary,
        ["interests"] = SectionKind.Interests,
        ["activities"] = SectionKind.Interests,
        ["references"] = SectionKind.References,
        ["involvement"] = SectionKind.Interests,
        ["memberships"] = SectionKind.Interests,
        ["affiliations"] = SectionKind.Interests,
        ["erfahrung"] = SectionKind.Experience,
        ["kenntnisse"] = SectionKind.Skills,
        ["professionnelle"] = SectionKind.Experience,
        ["professionnelles"] = SectionKind.Experience,
        ["laboral"] = SectionKind.Experience,
        ["information"] = SectionKind.Other,
        ["coursework"] = SectionKind.Other,
        ["presentations"] = SectionKind.Publications,
        ["volunteering"] = SectionKind.Volunteering,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind when the whole text is a heading phrase of the table.</summary>
    public static SectionKind? Exact(Slice text)
    {
        var words = Normalize(text);
        if (words.Length == 0 || (text.Raw.TrimEnd() is [.., '.'] && char.IsLower(text.TrimEdges()[0])))
            return null;
        if (Phrases.TryGet(words, out var kind))
            return kind;
        if (Joined(words) is { } both)
            return both;
        if (words.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // A font that lost its ligatures: "Certi?cations".
            foreach (var ligature in (ReadOnlySpan<string>)["fi", "fl", "ti", "ff", "tt"])
            {
                if (Phrases.TryGet(words.Replace("\uFFFD", ligature, StringComparison.Ordinal), out kind))
                    return kind;
            }
        }

        var joined = JoinLetters(words);
        return joined is not null && (Phrases.TryGet(joined, out kind) || TryGlued(joined, out kind)) ? kind : null;
    }

    /// <summary>The kind of a line that already looks like a heading: by its parts ("Awards &amp; Honors") or its last word.</summary>
    public static SectionKind? Likely(Slice text)
    {
        if (Exact(text) is { } exact)
            return exact;
        var words = Normalize(text);
        if (words.Length == 0 || words.Count(c => c == ' ') >= MaxWords)
            return null;
        foreach (var part in words.Split([" and ", " & ", "&", "/", ",", " und ", " et ", " y ", " e ", " i ", " en ", " ve ", "|", "、", "与", "和", "・", " - ", " – "],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length > 2 && Phrases.TryGet(part, out var kind))
                return kind;
        }

        if (HeadingSpelling.Closest(words) is { } close)
            return close;
        var tail = words[(words.LastIndexOf(' ') + 1)..];
        return words.Contains(' ', StringComparison.Ordinal) && Tails.TryGetValue(tail, out var byTail) ? byTail : null;
    }

    /// <summary>"Certificates &amp; Awards": two headings in one, both known.</summary>
    private static SectionKind? Joined(string words)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" & ", " and ", " / ", "/", " und ", " et ", " y "])
        {
            var at = words.IndexOf(mark, StringComparison.Ordinal);
            if (at > 2 && Phrases.TryGet(words.AsSpan(0, at), out var first) && Phrases.TryGet(words.AsSpan(at + mark.Length), out _))
                return first;
        }

        return null;
    }

    private static string Normalize(Slice text)
    {
        var folded = text.TrimEdges().Folded;
        Span<char> buffer = stackalloc char[96];
        var length = 0;
        foreach (var c in folded)
        {
            if (length == buffer.Length)
                return "";
            if (c is ' ' or '\t')
            {
                if (length > 0 && buffer[length - 1] != ' ')
                    buffer[length++] = ' ';
            }
            else if (c is not (':' or '：' or '.' or '_' or '#' or '(' or ')' or '[' or ']' or '【' or '】' or '"' or '■' or '●' or '•' or '—' or '–' or '|' or '=' or '*'))
            {
                buffer[length++] = c;
            }
        }

        var start = 0;
        while (start < length && (char.IsAsciiDigit(buffer[start]) || buffer[start] is ' ' || char.IsSurrogate(buffer[start]) || buffer[start] is >= '\uE000' and <= '\uF8FF'))
            start++;
        return buffer[start..length].Trim().ToString();
    }

    /// <summary>"e x p e r i e n c e" and "w ork e xperience" lose the blanks that letter spacing put in.</summary>
    private static string? JoinLetters(string words)
    {
        var parts = words.Split(' ');
        if (parts.Length < 3 || parts.Count(part => part.Length == 1) * 2 < parts.Length)
            return null;
        return string.Concat(parts);
    }

    private static bool TryGlued(string letters, out SectionKind kind)
    {
        for (var i = 3; i < letters.Length - 2; i++)
        {
            if (Phrases.TryGet(letters[..i] + " " + letters[i..], out kind))
                return true;
        }

        kind = default;
        return false;
    }
}
