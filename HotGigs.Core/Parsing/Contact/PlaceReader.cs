using HotGigs.Core.Parsing.Education;
using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Recognises places, whole ("Kent, Ohio") and at the end of other words ("Kent State University, Kent, Ohio").</summary>
internal static class PlaceReader
{
    /// <summary>A place when all of the words are one: at least one part of it must stand in a table.</summary>
    public static Place? Read(Slice slice, bool lenient = false)
    {
        var text = slice.TrimEdges();
        if (text.IsEmpty || text.Length > 120 || text.Contains('@'))
            return null;
        var parts = Parts(text);
        if (parts.Count > 6)
            return null;
        if (IsPlaceholder(text))
            return new Place(text.Value, parts[0].Value, parts.Count > 1 ? parts[1].Value : null, null);
        string? city = null, region = null, country = null;
        var sure = 0;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var kind = Kind(parts[i], out var where);
            switch (kind)
            {
                case PartKind.Country when country is null || sure == 0:
                    country = where;
                    sure += 2;
                    break;
                case PartKind.Region when region is null:
                    region = WithoutPostcode(parts[i]).Value;
                    country ??= where;
                    sure += 2;
                    break;
                case PartKind.City:
                    // "Buffalo, New York": the name further out is the region.
                    region ??= city;
                    city = WithoutPostcode(parts[i]).Value;
                    country ??= where;
                    sure += 2;
                    break;
                case PartKind.Remote:
                    sure += 2;
                    break;
                case PartKind.Postcode or PartKind.Street:
                    break;
                default:
                    // A town no table has, before a region or country that one has.
                    if (city is null && sure > 0 && parts[i].WordCount <= 4 && IsNameLike(parts[i]) && CompanyWords.Score(parts[i]) < 0.6 && TitleWords.Score(parts[i]) < 0.6)
                        city = WithoutPostcode(parts[i]).Value;
                    else if (!lenient)
                        return null;
                    break;
            }
        }

