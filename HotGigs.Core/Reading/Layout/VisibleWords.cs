namespace HotGigs.Core.Reading.Layout;

/// <summary>The words a reader of the page sees, made ready to be put in rows.</summary>
internal static class VisibleWords
{
    /// <summary>Words that are upright, once the page is turned as most of its text runs.</summary>
    /// <param name="words">All words of the page in the order of painting.</param>
    /// <returns>For each direction of text its words; the direction of most text comes first.</returns>
    public static IReadOnlyList<IReadOnlyList<PageWord>> ByDirection(IReadOnlyList<SourceWord> words)
    {
        var directions = new List<PageWord>[4];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Hidden is not null || IconGlyphs.TextOf(word.Text, word.Font) is not { } text)
                continue;
            var turned = Turn(PageWord.From(word, i) with { Text = text }, word.Angle);
            (directions[word.Angle / 90 & 3] ??= []).Add(turned);
        }

        return [.. directions.Where(direction => direction is not null).OrderByDescending(Letters).Select(Prepare)];
    }

    private static int Letters(List<PageWord> words) => words.Sum(word => word.Text.Length);

    private static List<PageWord> Prepare(List<PageWord> words)
    {
        ArabicLetters.MakeLogical(words);
        DropCaps.Attach(words);
        Superscripts.Attach(words);
        return words;
    }

    /// <summary>Lays a rotated word out upright: its box becomes what it would be if the page were turned back.</summary>
    private static PageWord Turn(PageWord word, int angle)
    {
        var box = word.Box;
        var (turned, baseline) = angle switch
        {
            90 => (new Box(box.Y, -box.X - box.Width, box.Height, box.Width), -box.X),
            180 => (new Box(-box.X - box.Width, -box.Y - box.Height, box.Width, box.Height), -box.Y),
            270 => (new Box(-box.Y - box.Height, box.X, box.Height, box.Width), box.X + box.Width),
            _ => (box, word.Baseline),
        };
        return word with { Box = turned, Baseline = baseline, Printed = box };
    }
}
