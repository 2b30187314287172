namespace HotGigs.Core.Reading.Layout;

/// <summary>Turns pages of painted words into one text in reading order.</summary>
internal static class DocumentAssembler
{
    /// <exception cref="OperationCanceledException">The deadline passed.</exception>
    public static Document Assemble(SourceDocument source, FileFormat format, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(format, limits) { Metadata = source.Metadata };
        foreach (var warning in source.Warnings)
            builder.Warn(warning.Kind, warning.Count);
        foreach (var page in source.Pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.BeginPage(page.Width, page.Height);
            var words = page.Words.Where(word => word.Hidden is null && word.Angle == 0).Select(PageWord.From).ToArray();
            var layout = PageLayout.Arrange(RowBuilder.Build(words));
            if (layout.Unsure)
                builder.Warn(ReadingWarningKind.ColumnsUnsure);
            var written = new List<WrittenWord>(words.Length);
            foreach (var line in layout.Lines)
                LineWriter.Write(line, builder, written);
        }

        return builder.Build();
    }
}
