namespace HotGigs.Core.Reading.Layout;

/// <summary>A line as it will stand in the text: one or more cells, in the order they are read.</summary>
internal sealed class LayoutLine(IReadOnlyList<IReadOnlyList<PageWord>> cells)
{
    /// <summary>Parts that stand apart on the line: table cells, a date at the right margin. Never empty, nor is a cell.</summary>
    public IReadOnlyList<IReadOnlyList<PageWord>> Cells { get; set; } = cells;

    public float Left { get; } = cells.Min(cell => cell.Min(word => word.Left));

    public float Right { get; } = cells.Max(cell => cell.Max(word => word.Right));

    public float Top { get; } = cells.Min(cell => cell.Min(word => word.Top));

    public float Baseline { get; } = cells[0][0].Baseline;

    /// <summary>Font size of most of its characters, in points; bullets are often larger than their text.</summary>
    public float Size { get; } = MainSize(cells);

    /// <summary>Where the text of a list item starts behind its bullet; <see cref="Left"/> for other lines.</summary>
    public float TextLeft => ListItem && Cells.SelectMany(cell => cell).Skip(1).FirstOrDefault() is { } second ? second.Left : Left;

    public bool ListItem { get; init; }

    public bool BeginsBlock { get; set; }

    public LineKind Kind { get; init; }

    public IEnumerable<PageWord> Words => Cells.SelectMany(cell => cell);

    private static float MainSize(IReadOnlyList<IReadOnlyList<PageWord>> cells)
    {
        float main = 0;
        var most = 0;
        foreach (var size in cells.SelectMany(cell => cell).GroupBy(word => word.Size))
        {
            var characters = size.Sum(word => word.Text.Length);
            if (characters > most || characters == most && size.Key > main)
                (main, most) = (size.Key, characters);
        }

        return main;
    }

    /// <param name="rightToLeft">How the page runs, for rows without letters.</param>
    public static LayoutLine From(Row row, LineKind kind, bool rightToLeft)
    {
        var runsLeft = rightToLeft && (row.Words.Any(RightToLeft.HasLetter) || !row.Words.Any(word => word.Text.Any(char.IsLetter)));
        var cells = row.Segments.Select(segment => RightToLeft.InOrder(segment.Words, runsLeft)).ToArray();
        if (runsLeft)
            Array.Reverse(cells);
        return new LayoutLine(cells) { ListItem = ListMarkers.Starts(cells), Kind = kind };
    }
}
