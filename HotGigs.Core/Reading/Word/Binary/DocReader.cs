using System.Buffers.Binary;
using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>Reads Word 97-2003 documents.</summary>
internal static class DocReader
{
    private const int HeaderStories = 11;
    private const int CharacterPages = 12;
    private const int ParagraphPages = 13;
    private const int Pieces = 33;

    /// <summary>A document of pictures with less text than this is a scan.</summary>
    private const int LettersOfScan = 50;

    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var file = new CompoundFile(content);
        if (file.Has("\x09DRMContent") || file.Has("\x06DataSpaces"))
            throw new ReadingException(ReadingFailure.UnsupportedVersion, "The document is a placeholder for a rights-managed one.");
        var main = file.Read("WordDocument") ?? throw new ReadingException(ReadingFailure.Corrupt, "There is no document stream.");
        var fib = new WordFib(main);
        var table = file.Read(fib.TableName) ?? file.Read("1Table") ?? file.Read("0Table")
            ?? throw new ReadingException(ReadingFailure.Corrupt, "There is no table stream.");
        var builder = new DocumentBuilder(FileFormat.Doc, limits);
        builder.BeginPage();
        var findings = new DocFindings();
        var pieces = PieceTable.Read(main, fib.Locate(table, Pieces), limits);
        var characters = new FormattedPages(main, fib.Locate(table, CharacterPages), false);
        var paragraphs = new FormattedPages(main, fib.Locate(table, ParagraphPages), true);

        // The stories stand one behind the other in this order.
        var footnotes = fib.MainLength;
        var headers = footnotes + fib.FootnoteLength;
        var endnotes = headers + fib.HeaderLength + fib.AnnotationLength;
        var boxes = endnotes + fib.EndnoteLength;
        var body = Story(0, fib.MainLength);
        var (above, below) = SplitHeaders(headers, fib.HeaderLength, fib.Locate(table, HeaderStories));
        var boxText = Story(boxes, fib.TextBoxLength);
        above.Add(Story(boxes + fib.TextBoxLength, fib.HeaderTextBoxLength));
        var writer = new FlowWriter(builder) { TrustBackground = findings.Drawings == 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        WriteOnce(above, LineKind.HeaderOrFooter);
        writer.Write(body);
        writer.Write(boxText);
        WriteOnce(below, LineKind.HeaderOrFooter);
        WriteOnce([Story(footnotes, fib.FootnoteLength), Story(endnotes, fib.EndnoteLength)], LineKind.Footnote);
        writer.WriteLinkTargets();
        if (builder.Length < LettersOfScan && findings.Pictures > 0)
            builder.Warn(ReadingWarningKind.ImageOnlyPages);
        Warn(builder, file, findings, fib);
        builder.Metadata = SummaryInformation.Read(file.Read("\x05SummaryInformation"));
        return builder.Build();

        List<FlowLine> Story(int start, int length) =>
            length <= 0 ? [] : new DocStoryReader(pieces, characters, paragraphs, findings).Read(start, length, cancellationToken);

        void WriteOnce(List<List<FlowLine>> stories, LineKind kind)
        {
            foreach (var story in stories)
            {
                if (seen.Add(string.Join('\n', story.Select(line => line.Text.Trim()))))
                    writer.Write(story, kind);
            }
        }

        // Six separators of notes come first, then for each section: even and odd header, even and odd footer, first header, first footer.
        (List<List<FlowLine>> Above, List<List<FlowLine>> Below) SplitHeaders(int start, int length, ReadOnlySpan<byte> ends)
        {
            const int Separators = 6;
            List<List<FlowLine>> up = [], down = [];
            var last = Math.Min(ends.Length / 4, limits.MaxParts) - 2;
            if (last <= Separators)
            {
                up.Add(Story(start, length));
                return (up, down);
            }

            for (var i = Separators; i < last; i++)
            {
                var from = BinaryPrimitives.ReadInt32LittleEndian(ends[(i * 4)..]);
                var to = BinaryPrimitives.ReadInt32LittleEndian(ends[((i + 1) * 4)..]);
                if (from >= 0 && to > from && to <= length)
                    (i % 6 is 0 or 1 or 4 ? up : down).Add(Story(start + from, to - from));
            }

            return (up, down);
        }
    }

    private static void Warn(DocumentBuilder builder, CompoundFile file, DocFindings findings, WordFib fib)
    {
        Warn(ReadingWarningKind.TrackedChangesDropped, findings.Deleted);
        Warn(ReadingWarningKind.ExternalReferenceIgnored, findings.ExternalReferences);
        Warn(ReadingWarningKind.CommentsDropped, fib.AnnotationLength > 1 ? 1 : 0);
        Warn(ReadingWarningKind.ActiveContentIgnored, file.Has("_VBA_PROJECT") || file.Has("Macros") ? 1 : 0);
        Warn(ReadingWarningKind.EmbeddedFileIgnored, file.Has("\x01Ole10Native") || file.Has("Package") ? 1 : 0);

        void Warn(ReadingWarningKind kind, int count)
        {
            if (count > 0)
                builder.Warn(kind, count);
        }
    }
}
