using System.Collections.Frozen;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Sections;

/// <summary>Cuts a résumé into sections by heading words first, and by what its headings look like where words do not decide.</summary>
internal static class SectionCutter
{
    /// <summary>Headings that also serve as labels within a section: they need the look of the document's other headings.</summary>
    private static readonly FrozenSet<string> Weak = new[]
    {
        "tools", "work", "other", "others", "details", "research", "teaching", "service", "software", "knowledge", "technical", "community", "positions",
        "member", "leadership", "links", "date", "programming", "programming languages", "frameworks", "databases", "platforms", "methodologies", "technologies",
        "career", "custom", "notes", "talks", "papers", "books", "articles", "thesis", "availability", "nationality", "project", "achievements", "objective",
        "responsibilities", "accomplishments", "key achievements", "engagement", "profile", "military", "internship", "clubs", "license", "certificate", "degrees",
        "salary", "technologien", "logiciels", "outils", "ferramentas", "tecnologias", "tecnologie", "strumenti", "herramientas", "contact", "language", "courses",
        "erfolge", "projekte", "projekt", "logros", "strengths", "highlights", "overview", "introduction", "training", "technologies and tools", "key skills",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<Section> Cut(IReadOnlyList<ResumeLine> lines)
    {
        var body = LineStyle.BodySize(lines);
        var exact = lines.Select(line => line.Words <= 7 ? Headings.Exact(line.Content) : null).ToArray();
        var look = HeadingLook.Of(lines, exact, body);
        var style = look.Usual;
        var largest = lines.Where(line => line.Line.Page == 1).Select(line => line.Size).DefaultIfEmpty().Max();
        var sections = new List<Section>();
        var current = new List<ResumeLine>();
        var kind = SectionKind.Unknown;
        Slice? heading = null;
        var headings = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (exact[i] is { } whole && IsHeading(line, whole, kind, look, body, headings))
            {
                Start(whole, line.Content.TrimEdges());
                continue;
            }

            if (InlineHeading(line, kind, headings, style, body) is { } inline)
            {
                Start(inline.Kind, inline.Heading);
                current.Add(new ResumeLine(line.Line, inline.Content, line.Bullet && false, line.Index));
                continue;
            }

            if (exact[i] is null && look.Usual is null && IsAlone(lines, i) && HeadingSpelling.Closest(line.Content.TrimEdges().Folded.ToString()) is { } misspelled)
            {
                Start(misspelled, line.Content.TrimEdges());
                continue;
            }

            if (exact[i] is null && LooksLikeHeading(line, style, body))
            {
                if (Headings.Likely(line.Content) is { } likely)
                {
                    Start(likely, line.Content.TrimEdges());
                    continue;
                }

                if (headings > 0 && IsUnknownHeading(line, style, body, i + 1 < lines.Count ? lines[i + 1] : null))
                {
                    Start(SectionKind.Other, line.Content.TrimEdges());
                    continue;
                }
            }

            // A side column came first; the name in the largest print opens the main column.
            if (headings > 0 && line.Line.Page == 1 && body > 0 && line.Size >= largest && line.Size > body * 1.4f && line.Size > (style?.HalfPoints ?? 0) / 2f * 1.1f
                && kind != SectionKind.Unknown)
                Start(SectionKind.Unknown, null, counts: false);
            current.Add(line);
        }

        Flush();
        return sections;

        void Start(SectionKind next, Slice? title, bool counts = true)
        {
            Flush();
            (kind, heading) = (next, title);
            headings += counts ? 1 : 0;
        }

        void Flush()
        {
            if (current.Count > 0 || heading is not null)
                sections.Add(new Section(kind, heading, current));
            current = [];
        }
    }

