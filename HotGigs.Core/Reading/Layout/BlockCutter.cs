namespace HotGigs.Core.Reading.Layout;

/// <summary>Cuts the lines of a stretch into blocks: headings, paragraphs, list items.</summary>
internal static class BlockCutter
{
    /// <summary>A line further below than this many usual distances begins a block.</summary>
    private const float ParagraphGap = 1.25f;

    /// <summary>In font sizes: a smaller shift of the left edge is no indentation.</summary>
    private const float Indent = 0.8f;

    public static void Cut(IReadOnlyList<LayoutLine> lines)
    {
        if (lines.Count == 0)
            return;
        var pitch = UsualPitch(lines);
        var first = lines[0];
        first.BeginsBlock = true;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!BeginsBlock(lines[i], lines[i - 1], first, pitch))
                continue;
            lines[i].BeginsBlock = true;
            first = lines[i];
        }
    }

    private static bool BeginsBlock(LayoutLine line, LayoutLine above, LayoutLine first, float pitch)
    {
        if (line.ListItem)
            return true;
        var size = Math.Min(line.Size, above.Size);
        return line.Baseline - above.Baseline > ParagraphGap * pitch * Math.Max(line.Size, above.Size) || line.Baseline < above.Baseline - size
            || LineStyle.Of(line).DiffersFrom(LineStyle.Of(above)) || IsShifted(line, above, first, size);
    }

    /// <summary>Indented or outdented against the paragraph it would continue.</summary>
    private static bool IsShifted(LayoutLine line, LayoutLine above, LayoutLine first, float size)
    {
        var limit = Indent * size;
        if (first.ListItem)
            return line.Left < first.TextLeft - limit && Math.Abs(line.Left - above.Left) > limit || line.Left < first.Left - limit
                || line.Left > first.TextLeft + limit && line.Left > above.Left + limit;
        var shift = line.Left - above.Left;
        if (Math.Abs(shift) <= limit || above.Cells.Any(cell => Math.Abs(line.Left - cell[0].Left) <= limit))
            return false;
        var centred = Math.Abs(line.Left + line.Right - above.Left - above.Right) < size;
        var rightAligned = Math.Abs(line.Right - above.Right) < 0.3f * size && above.Cells.Count == 1 && line.Cells.Count == 1;
        var secondLine = ReferenceEquals(above, first);
        return !centred && !rightAligned && !(secondLine && Math.Abs(shift) < 4 * size && above.Right >= line.Right - 3 * size);
    }

    /// <summary>Usual distance of baselines in font sizes: what a third of the neighbouring lines of one size stay below.</summary>
    private static float UsualPitch(IReadOnlyList<LayoutLine> lines)
    {
        const float Narrowest = 1.0f, Widest = 1.9f, Typical = 1.2f;
        var distances = new List<float>(lines.Count);
        for (var i = 1; i < lines.Count; i++)
        {
            var distance = lines[i].Baseline - lines[i - 1].Baseline;
            if (distance > 0 && Math.Abs(lines[i].Size - lines[i - 1].Size) < 0.1f * lines[i].Size)
                distances.Add(distance / lines[i].Size);
        }

        if (distances.Count == 0)
            return Typical;
        distances.Sort();
        return Math.Clamp(distances[distances.Count / 3], Narrowest, Widest);
    }
}
