using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>One line with the section it stands in.</summary>
/// <param name="Body">The line without its bullet and without an inline heading; empty for a heading line.</param>
/// <param name="Heading">The words that opened the section on this very line.</param>
internal sealed record JobLine(TextSpan Span, TextSpan Body, JobSectionKind Kind, TextSpan? Heading, bool ListItem);

/// <summary>Cuts a job text into lines and gives each its section, by heading words in twelve languages.</summary>
internal static class JobLines
{
    private const string Bullets = "•·▪●○◦❖➢✓✔*-–—►▸‣>+";

    /// <summary>Characters of one line that are read; no honest line is longer.</summary>
    private const int LongestLine = 20_000;

    /// <summary>Characters of a job text that are read; the longest real one seen had 12,000.</summary>
    public const int LongestText = 100_000;

    public static List<JobLine> Read(Document document)
    {
        string text = document.Text;
        var lines = new List<JobLine>(document.Lines.Count);
        JobSectionKind kind = JobSectionKind.Opening;
        foreach (TextLine line in document.Lines)
        {
            if (line.Kind is not LineKind.Text || line.Span.Length == 0)
                continue;
            if (line.Span.Start >= LongestText)
                break;
            TextSpan span = line.Span with { Length = Math.Min(line.Span.Length, LongestLine) };
            TextSpan body = WithoutBullet(text, span, out bool bullet);
            bool listItem = bullet || line.ListItem;
            if (body.Length == 0)
                continue;
            // The first line is the title: "Benefits Manager" opens no section.
            bool mayOpen = lines.Count > 0 || text[body.End - 1] == ':' || line.HeadingLevel is > 1;
            if (mayOpen && JobHeadings.OfWholeLine(body.Quote(text), line.HeadingLevel is not null || line.Bold, listItem) is { } opened)
            {
                kind = opened;
                lines.Add(new(span, new(body.End, 0), kind, body, ListItem: false));
            }
            else if (JobHeadings.Inline(body.Quote(text)) is { } inline)
            {
                // "Must have: C#, Redis" speaks for its own line; what follows goes on where it was.
                TextSpan rest = Trim(text, TextSpan.Between(body.Start + inline.Length, body.End));
                lines.Add(new(span, rest, inline.Kind, new(body.Start, inline.Length), listItem));
            }
            else
            {
                lines.Add(new(span, body, kind, null, listItem));
            }
        }

        return lines;
    }

    /// <summary>Runs of lines of one kind; each heading starts a new one.</summary>
    public static List<JobSection> Sections(IReadOnlyList<JobLine> lines)
    {
        var sections = new List<JobSection>();
        int first = 0;
        for (int i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && lines[i].Kind == lines[first].Kind && lines[i].Heading is null)
                continue;
            TextSpan? heading = lines[first].Heading;
            int start = heading is { } h ? Math.Min(h.End, lines[first].Span.End) : lines[first].Span.Start;
            sections.Add(new(lines[first].Kind, heading, TextSpan.Between(start, lines[i - 1].Span.End)));
            first = i;
        }

        return lines.Count == 0 ? [] : sections;
    }

    /// <summary>Sentences of a line: cut behind . ! ? ; when a blank follows, not behind "e.g." or "B.Sc.".</summary>
    public static IEnumerable<TextSpan> Sentences(string text, TextSpan body)
    {
        int start = body.Start;
        for (int i = body.Start; i < body.End; i++)
        {
            bool ends = text[i] is ';' or '!' or '?'
                || (text[i] == '.' && (i + 1 == body.End || (char.IsWhiteSpace(text[i + 1]) && !EndsAbbreviation(text, start, i))))
                || text[i] is '。' or '！';
            if (!ends)
                continue;
            if (Trim(text, TextSpan.Between(start, i + 1)) is { Length: > 0 } sentence)
                yield return sentence;
            start = i + 1;
        }

        if (Trim(text, TextSpan.Between(start, body.End)) is { Length: > 0 } last)
            yield return last;
    }

    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':'))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.Between(start, end);
    }

    private static bool EndsAbbreviation(string text, int start, int dot)
    {
        int word = dot;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
            word--;
        ReadOnlySpan<char> letters = text.AsSpan(word, dot - word);
        return letters.Length == 1 || letters.Contains('.') || letters is "etc" or "incl" or "inkl" or "bzw" or "approx" or "ca" or "min" or "vs" or "Sr" or "Jr";
    }

    private static TextSpan WithoutBullet(string text, TextSpan line, out bool bullet)
    {
        TextSpan trimmed = Trim(text, line);
        int at = trimmed.Start;
        while (at < trimmed.End && (Bullets.Contains(text[at], StringComparison.Ordinal) || (at > trimmed.Start && text[at] == ' ')))
            at++;
        bullet = at > trimmed.Start;
        return TextSpan.Between(at, trimmed.End);
    }
}
