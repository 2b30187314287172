using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Lists;

/// <summary>Reads sections that are lists of named things: certifications, publications, projects, volunteering, awards.</summary>
internal static class ItemReader
{
    /// <summary>Certificates: every line that names one; issuers, places and dates around it are left out.</summary>
    public static List<Field<string>> Certificates(IEnumerable<Section> sections)
    {
        var found = new List<Field<string>>();
        foreach (var section in sections)
        {
            ResumeLine? above = null;
            var first = FirstOfBlocks(section.Lines);
            foreach (var line in section.Lines)
            {
                if (first is not null && !first.Contains(line.Index))
                    continue;
                var text = Name(line);
                var follows = above is not null && !line.Bullet && !above.Bullet && above.Block == line.Block;
                if (text.IsEmpty || !text.HasLetter || text.WordCount > 20 || (Prose.IsLikely(text) && text.WordCount > 12))
                {
                    above = text.IsEmpty ? null : above;
                    continue;
                }

                // A wrapped name goes on; an issuer below a name does not start another.
                if (follows && found.Count > 0)
                {
                    if (above!.Content.Length > 40 && above.Dates.Count == 0 && (char.IsLower(text[0]) || text[0] == '(' || above.Content.Raw.TrimEnd() is [.., ',' or '-']))
                    {
                        var start = found[^1].Spans[0].Start;
                        var whole = text.Source.Between(start, text.End);
                        found[^1] = new Field<string>(whole.Value, [whole.Span], 0.8);
                        above = line;
                        continue;
                    }

                    if (text[0] == '(' || char.IsLower(text[0]))
                    {
                        var whole = text.Source.Between(found[^1].Spans[0].Start, text.End);
                        found[^1] = new Field<string>(whole.Value, [whole.Span], 0.75);
                        above = line;
                        continue;
                    }

                    if (IsIssuer(line, above, section.Lines))
                        continue;
                }

                found.Add(new Field<string>(text.Value, [text.Span], 0.8));
                above = line;
            }
        }

        return found;
    }

    /// <summary>Names where every block is a name, who gave it and when; null where lines are not grouped like that.</summary>
    private static HashSet<int>? FirstOfBlocks(IReadOnlyList<ResumeLine> lines)
    {
        var blocks = lines.Where(line => !line.Bullet).GroupBy(line => line.Block).ToList();
        return blocks.Count > 0 && blocks.All(block => block.Count() is >= 2 and <= 5 && block.First().Dates.Count == 0 && block.Skip(1).Any(line => line.Dates.Count > 0))
            ? [.. blocks.Select(block => block.First().Index), .. lines.Where(line => line.Bullet).Select(line => line.Index)]
            : null;
    }

    /// <summary>The first line of each item: a bullet, a new block, a dated line.</summary>
    public static List<Field<string>> Titles(IEnumerable<Section> sections)
    {
        var found = new List<Field<string>>();
        foreach (var section in sections)
        {
            var hasPlain = section.Lines.Any(line => !line.Bullet);
            ResumeLine? above = null;
            foreach (var line in section.Lines)
            {
                var begins = above is null || (hasPlain ? !line.Bullet && (above.Bullet || line.Dates.Count > 0 || (line.Block != above.Block && (line.Bold || !above.Bold))) : line.Bullet);
                above = line;
                var text = Name(line);
                if (begins && text.HasLetter && text.Length <= 300)
                    found.Add(new Field<string>(text.Value, [text.Span], 0.7));
            }
        }

        return found;
    }

    /// <summary>The words of a line without its dates.</summary>
    private static Slice Name(ResumeLine line)
    {
        foreach (var stretch in HeaderReader.WithoutDates(line))
        {
            var text = stretch.TrimEdges();
            var tab = text.Raw.IndexOf('\t');
            if (tab > 0)
                text = text.Sub(0, tab).TrimEdges();
            if (text.HasLetter)
                return text;
        }

        return line.Content.From(line.Content.Length);
    }

    /// <summary>Under a name stands who gave it: lines in pairs, the second of another look or with company words.</summary>
    private static bool IsIssuer(ResumeLine line, ResumeLine above, IReadOnlyList<ResumeLine> all) =>
        (above.Bold && !line.Bold) || above.Size > line.Size + 0.4f || (above.Dates.Count == 0 && line.Dates.Count > 0 && all.Count <= 12 && line.Words <= 6) || CompanyWords.Score(line.Content) >= 0.9;
}