        return sure == 0 ? null : new Place(text.Value, city, region, country);
    }

    /// <summary>Where a place begins at the end of the words; null when there is none, or nothing stands before it.</summary>
    public static (Slice Before, Slice Place)? PeelEnd(Slice slice)
    {
        var text = slice.TrimEdges();
        (Slice, Slice)? best = null;
        foreach (var cut in Cuts(text))
        {
            var tail = text.After(cut + 1).TrimEdges();
            if (tail.IsEmpty || tail.WordCount > 8)
                continue;
            var rest = text.Until(cut).TrimEdges();
            if (rest.IsEmpty || Read(tail) is not { } place)
                continue;
            if (tail.WordCount == 1 && place.Country is not null && place.City is null && place.Region is null && cut > 0 && text[cut - text.Start] != ',')
                continue;
            best = (rest, tail);
            break;
        }

        return best ?? PeelUnmarked(text);
    }

    /// <summary>A place at the front of other words: "Spokane, WA, Support Manager".</summary>
    public static (Slice Place, Slice After)? PeelStart(Slice slice)
    {
        var text = slice.TrimEdges();
        foreach (var cut in Cuts(text).Reverse())
        {
            var head = text.Until(cut).TrimEdges();
            if (head.Contains(',') && head.WordCount <= 6 && Read(head) is not null)
                return (head, text.After(cut + 1).TrimEdges());
        }

        return null;
    }

    /// <summary>"Acme Corp Berlin, Germany": nothing stands between the name and the town, but the town is a known one.</summary>
    private static (Slice Before, Slice Place)? PeelUnmarked(Slice text)
    {
        foreach (var placeholder in (ReadOnlySpan<string>)[" city , state", " city, state", " city, st"])
        {
            var at = text.Folded.IndexOf(placeholder, StringComparison.Ordinal);
            if (at > 0)
                return (text.Sub(0, at).TrimEdges(), text.Sub(at + 1, placeholder.Length - 1));
        }

        var comma = text.Raw.IndexOf(',');
        if (comma < 4 || Kind(text.From(comma + 1).TrimEdges(), out _) is not (PartKind.Region or PartKind.Country) || text.Sub(0, comma).WordCount < 2)
            return null;
        var blanks = 0;
        for (var i = comma - 1; i > 0 && blanks < 3; i--)
        {
            if (text[i] != ' ')
                continue;
            blanks++;
            var town = text.Sub(i + 1, comma - i - 1).TrimEdges();
            if (Places.Cities.TryGet(town.Folded, out _) || Places.Regions.TryGet(town.Folded, out _))
                return (text.Sub(0, i).TrimEdges(), text.From(i + 1));
        }

        return null;
    }

    /// <summary>Positions of commas and brackets after which a place could begin, first to last.</summary>
    private static IEnumerable<int> Cuts(Slice text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ',' or '(' or '，' or '、' or '·' or '|' || (text[i] is '-' or '–' or '—' && i > 0 && text[i - 1] == ' '))
                yield return text.Start + i;
        }
    }

    internal enum PartKind
    {
        None,
        City,
        Region,
        Country,
        Postcode,
        Street,
        Remote,
    }

    internal static PartKind Kind(Slice part, out string? country)
    {
        country = null;
        var bare = WithoutPostcode(part);
        if (bare.IsEmpty)
            return PartKind.Postcode;
        var folded = bare.Folded;
        if (folded is "remote" or "hybrid" or "on-site" or "onsite" or "home office" or "remoto" or "worldwide")
            return PartKind.Remote;
        if (Places.RegionCodes.TryGetValue(bare.Value, out country))
            return PartKind.Region;
        if (Places.Cities.TryGet(folded, out var found))
        {
            country = found;
            return PartKind.City;
        }

        if (Places.Countries.TryGet(folded, out found) && (bare.Length > 2 || char.IsUpper(bare[0]) || !char.IsAscii(bare[0])))
        {
            country = found;
            return PartKind.Country;
        }

        if (Places.Regions.TryGet(folded, out found))
        {
            country = found;
            return PartKind.Region;
        }

        if (char.IsAsciiDigit(bare[0]) || HasStreetWord(bare))
            return PartKind.Street;

        // "Birmingham AL", "Austin Texas", "New York USA", "Greater Seattle Area", "上海市浦东"
        var blank = bare.Raw.LastIndexOf(' ');
        if (blank > 0)
        {
            var last = bare.From(blank + 1);
            if (Places.RegionCodes.TryGetValue(last.Value, out country) || (Places.Regions.TryGet(last.Folded, out country) | Places.Countries.TryGet(last.Folded, out country)))
                return bare.WordCount <= 4 && IsNameLike(bare) && SchoolWords.Score(bare) < 0.6 && CompanyWords.Score(bare) < 0.6 ? PartKind.City : PartKind.None;
            if (last.Folded is "area" && bare.WordCount <= 5)
            {
                foreach (var (_, _, value) in Places.Cities.FindAll(bare))
                {
                    country = value;
                    return PartKind.City;
                }
            }
        }

        return PartKind.None;
    }

    private static List<Slice> Parts(Slice text)
    {
        var parts = new List<Slice>(4);
        var start = text.Start;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (',' or '/' or '，' or '、' or '|' or '·' or '\n' or '(' or ')' or ';' or '•' or '\t')
                && !(text[i] is '-' or '–' or '—' && i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' '))
                continue;
            var part = text.Source.Between(start, text.Start + i).TrimEdges();
            if (!part.IsEmpty)
                parts.Add(part);
            start = text.Start + i + 1;
        }

        return parts;
    }

    /// <summary>Drops a postcode at either end: "80331 München", "CA 92075", "London SW1A 1AA".</summary>
    private static Slice WithoutPostcode(Slice part)
    {
        var text = part.TrimEdges();
        var from = 0;
        while (from < text.Length && (char.IsAsciiDigit(text[from]) || (text[from] == '-' && from > 0)))
            from++;
        if (from is >= 4 and <= 9)
            text = text.From(from).TrimEdges();
        var to = text.Length;
        while (to > 0 && (char.IsAsciiDigit(text[to - 1]) || text[to - 1] == '-'))
            to--;
        if (text.Length - to is >= 4 and <= 10)
            text = text.Sub(0, to).TrimEdges();
        return text;
    }

    private static bool HasStreetWord(Slice part)
    {
        var folded = part.Folded;
        foreach (var word in (ReadOnlySpan<string>)["street", " st", " road", " rd", "avenue", " ave", "boulevard", " blvd", " lane", " drive", " way", "strasse", "straße", "str.", "platz", "weg ", "rue ",
            "calle ", "carrer", "avenida", "via ", "piazza", "ulica", "ul.", "cadde", "sokak", "mah.", "apt", "unit ", "suite ", "p.o. box", "路", "街", "号", "丁目", "plaza", "straat", "laan", "passeig", "شارع", "katu"])
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (word.Length > 4 || at + word.Length >= folded.Length || !char.IsLetter(folded[at + word.Length]) || word[^1] == ' '))
                return true;
        }

        return false;
    }

    private static bool IsNameLike(Slice part)
    {
        foreach (var c in part.Raw)
        {
            if (!(char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’') && !char.IsAsciiDigit(c))
                return false;
        }

        return part.HasLetter && !char.IsLower(part[0]);
    }

    /// <summary>What templates print where a place belongs.</summary>
    private static bool IsPlaceholder(Slice text) => text.Folded is "city, state" or "city , state" or "town, state" or "city, country" or "city, st";
}
