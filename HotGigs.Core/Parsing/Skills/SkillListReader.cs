using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Skills;

/// <summary>A skill as a person lists it.</summary>
internal sealed record ListedItem(Slice Text, Slice? Level);

/// <summary>Takes the lines of a skill section apart into single skills.</summary>
internal static class SkillListReader
{
    /// <summary>Longest listed skill in words; longer items are sentences.</summary>
    private const int MaxWords = 7;

    /// <summary>Skills taken from one section; longer lists are stuffing.</summary>
    private const int MaxItems = 400;

    private static readonly PhraseTable<bool> Levels = Lexicon.Phrases("proficiency", "level");

    /// <param name="sentences">Pieces too long to be one skill; skills may be named in them.</param>
    public static List<ListedItem> Read(IReadOnlyList<ResumeLine> lines, List<Slice> sentences)
    {
        var items = new List<ListedItem>();
        var joined = Join(lines);
        for (var i = 0; i < joined.Count; i++)
        {
            var (line, text, label) = joined[i];
            if (label || IsGroupLabel(joined, i) || NamesLanguages(text))
                continue;
            foreach (var piece in Pieces.OfList(WithoutLabel(text)))
            {
                var item = ToItem(piece);
                if (item is null)
                    sentences.Add(piece);
                else if (items.Count < MaxItems && !items.Exists(known => known.Text.Folded.SequenceEqual(item.Text.Folded)))
                    items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Puts lines together that one list wrapped over.</summary>
    private static List<(ResumeLine Line, Slice Text, bool Label)> Join(IReadOnlyList<ResumeLine> lines)
    {
        var joined = new List<(ResumeLine Line, Slice Text, bool Label)>();
        var widest = lines.Count == 0 ? 0 : lines.Max(line => line.Content.Length);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && Continues(joined[^1].Line, joined[^1].Text, line, widest))
            {
                var (first, text, _) = joined[^1];
                joined[^1] = (line, text.Source.Between(text.Start, line.Content.End), false);
                continue;
            }

            joined.Add((line, line.Content, line.Content.Raw.TrimEnd() is [.., ':' or '：']));
        }

        return joined;
    }

    private static bool Continues(ResumeLine above, Slice text, ResumeLine line, int widest)
    {
        if (line.Bullet || line.Bold != above.Bold || line.Cells.Count > 1 || Math.Abs(line.Size - above.Size) > 0.6f || HasLabel(line.Content))
            return false;
        if (text.Raw.TrimEnd() is [.., ',' or '、' or '，' or '/' or '&' or '('])
            return true;
        if (line.Block != above.Block || !text.Contains(','))
            return above.Bullet && line.Block == above.Block && char.IsLower(line.Content[0]) && above.Words >= 5;

        // The list runs on when its line was full, or when the next one begins in the middle of a skill.
        return char.IsLower(line.Content[0]) || line.Content[0] == '(' || (above.Content.Length > 30 && above.Content.Length + FirstWord(line.Content) > widest * 0.85);
    }

    /// <summary>"Languages: English, German" within a skill section is read as spoken languages; "Languages: Python" is not.</summary>
    private static bool NamesLanguages(Slice text)
    {
        var mark = text.Raw.IndexOfAny(':', '：', '\t');
        return mark > 0 && (Headings.Exact(text.Sub(0, mark)) == SectionKind.Languages || Lists.LanguageReader.IsTongueLabel(text)) && Lists.LanguageReader.BeginsWithLanguage(text.From(mark + 1).TrimEdges());
    }

    private static int FirstWord(Slice text)
    {
        var blank = text.Raw.IndexOfAny(' ', ',');
        return blank < 0 ? text.Length : blank;
    }

    /// <summary>A short line over a list of its own: "Web Technologies", "Advanced".</summary>
    private static bool IsGroupLabel(List<(ResumeLine Line, Slice Text, bool Label)> lines, int index)
    {
        var (line, text, _) = lines[index];
        if (Levels.TryGet(text.TrimEdges().Folded, out _))
            return true;
        if (line.Bullet || text.Contains(',') || text.Contains('\t') || text.WordCount > 5)
            return false;
        for (var next = index + 1; next < lines.Count && next <= index + 2; next++)
        {
            var below = lines[next].Text;
            if (Levels.TryGet(below.TrimEdges().Folded, out _))
                continue;
            var list = below.Raw.Count(',') >= 1 || below.Raw.Count("  ") >= 1 || (lines[next].Line.Bullet && !line.Bullet);
            var distinct = lines[next].Line.Bold != line.Bold || Math.Abs(lines[next].Line.Size - line.Size) > 0.6f;
            return list && (distinct || lines.Count(other => !other.Line.Bullet && !other.Text.Contains(',') && other.Text.Raw.Count("  ") == 0) * 3 <= lines.Count * 2);
        }

        return false;
    }

    private static bool HasLabel(Slice text)
    {
        var mark = text.Raw.IndexOfAny(':', '：');
        return mark > 0 && mark < 45 && text.Sub(0, mark).WordCount <= 5;
    }

    /// <summary>"Languages: Python, Java" without the group's name; "Python: 5 years" keeps its name.</summary>
    private static Slice WithoutLabel(Slice text)
    {
        var mark = text.Raw.IndexOfAny(':', '：');
        if (mark is <= 0 or > 60)
        {
            // "Programming Languages - Python, Java", or a table row's first cell before its list.
            var cell = text.Raw.IndexOf('\t');
            if (cell > 0 && text.From(cell + 1).Contains(',') && !text.Sub(0, cell).Contains(',') && text.Sub(0, cell).WordCount <= 5)
                return text.From(cell + 1);
            foreach (var dash in (ReadOnlySpan<string>)[" - ", " – ", " — "])
            {
                var at = text.Raw.IndexOf(dash);
                if (at > 0 && !text.Sub(0, at).Contains(',') && text.Sub(0, at).WordCount <= 4 && text.From(at + 3).Raw.Count(',') >= 1)
                    return text.From(at + 3);
            }

            return text;
        }

        var label = text.Sub(0, mark);
        var rest = text.From(mark + 1).TrimEdges();
        if (label.Contains(',') || label.Contains('(') || label.WordCount > 6 || rest.IsEmpty)
            return text;
        return Levels.TryGet(rest.Folded, out _) || IsYears(rest) ? text : rest;
    }

    private static ListedItem? ToItem(Slice piece)
    {
        var text = piece.TrimEdges();
        Slice? level = null;
        if (text.Length > 0 && text[^1] == '.' && text.WordCount > 1)
            text = text.Sub(0, text.Length - 1).TrimEdges();

        // "Python (5 years)", "Python – Advanced", "Python: expert", "and Kubernetes"
        var bracket = text.Raw.LastIndexOf('(');
        if (bracket > 0 && text[^1] == ')')
        {
            var inside = text.Sub(bracket + 1, text.Length - bracket - 2).TrimEdges();
            if (IsLevel(inside))
                (text, level) = (text.Sub(0, bracket).TrimEdges(), inside);
        }

        foreach (var dash in (ReadOnlySpan<string>)[" - ", " – ", " — ", ": ", "：", "  "])
        {
            var at = text.Raw.IndexOf(dash);
            if (at > 0 && IsLevel(text.From(at + dash.Length).TrimEdges()))
                (text, level) = (text.Sub(0, at).TrimEdges(), text.From(at + dash.Length).TrimEdges());
        }

        foreach (var lead in (ReadOnlySpan<string>)["proficient in ", "proficient with ", "experienced in ", "experience with ", "experience in ", "knowledge of ", "familiar with ", "skilled in ", "kenntnisse in ", "熟练掌握", "熟练使用", "熟悉", "精通", "掌握", "了解", "熟练", "and ", "und ", "et ", "y ", "e ", "i ", "en ", "ve ", "& ", "etc", "or ", "including "])
        {
            if (text.Folded.StartsWith(lead, StringComparison.Ordinal) && text.WordCount > 1)
                text = text.From(lead.Length).TrimEdges();
        }

        if (text.IsEmpty || !text.HasLetter && text.Length > 6 || text.WordCount > MaxWords || text.Length > 80 || text.Length < 1 || !IsSkillLike(text))
            return null;
        return new ListedItem(text, level);
    }

    private static bool IsSkillLike(Slice text)
    {
        if (!text.HasLetter)
            return text.Length == 4 && char.IsAsciiDigit(text[0]);
        if (Levels.TryGet(text.Folded, out _) || text.Folded is "etc" or "etc." or "others" or "more" or "and more" or "und" or "and")
            return false;
        return !text.Contains('@') && !text.Folded.StartsWith("http", StringComparison.Ordinal);
    }

    private static bool IsLevel(Slice text) => !text.IsEmpty && (Levels.TryGet(text.Folded, out _) || IsYears(text) || IsFraction(text));

    private static bool IsYears(Slice text)
    {
        var folded = text.Folded;
        return folded.Length > 0 && char.IsAsciiDigit(folded[0]) && text.WordCount <= 4
            && (folded.Contains("year", StringComparison.Ordinal) || folded.Contains("yr", StringComparison.Ordinal) || folded.Contains("jahr", StringComparison.Ordinal) || folded.Contains("ans", StringComparison.Ordinal)
                || folded.Contains("ano", StringComparison.Ordinal) || folded.Contains("month", StringComparison.Ordinal) || folded.Contains('年') || folded.Contains("anni", StringComparison.Ordinal) || folded[^1] == '%');
    }

    private static bool IsFraction(Slice text)
    {
        foreach (var c in text.Folded)
        {
            if (!(char.IsAsciiDigit(c) || c is '/' or '%' or '.' or ' ' or '*' or '★' or '☆' or '●' or '○'))
                return false;
        }

        return text.Length <= 7;
    }
}
