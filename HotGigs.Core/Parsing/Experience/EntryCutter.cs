using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>One role's lines: those that name it, and those that describe it.</summary>
internal sealed record RoleLines(IReadOnlyList<ResumeLine> Header, IReadOnlyList<ResumeLine> Body, DateRange? Date, bool HasOwnHeader);

/// <summary>Cuts an experience section into roles. Dates are the anchors; how many lines stand above the first date tells how many belong above the others.</summary>
internal static class EntryCutter
{
    /// <summary>Most lines that name one role.</summary>
    private const int MaxAbove = 3;

    public static List<RoleLines> Cut(IReadOnlyList<ResumeLine> lines)
    {
        var anchors = Anchors(lines, bullets: false);
        if (anchors.Count == 0)
            anchors = Anchors(lines, bullets: true);
        if (anchors.Count == 0)
            return CutWithoutDates(lines);
        var bulletsAbove = lines[anchors[0]].Bullet || (anchors[0] > 0 && lines[anchors[0] - 1].Bullet);
        var above = LinesAbove(lines, anchors[0], 0, MaxAbove, bulletsAbove);
        var starts = new int[anchors.Count];
        starts[0] = anchors[0] - above;
        for (var i = 1; i < anchors.Count; i++)
        {
            var limit = Math.Max(above, StartsWithPlainDate(lines[anchors[i]]) && above == 0 ? 0 : above);
            starts[i] = anchors[i] - LinesAbove(lines, anchors[i], anchors[i - 1] + 1, limit, bulletsAbove);
        }

        var roles = new List<RoleLines>(anchors.Count);
        for (var i = 0; i < anchors.Count; i++)
        {
            var end = i + 1 < anchors.Count ? starts[i + 1] : lines.Count;
            roles.Add(Build(lines, starts[i], anchors[i], end));
        }

        return roles;
    }

    private static RoleLines Build(IReadOnlyList<ResumeLine> lines, int start, int anchor, int end)
    {
        var header = new List<ResumeLine>();
        for (var i = start; i <= anchor; i++)
            header.Add(lines[i]);
        var body = anchor + 1;
        while (body < end && header.Count < 5 && Continues(header, lines[body]))
            header.Add(lines[body++]);
        var rest = new List<ResumeLine>();
        for (var i = body; i < end; i++)
            rest.Add(lines[i]);
        var date = lines[anchor].Dates is { Count: > 0 } dates ? dates.FirstOrDefault(range => range.IsRange) ?? dates[0] : null;
        return new RoleLines(header, rest, date, start < anchor);
    }

    /// <summary>The line below still names the role: something is missing yet, and the line is short and no sentence.</summary>
    private static bool Continues(List<ResumeLine> header, ResumeLine line)
    {
        if (line.Bullet || !IsNameable(line, bullets: false) || line.Dates.Any(date => date.IsRange))
            return false;
        var parts = HeaderReader.Read(header);
        if (parts.Pieces.Count == 0)
            return true;
        if (PlaceReader.Read(line.Content) is not null)
            return parts.Place is null;
        var named = HeaderReader.Read([line]);
        if (named.Pieces.Count == 0)
            return true;
        var piece = named.Pieces[0];
        if (parts.Pieces.Count == 1 && Assignment.Split(parts.Pieces[0]) is null)
            return line.Content.Raw.Count(',') < 3 || piece.Title >= 0.6 || piece.Company >= 0.7;
        var hasTitle = parts.Pieces.Any(known => known.Title >= 0.5) || parts.Pieces.Any(known => Assignment.Split(known) is not null);
        return (!hasTitle && piece.Title >= 0.5)
            || (!parts.Pieces.Any(known => known.Title < 0.5 || known.Company >= 0.6) && piece.Company >= 0.6 && piece.Title < 0.5);
    }

    private static int LinesAbove(IReadOnlyList<ResumeLine> lines, int anchor, int floor, int limit, bool bullets)
    {
        var count = 0;
        var spare = 0;
        while (count < limit + spare && anchor - count - 1 >= floor && IsNameable(lines[anchor - count - 1], bullets))
        {
            var line = lines[anchor - count - 1];

            // The anchor of the line above is not ours.
            if (line.Dates.Any(date => date.IsRange) && WordsBesideDates(line) <= 14)
                break;

            // Where the role before was worked belongs to that role.
            if (anchor - count - 2 >= 0 && count > 0 && lines[anchor - count - 2].Dates.Any(date => date.IsRange) && PlaceReader.Read(line.Content) is not null)
                break;
            if (HeaderReader.IsDuration(line.Content))
                spare++;
            count++;
        }

        return count;
    }

