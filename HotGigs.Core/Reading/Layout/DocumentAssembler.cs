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
        if (ScanDetector.ImageOnlyPages(source) is > 0 and var pictures)
            builder.Warn(ReadingWarningKind.ImageOnlyPages, pictures);

        var layouts = Arrange(source, cancellationToken);
        var hyphens = new LineEndHyphens();
        foreach (var layout in layouts)
            hyphens.Learn(layout.Lines);
        var links = new LinkWriter();
        for (var i = 0; i < layouts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = source.Pages[i];
            builder.BeginPage(page.Width, page.Height);
            if (layouts[i].Unsure)
                builder.Warn(ReadingWarningKind.ColumnsUnsure);
            var start = builder.Length;
            var written = new List<WrittenWord>(page.Words.Count);
            foreach (var line in hyphens.Join(layouts[i].Lines))
                LineWriter.Write(line, builder, written);
            links.Write(page.Links, written, start, builder);
            HiddenPhrases.Write(page.Words, builder);
        }

        return builder.Build();
    }

    private static PageLayout[] Arrange(SourceDocument source, CancellationToken cancellationToken)
    {
        var directions = new List<IReadOnlyList<Row>[]>(source.Pages.Count);
        foreach (var page in source.Pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            directions.Add([.. VisibleWords.ByDirection(page.Words).Select(RowBuilder.Build)]);
        }

        var furniture = PageFurniture.Find(
            [.. directions.Select(rows => rows.FirstOrDefault([]))], [.. source.Pages.Select(page => page.Height)]);
        return [.. directions.Select(rows => PageLayout.Arrange(rows, furniture))];
    }
}
