using System.Text;
using System.Text.RegularExpressions;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Finds page headers and footers: rows that come back on several pages, and page numbers.</summary>
internal sealed partial class PageFurniture
{
    /// <summary>Share of the page's height at its top and bottom where furniture can stand.</summary>
    private const float Edge = 0.12f;

    /// <summary>Rows at each edge that are looked at.</summary>
    private const int RowsAtEdge = 4;

    /// <summary>Furniture stands at the same height on each page, in points.</summary>
    private const float SameHeight = 12;

    private readonly HashSet<Row> _rows = new(ReferenceEqualityComparer.Instance);

    /// <param name="pages">The rows of each page from top to bottom.</param>
    /// <param name="heights">Of the pages, in points.</param>
    public static PageFurniture Find(IReadOnlyList<IReadOnlyList<Row>> pages, IReadOnlyList<float> heights)
    {
        var furniture = new PageFurniture();
        var candidates = new List<Candidate>();
        for (var page = 0; page < pages.Count; page++)
            candidates.AddRange(AtEdges(pages[page], heights[page], page));
        foreach (var candidate in candidates)
        {
            if (IsPageNumber(candidate))
                furniture._rows.Add(candidate.Row);
        }

        foreach (var same in candidates.Where(candidate => candidate.Key.Length > 0).GroupBy(candidate => (candidate.AtTop, candidate.Key)))
        {
            var repeated = same.Where(a => same.Any(b => b.Page != a.Page && Math.Abs(b.Row.Baseline - a.Row.Baseline) <= SameHeight)).ToArray();
            var onPages = repeated.Select(candidate => candidate.Page).Distinct().Count();
            if (onPages * 2 < pages.Count)
                continue;

            // The first page's header is where name and contact stand: there it stays text.
            furniture._rows.UnionWith(repeated.Where(candidate => !candidate.AtTop || candidate.Page != repeated[0].Page).Select(candidate => candidate.Row));
        }

        return furniture;
    }

    public bool Holds(Row row) => _rows.Contains(row);

    private static IEnumerable<Candidate> AtEdges(IReadOnlyList<Row> rows, float height, int page)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var fromEnd = rows.Count - 1 - i;
            var atTop = i < RowsAtEdge && rows[i].Bottom < Edge * height;
            if (!atTop && (fromEnd >= RowsAtEdge || rows[i].Top < (1 - Edge) * height))
                continue;
            var text = string.Join(' ', rows[i].Words.Select(word => word.Text));
            yield return new Candidate(rows[i], page, atTop, text, KeyOf(text), i == 0 || fromEnd == 0);
        }
    }

    /// <summary>Letters in lower case, numbers as one sign each; rows with few letters must be equal as they are.</summary>
    private static string KeyOf(string text)
    {
        const int FewestLetters = 3;
        if (text.Count(char.IsLetter) < FewestLetters)
            return text;
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                key.Append(char.ToLowerInvariant(c));
            else if (char.IsDigit(c) && (key.Length == 0 || key[^1] != '#'))
                key.Append('#');
        }

        return key.ToString();
    }

    private static bool IsPageNumber(Candidate candidate)
    {
        const int LongestRow = 80;
        if (candidate.Text.Length > LongestRow)
            return false;
        if (WithWord().IsMatch(candidate.Text) || OfTotal().IsMatch(candidate.Text) && candidate.Outermost)
            return true;
        return candidate.Outermost && int.TryParse(candidate.Text.Trim('-', '–', '|', ' ', '·', '.'), out var number) && number == candidate.Page + 1;
    }

    [GeneratedRegex(@"(^|\W)(page|seite|página|pagina|strona|sayfa|side|sida|sivu|страница|стр\.?|oldal|strana)\s*\d{1,3}(\s*(of|von|de|di|van|z|sur|av|af|из|/|\|)\s*\d{1,3})?\W*$|^\W*第\s*\d+\s*[页頁ページ]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex WithWord();

    [GeneratedRegex(@"^\W*\d{1,2}\s*(of|von|de|di|van|z|sur|av|af|из|/|\|)\s*\d{1,2}\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfTotal();

    private sealed record Candidate(Row Row, int Page, bool AtTop, string Text, string Key, bool Outermost);
}
