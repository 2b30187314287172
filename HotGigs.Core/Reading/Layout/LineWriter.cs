namespace HotGigs.Core.Reading.Layout;

/// <summary>Where a word stands in the text, for the links drawn over it.</summary>
internal readonly record struct WrittenWord(PageWord Word, TextSpan Span);

/// <summary>Hands lines to the builder word by word: blanks between words, tabs between cells.</summary>
internal static class LineWriter
{
    public static void Write(LayoutLine line, DocumentBuilder builder, List<WrittenWord> written)
    {
        if (line.BeginsBlock)
            builder.BeginBlock();
        var parts = new List<LinePart>();
        var words = new List<PageWord?>();
        foreach (var cell in line.Cells)
        {
            foreach (var word in cell)
            {
                if (parts.Count > 0 && !word.Glued)
                {
                    parts.Add(new LinePart(ReferenceEquals(word, cell[0]) ? "\t" : " "));
                    words.Add(null);
                }

                parts.Add(new LinePart(word.Text, word.Printed, word.Size, word.Bold, word.Italic, word.Color));
                words.Add(word);
            }
        }

        var spans = builder.AddLine(parts, line.Kind, listItem: line.ListItem);
        for (var i = 0; i < spans.Count; i++)
        {
            if (words[i] is { } word && spans[i] is { } span)
                written.Add(new WrittenWord(word, span));
        }
    }
}
