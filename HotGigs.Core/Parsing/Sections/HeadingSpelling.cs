namespace HotGigs.Core.Parsing.Sections;

/// <summary>Recognises headings that a font or a scan spelled badly: "Educat on", "Sk lls", "Experlence".</summary>
internal static class HeadingSpelling
{
    private static readonly (string Letters, SectionKind Kind)[] Common =
    [
        ("experience", SectionKind.Experience), ("workexperience", SectionKind.Experience), ("professionalexperience", SectionKind.Experience), ("employmenthistory", SectionKind.Experience),
        ("workhistory", SectionKind.Experience), ("education", SectionKind.Education), ("skills", SectionKind.Skills), ("technicalskills", SectionKind.Skills), ("summary", SectionKind.Summary),
        ("professionalsummary", SectionKind.Summary), ("objective", SectionKind.Summary), ("certifications", SectionKind.Certifications), ("certificates", SectionKind.Certifications),
        ("languages", SectionKind.Languages), ("projects", SectionKind.Projects), ("publications", SectionKind.Publications), ("references", SectionKind.References), ("interests", SectionKind.Interests),
        ("volunteering", SectionKind.Volunteering), ("achievements", SectionKind.Awards), ("profile", SectionKind.Summary), ("berufserfahrung", SectionKind.Experience), ("ausbildung", SectionKind.Education),
        ("kenntnisse", SectionKind.Skills), ("formation", SectionKind.Education), ("competences", SectionKind.Skills), ("experiencia", SectionKind.Experience), ("habilidades", SectionKind.Skills),
    ];

    /// <summary>The kind of the only common heading at most one wrong or missing letter away, two from nine letters on.</summary>
    public static SectionKind? Closest(string folded)
    {
        Span<char> letters = stackalloc char[32];
        var length = 0;
        foreach (var c in folded)
        {
            if (c is ' ' or '\uFFFD')
                continue;
            if (length == letters.Length)
                return null;
            letters[length++] = c;
        }

        foreach (var (word, kind) in Common)
        {
            var allowed = word.Length >= 9 ? 2 : 1;
            if (length >= 5 && Math.Abs(word.Length - length) <= allowed && word[0] == letters[0] && Distance(word, letters[..length]) <= allowed)
                return kind;
        }

        return null;
    }

    private static int Distance(string a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[33];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
