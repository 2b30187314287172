namespace HotGigs.Core.Parsing.Sections;

/// <summary>How a line looks: what headings of one document have in common.</summary>
internal readonly record struct LineStyle(int HalfPoints, bool Bold, bool Caps, int? Level)
{
    public static LineStyle Of(ResumeLine line) =>
        new((int)MathF.Round(line.Size * 2), line.Bold, IsCaps(line.Content.Raw), line.Line.HeadingLevel);

    public bool Resembles(LineStyle other) => Math.Abs(HalfPoints - other.HalfPoints) <= 1 && Bold == other.Bold && Caps == other.Caps;

    /// <summary>Stands out from body text of the given size.</summary>
    public bool StandsOut(float bodySize) => Bold || Caps || Level is not null || (bodySize > 0 && HalfPoints > bodySize * 2.2f);

    /// <summary>No small letter and at least three capital ones.</summary>
    public static bool IsCaps(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 3;
    }

    /// <summary>The size most of the text is set in; 0 when the document does not say.</summary>
    public static float BodySize(IReadOnlyList<ResumeLine> lines) => lines
        .Where(line => line.Size > 0)
        .GroupBy(line => MathF.Round(line.Size * 2) / 2)
        .OrderByDescending(group => group.Sum(line => line.Content.Length))
        .Select(group => group.Key)
        .FirstOrDefault();
}
