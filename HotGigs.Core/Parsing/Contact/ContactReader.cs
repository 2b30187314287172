using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>What the top of a résumé says about the person.</summary>
internal sealed record ContactData
{
    public Field<string>? Name { get; init; }

    public IReadOnlyList<Field<string>> Emails { get; init; } = [];

    public IReadOnlyList<Field<PhoneNumber>> Phones { get; init; } = [];

    public Field<Place>? Location { get; init; }

    public IReadOnlyList<Field<WebLink>> Links { get; init; } = [];

    public Field<string>? Headline { get; init; }
}

/// <summary>Reads name, addresses, numbers, place and headline from the header and contact sections.</summary>
internal static class ContactReader
{
    public static ContactData Read(Document document, SourceText source, IReadOnlyList<ResumeLine> lines, IReadOnlyList<Section> sections)
    {
        var header = sections.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Contact).SelectMany(section => section.Lines).ToList();
        var others = sections.Where(section => section.Kind is not (SectionKind.Unknown or SectionKind.Contact or SectionKind.References)).ToList();
        var running = lines.Where(line => line.Line.Kind == LineKind.HeaderOrFooter).ToList();
        var own = header.Concat(running).Distinct().Select(line => line.Content).ToList();
        var loose = others.Where(section => section.Kind is SectionKind.Other or SectionKind.Interests or SectionKind.Summary).SelectMany(section => section.Lines).Select(line => line.Content).ToList();
        var rest = others.SelectMany(section => section.Lines).Select(line => line.Content).ToList();

        var emails = EmailReader.Read(document, source, own);
        if (emails.Count == 0)
            emails = EmailReader.Read(document, source, rest);
        var targets = document.Lines.Where(line => line.Kind == LineKind.LinkTarget).Select(line => source.Between(line.Span.Start, line.Span.End)).ToList();
        var links = LinkReader.Read(document, own, loose, rest);
        links = [.. links.Where(link => !emails.Any(email => email.Value.EndsWith("@" + link.Value.Url, StringComparison.OrdinalIgnoreCase)))];
        var name = NameReader.Read(document, lines, sections, emails, links);
        var nameSpan = name?.Spans[0];
        var location = LocationReader.Read([.. header, .. running.Where(line => line.Line.Page == 1)],
            [.. sections.Where(section => section.Kind is SectionKind.Interests or SectionKind.Summary or SectionKind.Other).SelectMany(section => section.Lines)], slice => nameSpan is { } span && slice.Start < span.End && slice.End > span.Start);
        var phones = Phones([.. own, .. loose], rest, location?.Value.Country);
        if (emails.Count == 0)
            emails = EmailReader.Read(document, source, targets);
        return new ContactData
        {
            Name = name,
            Emails = emails,
            Phones = phones,
            Location = location,
            Links = links,
            Headline = Headline(header, name, location),
        };
    }

    private static List<Field<PhoneNumber>> Phones(IReadOnlyList<Slice> own, IReadOnlyList<Slice> rest, string? country)
    {
        var found = new List<Field<PhoneNumber>>();
        foreach (var line in own)
            Collect(line, labelledOnly: false);
        if (found.Count == 0)
        {
            foreach (var line in rest.Where(line => line.Length < 90))
                Collect(line, labelledOnly: true);
        }

        return found;

        void Collect(Slice line, bool labelledOnly)
        {
            foreach (var (number, slice, confidence) in PhoneReader.Read(line, country, labelledOnly))
            {
                if (found.Count < 20 && !found.Exists(field => Digits(field.Value.AsPrinted) == Digits(number.AsPrinted)))
                    found.Add(new Field<PhoneNumber>(number, [slice.Span], confidence));
            }
        }
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>The line below the name that says what the person is, or the title beside the name.</summary>
    private static Field<string>? Headline(List<ResumeLine> header, Field<string>? name, Field<Place>? location)
    {
        var start = name is null ? -1 : header.FindIndex(line => line.Content.Span.End >= name.Spans[0].End && line.Content.Start <= name.Spans[0].Start);
        if (start >= 0)
        {
            var beside = header[start].Content.After(name!.Spans[0].End).TrimEdges();
            if (!beside.IsEmpty && TitleWords.Score(FirstPiece(beside)) >= 0.5)
                return new Field<string>(FirstPiece(beside).Value, [FirstPiece(beside).Span], 0.85);
        }

        for (var i = start + 1; i < Math.Min(header.Count, start + 5); i++)
        {
            var text = header[i].Content.TrimEdges();
            if (text.Contains('@') || text.Raw.IndexOfAnyInRange('0', '9') >= 0)
                text = FirstPiece(text);
            if (text.IsEmpty || text.Contains('@') || text.Raw.IndexOfAnyInRange('0', '9') >= 0 || text.WordCount > 14 || text.Contains(':')
                || (location is not null && location.Spans[0].Start < text.End && location.Spans[0].End > text.Start)
                || text.Folded.Contains("www", StringComparison.Ordinal) || text.Folded.Contains("linkedin", StringComparison.Ordinal))
                continue;
            var title = TitleWords.Score(text);
            if (title >= 0.5 || (i == start + 1 && start >= 0 && text.WordCount >= 2 && PlaceReader.Read(text) is null))
                return new Field<string>(text.Value, [text.Span], Math.Max(0.5, title));
        }

        return null;
    }

    private static Slice FirstPiece(Slice text) => Pieces.OfHeader(text) is [var first, ..] ? first : text;
}
