namespace HotGigs.Core.Parsing.Sections;

/// <summary>What the lines that are headings by their words have in common.</summary>
/// <param name="Usual">The look of most of them; null when they look like any other line.</param>
/// <param name="Styles">Every look that at least two of them share: main and side columns often differ.</param>
/// <param name="Bullets">They are printed as list items.</param>
/// <param name="Colons">At least half of them end with a colon.</param>
internal sealed record HeadingLook(LineStyle? Usual, IReadOnlyList<LineStyle> Styles, bool Bullets, bool Colons)
{
    public static HeadingLook Of(IReadOnlyList<ResumeLine> lines, SectionKind?[] exact, float body)
    {
        var headings = lines.Where((_, i) => exact[i] is not null).ToList();
        var plain = headings.Where(line => !line.Bullet).ToList();
        var bullets = plain.Count == 0 || headings.Count > plain.Count * 3;
        var used = bullets ? headings : plain;
        var groups = used.Select(LineStyle.Of).GroupBy(style => style).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key.HalfPoints).ToList();
        var colons = used.Count(line => line.Content.Raw.TrimEnd() is [.., ':' or '：']) * 2 >= used.Count && used.Count > 0;
        if (groups.Count == 0 || !groups[0].Key.StandsOut(body) || (groups[0].Count() == 1 && groups.Count > 1 && groups[0].Key.HalfPoints <= body * 2.1f))
            return new HeadingLook(null, [], bullets, colons);
        return new HeadingLook(
            groups[0].Key,
            [.. groups.Where(group => group.Key.Resembles(groups[0].Key) || (group.Count() > 1 && group.Key.StandsOut(body))).Select(group => group.Key)],
            bullets,
            colons);
    }
}