    private static bool IsHeading(ResumeLine line, SectionKind kind, SectionKind current, HeadingLook look, float body, int headings)
    {
        var own = LineStyle.Of(line);
        var colon = line.Content.Raw.TrimEnd() is [.., ':' or '：'];
        if (line.Bullet && !look.Bullets)
            return false;
        var weak = Weak.Contains(line.Content.TrimEdges().Folded.ToString());
        if (look.Usual is { } style)
        {
            if (look.Styles.Any(known => Same(own, known)))
                return true;
            if (own.HalfPoints < style.HalfPoints - 1 || (!own.StandsOut(body) && style.StandsOut(body)))
                return !weak && colon && (look.Colons || (kind is SectionKind.Contact && headings == 0));
        }

        if (weak)
            return look.Usual is null && current != kind && (headings > 0 || kind is not SectionKind.Other) && !line.Bullet
                && !(current is SectionKind.Experience or SectionKind.Projects && colon);
        return true;
    }

    private static bool Same(LineStyle a, LineStyle b) => a.Resembles(b);

    /// <summary>"Profile: ten years of ..." and table rows whose first cell is the heading.</summary>
    private static (SectionKind Kind, Slice Heading, Slice Content)? InlineHeading(ResumeLine line, SectionKind current, int headings, LineStyle? usual, float body)
    {
        if (line.Bullet)
            return null;
        if (line.Cells.Count > 1 && line.Cells[0].WordCount <= 5 && Headings.Exact(line.Cells[0]) is { } kind
            && !Weak.Contains(line.Cells[0].TrimEdges().Folded.ToString()) && line.Cells[1].HasLetter
            && !(current == kind && kind is SectionKind.Skills) && !(current is SectionKind.Skills && kind is SectionKind.Languages)
            && Headings.Exact(line.Cells[1]) is null)
            return (kind, line.Cells[0].TrimEdges(), line.Content.After(line.Cells[1].Start).TrimBlanks());
        var colon = line.Content.Raw.IndexOfAny(':', '：');
        if (colon is < 2 or > 40 || colon == line.Content.Length - 1)
            return null;
        var label = line.Content.Sub(0, colon).TrimEdges();
        if (label.WordCount > 4 || Headings.Exact(label) is not { } named)
            return null;
        var rest = line.Content.From(colon + 1).TrimBlanks();
        var fits = named switch
        {
            SectionKind.Summary => current is not (SectionKind.Experience or SectionKind.Projects or SectionKind.Summary) || usual is null,
            SectionKind.Education or SectionKind.Experience => current is SectionKind.Unknown or SectionKind.Contact or SectionKind.Summary,
            SectionKind.Skills => current is not (SectionKind.Experience or SectionKind.Projects or SectionKind.Skills or SectionKind.Education or SectionKind.Other)
                && !Weak.Contains(label.Folded.ToString()),
            SectionKind.Certifications or SectionKind.Interests or SectionKind.Awards =>
                usual is null && headings > 0 && current is not (SectionKind.Experience or SectionKind.Projects or SectionKind.Education or SectionKind.Skills),
            _ => false,
        };
        return fits ? (named, label, rest) : null;
    }

    private static bool IsAlone(IReadOnlyList<ResumeLine> lines, int i) =>
        (i == 0 || lines[i - 1].Block != lines[i].Block) && (i + 1 == lines.Count || lines[i + 1].Block != lines[i].Block);

    private static bool LooksLikeHeading(ResumeLine line, LineStyle? usual, float body)
    {
        if (line.Bullet || line.Words > 6 || line.Cells.Count > 1 || line.Dates.Count > 0 || !line.Content.HasLetter || line.Content.Raw.TrimEnd() is [.., '.' or ','])
            return false;
        var own = LineStyle.Of(line);
        if (usual is { } style)
            return Same(own, style);
        return own.Level is not null || own.Caps || (body > 0 && line.Size > body * 1.15f) || own.Bold;
    }

    /// <summary>No word table knows it, but it looks exactly like the other headings, and those look like nothing else.</summary>
    private static bool IsUnknownHeading(ResumeLine line, LineStyle? usual, float body, ResumeLine? next) =>
        usual is { } style && style.HalfPoints > body * 2.2f && line.Words <= 5 && next is not null
        && (next.Size < line.Size - 0.4f || next.Bold != line.Bold) && !line.Content.Contains('@');
}
