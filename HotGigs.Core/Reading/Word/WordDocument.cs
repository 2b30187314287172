using System.Xml;
using HotGigs.Core.Reading.Flow;
using HotGigs.Core.Reading.Html;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>One document on its way from parts to lines.</summary>
internal sealed class WordDocument(IPartSource package, DocumentBuilder builder, ReadingBudget budget)
{
    /// <summary>A document of pictures with less text than this is a scan.</summary>
    private const int LettersOfScan = 50;

    private const int MaxChunks = 20;

    private readonly WordFindings _findings = new();

    public void Read()
    {
        var roots = TryRead("", () => Relationships.Read(package, null, budget)) ?? EmptyRelationships;
        var main = WordParts.FindMain(package, roots);
        var relationships = TryRead(main, () => Relationships.Read(package, main, budget)) ?? EmptyRelationships;
        var theme = ReadPart(relationships, "theme", ThemeColors.Read) ?? new ThemeColors();
        var styles = new WordStyles(theme);
        var numbering = new WordNumbering();
        ReadPart(relationships, "styles", xml => Do(() => styles.Read(xml)));
        ReadPart(relationships, "numbering", xml => Do(() => numbering.Read(xml)));
        var context = new WordContext(styles, numbering, _findings, ReadChunk);
        var body = ReadMain(main, context, relationships);
        var shown = ShownStories(relationships);
        var headers = ReadStories(shown.Where(story => story.Header), context);
        var footers = ReadStories(shown.Where(story => !story.Header), context);
        var notes = ReadStories(
            relationships.Values.Where(one => one.Type is "footnotes" or "endnotes").Select(one => new Story(one.Target, false)), context);
        Write(headers, body, footers, notes);
        WordParts.ReadProperties(package, roots, builder, _findings, budget);
        WordParts.Warn(package, builder, _findings, budget);
    }

    private static IReadOnlyDictionary<string, Relationship> EmptyRelationships { get; } = new Dictionary<string, Relationship>();

    private List<FlowLine> ReadMain(string main, WordContext context, IReadOnlyDictionary<string, Relationship> relationships)
    {
        using var stream = package.Open(main) ?? throw new ReadingException(ReadingFailure.Corrupt, "The main part is missing.");
        using var xml = XmlPart.Open(stream, budget);
        return ReadStory(xml, context, relationships);
    }

    /// <remarks>
    /// A part that ends in a mistake keeps what was read before it, as Word's own recovery does; a document type or a limit never does:
    /// those are attacks.
    /// </remarks>
    private List<FlowLine> ReadStory(XmlPart xml, WordContext context, IReadOnlyDictionary<string, Relationship> relationships)
    {
        var reader = new WordStoryReader(xml, context, relationships);
        var lines = new List<FlowLine>();
        try
        {
            if (MoveToRoot(xml))
                reader.ReadBlocks(lines, WordStoryReader.White);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException && lines.Count > 0)
        {
            builder.Warn(ReadingWarningKind.Repaired);
        }

        reader.Finish();
        return lines;
    }

    /// <summary>Converters of web pages leave the page whole and let Word turn it into paragraphs when it opens the file.</summary>
    private IReadOnlyList<FlowLine> ReadChunk(string part) => TryRead<IReadOnlyList<FlowLine>>(part, () =>
    {
        using var stream = package.Open(part);
        if (stream is null || ++_findings.Chunks > MaxChunks)
            return [];
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        var page = FileFormatSniffer.Sniff(content) switch
        {
            FileFormat.Html => HtmlReader.Decode(content),
            FileFormat.Mhtml => MimeReader.FindPage(content),
            _ => null,
        };
        if (page is not null)
            return HtmlReader.ReadLines(page, builder, budget.CancellationToken);
        _findings.EmbeddedFiles++;
        return [];
    }) ?? [];

    private static bool MoveToRoot(XmlPart xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart)
                return xml.IsWord();
        }

        return false;
    }

    private List<Story> ShownStories(IReadOnlyDictionary<string, Relationship> relationships)
    {
        var evenAndOdd = ReadPart(relationships, "settings", WordParts.HasEvenAndOddHeaders);
        return
        [
            .. _findings.Shown
                .Where(story => evenAndOdd || story.Type != "even")
                .Where(story => relationships.TryGetValue(story.RelationshipId, out var one) && !one.External)
                .Select(story => new Story(relationships[story.RelationshipId].Target, story.Header))
                .Distinct(),
        ];
    }

    private List<List<FlowLine>> ReadStories(IEnumerable<Story> stories, WordContext context)
    {
        var read = new List<List<FlowLine>>();
        foreach (var story in stories.Take(budget.Limits.MaxParts))
        {
            var lines = TryRead(story.Part, () => ReadPart(story.Part, context));
            if (lines is not null)
                read.Add(lines);
        }

        return read;
    }

    private List<FlowLine>? ReadPart(string part, WordContext context)
    {
        using var stream = package.Open(part);
        if (stream is null)
            return null;
        var relationships = Relationships.Read(package, part, budget);
        using var xml = XmlPart.Open(stream, budget);
        return ReadStory(xml, context, relationships);
    }

    private void Write(List<List<FlowLine>> headers, List<FlowLine> body, List<List<FlowLine>> footers, List<List<FlowLine>> notes)
    {
        var writer = new FlowWriter(builder) { TrustBackground = _findings.Backdrops == 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        WriteOnce(writer, headers.Concat(_findings.Inline.Where(one => one.Header).Select(one => one.Lines)), LineKind.HeaderOrFooter, seen);
        writer.Write(body);
        WriteOnce(writer, footers.Concat(_findings.Inline.Where(one => !one.Header).Select(one => one.Lines)), LineKind.HeaderOrFooter, seen);
        WriteOnce(writer, notes, LineKind.Footnote, seen);
        writer.WriteLinkTargets();

        // Word never writes a body without a paragraph; in one that has none, the words are in something this reader does not know.
        if (builder.Length < LettersOfScan && (_findings.Paragraphs == 0 || WordParts.HasPicture(package)))
            builder.Warn(ReadingWarningKind.ImageOnlyPages);
    }

    /// <summary>First page, odd pages and each section often repeat one header: it is written once.</summary>
    internal static void WriteOnce(FlowWriter writer, IEnumerable<List<FlowLine>> stories, LineKind kind, HashSet<string> seen)
    {
        foreach (var story in stories)
        {
            if (seen.Add(string.Join('\n', story.Select(line => line.Text.Trim()).Where(text => text.Length > 0))))
                writer.Write(story, kind);
        }
    }

    private T? ReadPart<T>(IReadOnlyDictionary<string, Relationship> relationships, string type, Func<XmlPart, T> read)
    {
        var one = relationships.Values.FirstOrDefault(one => one.Type == type && !one.External);
        return one is null
            ? default
            : TryRead(one.Target, () =>
            {
                using var stream = package.Open(one.Target);
                if (stream is null)
                    return default;
                using var xml = XmlPart.Open(stream, budget);
                return read(xml);
            });
    }

    /// <summary>Parts beside the main one may be damaged: the text is worth more than their absence.</summary>
    private T? TryRead<T>(string part, Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or ReadingException { Reason: ReadingFailure.Corrupt })
        {
            builder.Warn(ReadingWarningKind.PartUnreadable);
            return default;
        }
    }

    private static bool Do(Action action)
    {
        action();
        return true;
    }

    private sealed record Story(string Part, bool Header);
}
