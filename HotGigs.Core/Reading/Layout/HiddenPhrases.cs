using System.Text;

namespace HotGigs.Core.Reading.Layout;

/// <summary>Gathers hidden words into the phrases they were painted as.</summary>
internal static class HiddenPhrases
{
    /// <summary>In font sizes; a phrase may go on in the next line, not further down.</summary>
    private const float FurthestLine = 3;

    /// <summary>As long as <see cref="HiddenRun.Text"/> can get.</summary>
    private const int LongestPhrase = 2_000;

    public static void Write(IReadOnlyList<SourceWord> words, DocumentBuilder builder)
    {
        var text = new StringBuilder();
        SourceWord? last = null;
        Box box = default;
        foreach (var word in words)
        {
            if (last is not null && !Continues(word, last, text.Length))
                Flush();
            if (word.Hidden is null)
                continue;
            box = last is null ? word.Box : Box.Union(box, word.Box);
            text.Append(text.Length > 0 ? " " : "").Append(word.Text);
            last = word;
        }

        if (last is not null)
            Flush();

        void Flush()
        {
            builder.AddHidden(TextCleaning.Clean(text.ToString()), last.Hidden!.Value, box);
            text.Clear();
            last = null;
        }
    }

    private static bool Continues(SourceWord word, SourceWord last, int length) =>
        word.Hidden == last.Hidden && word.Angle == last.Angle && length + word.Text.Length < LongestPhrase
        && Math.Abs(word.Baseline - last.Baseline) <= FurthestLine * Math.Max(1, Math.Max(word.FontSize, last.FontSize));
}
