using System.Globalization;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Tells the bullets and numbers that start list items.</summary>
internal static class ListMarkers
{
    private const string Bullets = "•▪●◦■□▫○◆◇♦❖➢➤►▶▸▹‣⁃∙·✓✔✦✧★☆→⇒»›☐☑✗❑❒❏⦿⚫⬤";

    /// <summary>Bullets only when they stand alone in front of text.</summary>
    private const string Dashes = "-–—−*+~o§";

    /// <summary>Highest number that starts an item; above it stand years and amounts.</summary>
    private const int HighestNumber = 40;

    public static bool Starts(IReadOnlyList<IReadOnlyList<PageWord>> cells)
    {
        var first = cells[0][0].Text;
        var alone = cells.Sum(cell => cell.Count) == 1;
        if (IsBullet(first))
            return true;
        if (alone)
            return first.Length > 1 && Bullets.Contains(first[0]);
        return first.Length > 1 && Bullets.Contains(first[0]) || first.Length == 1 && Dashes.Contains(first[0]) || IsNumber(first);
    }

    public static bool IsBullet(string text) => text.Length == 1 && Bullets.Contains(text[0]);

    /// <summary><c>1.</c> <c>2)</c> <c>(3)</c> <c>a)</c> <c>iv.</c></summary>
    private static bool IsNumber(string text)
    {
        if (text.Length < 2 || text[^1] is not ('.' or ')'))
            return false;
        var inner = text.AsSpan(0, text.Length - 1);
        if (inner[0] == '(')
            inner = inner[1..];
        if (inner.Length is 0 or > 3)
            return false;
        if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and <= HighestNumber;
        return text[^1] == ')' && inner.Length == 1 && char.IsAsciiLetter(inner[0]) || inner.Length > 1 && inner.IndexOfAnyExcept("ivx") < 0;
    }
}
