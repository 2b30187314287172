namespace HotGigs.Core.Reading.Flow;

/// <summary>Turns a table row into lines, as a person would read it aloud.</summary>
/// <remarks>
/// Résumés use tables for three things. As a grid (<c>Title | Company | 2019</c>): one line, cells set apart by tabs. As a margin for
/// dates or places beside an entry: the short cell goes onto the entry's first line. As page columns: one cell after the other.
/// </remarks>
internal static class FlowTable
{
    /// <summary>Longest text of a cell that still reads as a note beside its neighbour.</summary>
    private const int MarginLength = 40;

    /// <summary>Longest line made by joining cells; longer ones are prose in columns.</summary>
    private const int GridLineLength = 400;

    /// <summary>Most lines of cells that are read across, line by line.</summary>
    private const int AcrossLines = 4;

    /// <param name="afterGridRow">The row before it was one line too, so that both stand in one block.</param>
    /// <returns>Whether the row became one line.</returns>
    public static bool AddRow(IReadOnlyList<List<FlowLine>> cells, List<FlowLine> lines, bool afterGridRow)
    {
        var full = cells.Where(cell => cell.Exists(line => !line.IsBlank)).ToList();
        foreach (var blank in cells.Except(full).SelectMany(cell => cell).Where(line => line.Parts.Exists(part => part.Link is not null)))
            lines.Add(blank);
        foreach (var cell in full)
            cell.RemoveAll(line => line.IsBlank && !line.Parts.Exists(part => part.Link is not null));
        if (full.Count == 0)
            return afterGridRow;
        if (full.Count > 1 && IsGrid(full))
        {
            lines.Add(Join(full.Select(cell => cell[0]), !afterGridRow));
            return true;
        }

        if (full.Count > 1 && IsReadAcross(full))
            AddAcross(full, lines);
        else if (full.Count > 1 && MarginOf(full) is { } margin)
            AddWithMargin(full, margin, lines);
        else
            lines.AddRange(full.SelectMany(StartBlock));
        return false;
    }

    private static bool IsGrid(List<List<FlowLine>> cells) =>
        cells.TrueForAll(cell => cell.Count == 1 && cell[0].HeadingLevel is null) && cells.Sum(cell => cell[0].Length) <= GridLineLength;

    /// <summary>Company and title left, place and dates right: as many short lines on both sides.</summary>
    private static bool IsReadAcross(List<List<FlowLine>> cells)
    {
        var count = cells[0].Count;
        return count is > 1 and <= AcrossLines
            && cells.TrueForAll(cell => cell.Count == count && cell.TrueForAll(line => line.HeadingLevel is null && !line.ListItem))
            && cells[^1].TrueForAll(line => line.Length <= MarginLength && line.Text.AsSpan().ContainsAnyInRange('0', '9'));
    }

    /// <summary>The one cell that is a date or place beside an entry; null when the row is something else.</summary>
    private static int? MarginOf(List<List<FlowLine>> cells)
    {
        if (cells.Count != 2)
            return null;
        if (IsMargin(cells[1]) && cells[0][0] is { ListItem: false, Length: <= 3 * MarginLength })
            return 1;
        return IsMargin(cells[0]) && cells[1][0] is { ListItem: false } ? 0 : null;

        static bool IsMargin(List<FlowLine> cell) =>
            cell.Count == 1 && cell[0] is { HeadingLevel: null, Length: <= MarginLength } line
            && line.Text.AsSpan().ContainsAnyInRange('0', '9');
    }

    private static void AddWithMargin(List<List<FlowLine>> cells, int margin, List<FlowLine> lines)
    {
        var entry = cells[1 - margin];
        var first = Join([cells[0][0], cells[1][0]], true);
        first.HeadingLevel = entry[0].HeadingLevel;
        lines.Add(first);
        lines.AddRange(entry.Skip(1));
    }

    private static void AddAcross(List<List<FlowLine>> cells, List<FlowLine> lines)
    {
        for (var i = 0; i < cells[0].Count; i++)
            lines.Add(Join(cells.Select(cell => cell[i]), i == 0));
    }

    private static FlowLine Join(IEnumerable<FlowLine> cells, bool startsBlock)
    {
        var joined = new FlowLine { StartsBlock = startsBlock };
        foreach (var cell in cells)
        {
            if (joined.Parts.Count > 0)
                joined.Parts.Add(new FlowPart("\t", default, null));
            else
                joined.ListItem = cell.ListItem;
            joined.Parts.AddRange(cell.Parts);
        }

        return joined;
    }

    private static List<FlowLine> StartBlock(List<FlowLine> cell)
    {
        cell[0].StartsBlock = true;
        return cell;
    }
}
