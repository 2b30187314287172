namespace HotGigs.Core.Reading.Layout;

/// <summary>Gives a large initial back to the word it starts.</summary>
internal static class DropCaps
{
    /// <summary>An initial runs over two lines or more, so it is at least this many times as large as the text.</summary>
    private const float Large = 1.8f;

    /// <summary>Changes the list in place.</summary>
    public static void Attach(List<PageWord> words)
    {
        // Each initial is sought among all words; a page of more words than a person writes is not worth it.
        const int MaxWords = 5_000;
        for (var i = 0; i < words.Count && words.Count <= MaxWords; i++)
        {
            if (words[i] is { Text.Length: 1 } initial && char.IsUpper(initial.Text[0]) && FirstWord(words, initial) is { } first)
            {
                words[first] = words[first] with
                {
                    Text = initial.Text + words[first].Text,
                    Box = Box.Union(initial.Box, words[first].Box),
                    Printed = Box.Union(initial.Printed, words[first].Printed),
                };
                words.RemoveAt(i--);
            }
        }
    }

    /// <summary>The highest small word right beside the initial that stands above its baseline.</summary>
    private static int? FirstWord(List<PageWord> words, PageWord initial)
    {
        const float WidestGap = 0.4f;
        int? found = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Size * Large > initial.Size || word.Left < initial.Right - 0.1f * initial.Size
                || word.Left > initial.Right + WidestGap * initial.Size || word.Baseline > initial.Baseline - 0.5f * word.Size
                || word.Baseline < initial.Top)
            {
                continue;
            }

            if (found is null || word.Baseline < words[found.Value].Baseline)
                found = i;
        }

        return found is { } first && char.IsLower(words[first].Text[0]) ? found : null;
    }
}