    /// <summary>Short, no sentence, no label of a description.</summary>
    private static bool IsNameable(ResumeLine line, bool bullets)
    {
        if ((line.Bullet && !bullets) || line.Content.Length > 130 || Prose.IsLikely(line.Content))
            return false;
        var mark = line.Content.Raw.IndexOfAny(':', '：');
        if (mark < 0)
            return true;
        if (mark == line.Content.Length - 1)
            return false;
        var parts = HeaderReader.Read([line]);
        return parts.Pieces.Count == 0 || parts.Pieces.Any(piece => piece.Title >= 0.5 || piece.Company >= 0.6) || parts.Place is not null;
    }

    private static List<int> Anchors(IReadOnlyList<ResumeLine> lines, bool bullets)
    {
        var anchors = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsAnchor(lines[i], bullets))
                anchors.Add(i);
        }

        return anchors;
    }

    private static bool IsAnchor(ResumeLine line, bool bullets)
    {
        if (line.Dates.Count is 0 or > 3)
            return false;
        var beside = WordsBesideDates(line);
        if (line.Dates is [var once, var again] && once.Start?.Date == again.Start?.Date && once.End?.Date == again.End?.Date)
            beside /= 2;
        if (line.Bullet && !bullets && beside > 1)
            return false;
        if (beside > 16 || (line.Bullet && beside > 10))
            return false;
        foreach (var stretch in HeaderReader.WithoutDates(line))
        {
            var text = stretch.TrimEdges();
            if (text.WordCount >= 4 && Prose.IsLikely(text) && !text.Contains('\t') && TitleWords.Score(text) < 0.7)
                return false;
        }

        var range = line.Dates.FirstOrDefault(date => date.IsRange);
        if (range is not null)
            return !line.Bullet || beside <= 1 || IsNamed(line);
        var single = line.Dates[^1];
        if (line.Bullet)
            return false;
        if (beside == 0)
            return true;
        var ownCell = line.Cells.Any(cell => single.Slice.Start <= cell.Start && single.Slice.End >= cell.End);
        var atEdge = single.Slice.Start == line.Content.Start || line.Content.After(single.Slice.End).TrimEdges().IsEmpty;
        return ownCell || (atEdge && IsNamed(line));
    }

    private static bool IsNamed(ResumeLine line) =>
        HeaderReader.Read([line]).Pieces.Any(piece => piece.Title >= 0.6 || piece.Company >= 0.6);

    private static int WordsBesideDates(ResumeLine line) => HeaderReader.WithoutDates(line).Sum(stretch => stretch.WordCount);

    private static bool StartsWithPlainDate(ResumeLine line) => line.Dates.Count > 0 && line.Dates[0].Slice.Start == line.Content.Start;

    /// <summary>No date anywhere: a role begins with a line that carries a title, in a new block or in bold.</summary>
    private static List<RoleLines> CutWithoutDates(IReadOnlyList<ResumeLine> lines)
    {
        var roles = new List<RoleLines>();
        var starts = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Bullet || !IsNameable(lines[i], bullets: false) || !(lines[i].Bold || i == 0 || lines[i].Block != lines[i - 1].Block))
                continue;
            var next = i + 1 < lines.Count && IsNameable(lines[i + 1], bullets: false) && !lines[i + 1].Bullet ? lines[i + 1] : null;
            if (TitleWords.Score(lines[i].Content) >= 0.5 || CompanyWords.Score(lines[i].Content) >= 0.7 || (next is not null && TitleWords.Score(next.Content) >= 0.6))
            {
                starts.Add(i);
                if (next is not null)
                    i++;
            }
        }

        for (var i = 0; i < starts.Count; i++)
            roles.Add(Build(lines, starts[i], starts[i], i + 1 < starts.Count ? starts[i + 1] : lines.Count) with { Date = null });
        return roles;
    }
}
