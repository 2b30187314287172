using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Sections;

/// <summary>Turns the document's lines into the parser's: bullets off, page numbers and running footers out, broken date columns mended.</summary>
internal static class LineReader
{
    private const string Bullets = "•●○■□▪▫◦‣⁃∙·►▶▸➢➤➔→✓✔✦✧❖◆◇★☆§*»–—-o✅✱⚫⦁♦¤";

    /// <summary>Lines looked at; ten times the longest résumé we have seen. What follows is not parsed.</summary>
    private const int MaxLines = 4_000;

    /// <summary>Characters of one line looked at; a paragraph of a résumé has a few thousand.</summary>
    private const int MaxLineLength = 8_000;

    public static IReadOnlyList<ResumeLine> Read(Document document, SourceText source)
    {
        var lines = new List<ResumeLine>(document.Lines.Count);
        var pendingBullet = false;
        foreach (var line in document.Lines)
        {
            if (line.Kind is LineKind.LinkTarget or LineKind.Footnote)
                continue;
            if (lines.Count == MaxLines)
                break;
            var content = source.Between(line.Span.Start, Math.Min(line.Span.End, line.Span.Start + MaxLineLength)).TrimBlanks();
            var bullet = line.ListItem | pendingBullet;
            var bare = WithoutBullet(content).Undoubled();
            bullet |= bare.Start > content.Start;
            pendingBullet = bare.IsEmpty && bullet;
            if (bare.IsEmpty || IsPageNumber(bare))
                continue;
            lines.Add(new ResumeLine(line, bare, bullet, lines.Count));
        }

        MendBrokenRanges(lines);
        return lines;
    }

    private static Slice WithoutBullet(Slice content)
    {
        var rest = content;
        while (rest.Length > 0)
        {
            var c = rest[0];
            var isBullet = Bullets.Contains(c, StringComparison.Ordinal) || c is >= '\uE000' and <= '\uF8FF' || c == '\uFFFD';
            if (!isBullet)
                break;
            var alone = rest.Length == 1 || char.IsWhiteSpace(rest[1]);
            if (c is 'o' or '-' or '–' or '—' or '*' or '§' && !alone && !(c is '-' or '*' or '–' or '§' && rest.Length > 1 && char.IsLetter(rest[1])))
                break;
            rest = rest.From(1).TrimBlanks();
        }

        return rest;
    }

    /// <summary>"3", "1/2", "Page 1 of 2", "- 2 -".</summary>
    private static bool IsPageNumber(Slice content)
    {
        if (content.Length > 16)
            return false;
        var digits = 0;
        var folded = content.Folded;
        foreach (var c in folded)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsLetter(c) && !folded.StartsWith("page", StringComparison.Ordinal) && !folded.StartsWith("seite", StringComparison.Ordinal))
                return false;
        }

        return digits is > 0 and <= 2 || (digits is > 0 and <= 4 && (folded.Contains('/') || folded[0] is 'p' or 's') && content.WordCount <= 4);
    }

    /// <summary>A narrow date column prints "2017 –" and, one line down, "Present": the range is put together on its first line.</summary>
    private static void MendBrokenRanges(List<ResumeLine> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (upper, lower) = (lines[i], lines[i + 1]);
            if (i + 2 < lines.Count && lower.Content.Length <= 8 && DateWords.To.TryGet(lower.Content.Folded, out _) && upper.Dates is [{ IsRange: false, End: { } opening } alone]
                && upper.Content.After(alone.Slice.End).IsEmpty && DateReader.ReadEnd(lines[i + 2].Content) is { } closing && lines[i + 2].Content.After(closing.Slice.End).TrimEdges().IsEmpty)
            {
                // "September 2009", "to", "Current" on three lines.
                upper.ReplaceDates([alone with { Start = opening, End = closing.End, Present = closing.Present, Rest = closing.Slice }]);
                lines.RemoveRange(i + 1, 2);
                continue;
            }

            if (upper.Dates.Count != 1 || upper.Dates[0] is not { IsRange: false, End: { } first } single)
                continue;
            var cell = upper.Cells.FirstOrDefault(c => c.Start <= first.Span.Start && c.End >= first.Span.End);
            if (cell.Source is null || !EndsOpen(cell, single))
                continue;
            var end = lower.Cells.Select(c => (Cell: c, Date: DateReader.ReadEnd(c)))
                .FirstOrDefault(pair => pair.Date is { } date && (pair.Cell.Start == lower.Content.Start || pair.Cell.After(date.Slice.End).TrimEdges().IsEmpty));
            if (end.Date is not { } found || lower.Dates.Any(date => date.IsRange))
                continue;
            upper.ReplaceDates([single with { Start = first, End = found.End, Present = found.Present, Rest = found.Slice }]);
            var rest = lower.Content.After(found.Slice.End).TrimBlanks();
            lines[i + 1] = new ResumeLine(lower.Line, rest.IsEmpty || found.Slice.Start > lower.Content.Start ? lower.Content : rest, lower.Bullet, lower.Index);
            if (rest.IsEmpty || found.Slice.Start > lower.Content.Start)
                lines[i + 1].ReplaceDates([found]);
        }
    }

    private static bool EndsOpen(Slice cell, DateRange date)
    {
        var tail = cell.After(date.Slice.End).TrimBlanks();
        return tail.Length > 0 && tail[0] is '-' or '–' or '—' or '−' or '‐' or '~' && (tail.Length <= 2 || (tail[1] == ' ' && cell.Start == date.Slice.Start)) || (tail.Length > 0 && DateWords.To.TryGet(tail.Folded, out _));
    }
}
