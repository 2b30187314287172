using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Finds where the person lives, in the lines around the name and contact data.</summary>
internal static class LocationReader
{
    private static readonly string[] Labels =
        ["address", "location", "adresse", "anschrift", "wohnort", "direccion", "ubicacion", "endereco", "localizacao", "indirizzo", "adres", "woonplaats", "konum", "地址", "住址", "所在地", "现居", "住所", "العنوان", "الموقع", "adreca", "ubicacio",
            "city", "residence", "based in", "lives in", "located in", "domicile", "residenza", "miejsce zamieszkania", "home", "osoite", "mailaddress", "现居地", "現住所", "lieu", "ort", "ciudad", "cidade"];

    public static Field<Place>? Read(IReadOnlyList<ResumeLine> lines, IReadOnlyList<ResumeLine> elsewhere, Func<Slice, bool> taken)
    {
        var best = ReadLines(lines, taken, labelledOnly: false);

        // A column that was read apart from its header still says "Location:".
        return best is { Confidence: >= 0.56 } ? best : ReadLines(elsewhere, taken, labelledOnly: true) ?? best;
    }

    private static Field<Place>? ReadLines(IReadOnlyList<ResumeLine> lines, Func<Slice, bool> taken, bool labelledOnly)
    {
        Field<Place>? best = null;
        for (var i = 0; i < Math.Min(lines.Count, 30); i++)
        {
            foreach (var piece in ContactPieces(lines[i].Content))
            {
                var (text, labelled) = WithoutLabel(piece);
                if (text.IsEmpty || taken(text) || text.WordCount > 14)
                    continue;
                if (!labelled && (labelledOnly || (Prose.IsLikely(text) && !HasDigit(text)) || TitleWords.Score(text) >= 0.6 || CompanyWords.Score(text) >= 0.65))
                    continue;
                var place = PlaceReader.Read(text, lenient: labelled || StartsWithNumber(text) || text.WordCount <= 6) ?? (labelled ? Unlisted(text) : ByShape(text));
                if (place is null)
                    continue;
                var (whole, wide) = WithStreetAbove(lines, i, text, place, taken);
                var score = (labelled && (place.Country ?? place.Region ?? place.City) is not null ? 0.95 : labelled ? 0.55 : place.City is not null && (place.Region is not null || place.Country is not null) ? 0.85 : 0.6) - i * 0.01;
                if (best is null || score > best.Confidence + 0.05)
                    best = new Field<Place>(wide, [whole.Span], Math.Clamp(score, 0.3, 0.97));
            }
        }

        return best;
    }

    /// <summary>A street on the lines before its town belongs to the address.</summary>
    private static (Slice, Place) WithStreetAbove(IReadOnlyList<ResumeLine> lines, int index, Slice text, Place place, Func<Slice, bool> taken)
    {
        if (lines[index].Cells.Count > 1 || text.Start > lines[index].Content.Start + 14)
            return (text, place);
        for (var i = index - 1; i >= Math.Max(0, index - 4); i--)
        {
            var (above, _) = WithoutLabel(lines[i].Content.TrimEdges());
            if (above.IsEmpty || above.WordCount > 6 || taken(above) || above.Contains('@') || above.Contains('\t') || TitleWords.Score(above) >= 0.6)
                break;
            if (HasDigit(above) && above.HasLetter && PlaceReader.Kind(above, out _) == PlaceReader.PartKind.Street)
            {
                var whole = text.Source.Between(above.Start, text.End);
                return (whole, place with { AsPrinted = whole.ToString().Replace("\n\n", "\n", StringComparison.Ordinal).Replace(",\n", "\n", StringComparison.Ordinal).Replace("\n", ", ", StringComparison.Ordinal) });
            }

            if (lines[i].Block != lines[index].Block)
                break;
        }

        return (text, place);
    }

    private static bool HasDigit(Slice text) => text.Raw.IndexOfAnyInRange('0', '9') >= 0;

    private static bool StartsWithNumber(Slice text) => char.IsAsciiDigit(text[0]) && text.Contains(',');

    /// <summary>"123 Main Road, Town, State 12345": a number, a street and a postcode say enough.</summary>
    private static Place? ByShape(Slice text) =>
        StartsWithNumber(text) && char.IsAsciiDigit(text[text.Length - 1]) && text.WordCount is >= 4 and <= 12 && PlaceReader.Kind(text.Until(text.Start + text.Raw.IndexOf(',')), out _) == PlaceReader.PartKind.Street
            ? new Place(text.Value, null, null, null)
            : null;

    private static Place? Unlisted(Slice text) =>
        text.WordCount is >= 1 and <= 10 && text.HasLetter && !text.Contains('@') && text.Length < 90 ? new Place(text.Value, null, null, null) : null;

    private static (Slice Text, bool Labelled) WithoutLabel(Slice piece)
    {
        var mark = piece.Raw.IndexOfAny(':', '：');
        if (mark is > 0 and < 24)
        {
            var label = piece.Sub(0, mark).TrimEdges().Folded;
            foreach (var word in Labels)
            {
                if (label.EndsWith(word, StringComparison.Ordinal))
                    return (piece.From(mark + 1).TrimEdges(), true);
            }

            return (piece.From(piece.Length), false);
        }

        foreach (var word in (ReadOnlySpan<string>)["based in ", "located in ", "lives in ", "living in ", "location ", "address "])
        {
            if (piece.Folded.StartsWith(word, StringComparison.Ordinal))
                return (piece.From(word.Length).TrimEdges(), true);
        }

        // An icon drawn as a letter of its own.
        if (piece.Length > 3 && piece[1] == ' ' && !char.IsUpper(piece[0]) && !char.IsDigit(piece[0]))
            return (piece.From(2).TrimEdges(), false);
        return (piece.TrimEdges(), false);
    }

    /// <summary>The line as a whole cell by cell, and, where several things share a cell, its pieces.</summary>
    private static IEnumerable<Slice> ContactPieces(Slice content)
    {
        foreach (var piece in Pieces.OfHeader(content))
        {
            yield return piece;
            if (!piece.Contains(',') || piece.WordCount < 3)
                continue;

            // "Columbus, Ohio 44444  614-555-5555": a place before contact data without a mark between.
            var at = piece.Raw.IndexOf("  ");
            if (at > 0)
                yield return piece.Sub(0, at).TrimEdges();
        }
    }
}
