using System.Globalization;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Tells the bullets and numbers that start list items.</summary>
internal static class ListMarkers
{
    private const string Bullets = "•▪●◦■□▫○◆◇♦❖➢➤►▶▸▹‣⁃∙·✓✔✦✧★☆→⇒»›☐☑✗❑❒❏⦿⚫⬤";

    /// <summary>Bullets only when they stand alone in front of text.</summary>
    private const string Dashes = "-–—−*+~";

    /// <summary>Highest number that starts an item; above it stand years and amounts.</summary>
    private const int HighestNumber = 40;

    /// <summary>The cells of a line begin with a marker and text behind it, or are a bullet alone.</summary>
    public static bool Starts(IReadOnlyList<IReadOnlyList<PageWord>> cells)
    {
        var first = cells[0][0];
        var second = cells[0].Count > 1 ? cells[0][1] : cells.Count > 1 ? cells[1][0] : null;
        return second is not null && IsMarker(first, second) || first.Text.Length > 0 && Bullets.Contains(first.Text[0]);
    }

    /// <summary>The first word marks what follows it as a list item. Word processors draw the second level's bullet as an <c>o</c> of another font.</summary>
    public static bool IsMarker(PageWord first, PageWord second) =>
        IsBullet(first.Text) || first.Text.Length == 1 && Dashes.Contains(first.Text[0]) || IsNumber(first.Text)
        || first.Text is "o" or "§" && first.Font != second.Font;

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
