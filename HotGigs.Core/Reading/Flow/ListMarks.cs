namespace HotGigs.Core.Reading.Flow;

/// <summary>Bullets that authors type by hand.</summary>
internal static class ListMarks
{
    private const string Bullets = "•·▪▫◦‣⁃●○■□◆◇►▸➢➤✓✔–—-*o»";

    public static bool StartsWithMark(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.Length > 2 && Bullets.Contains(text[0], StringComparison.Ordinal) && text[1] is ' ' or '\t' or '\u00A0';
    }
}
