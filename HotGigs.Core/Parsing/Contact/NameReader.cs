using System.Collections.Frozen;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Experience;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Finds the person's name among the lines that could hold it.</summary>
internal static class NameReader
{
    private static readonly FrozenSet<string> Labels = new[]
    {
        "name", "full name", "fullname", "candidate name", "candidate", "vor- und nachname", "vor- und zuname", "nom", "nom et prenom", "nombre", "nombre completo", "nombre y apellidos", "nome", "nome completo", "naam",
        "imie i nazwisko", "ad soyad", "adi soyadi", "adı soyadı", "姓名", "名字", "氏名", "お名前", "名前", "الاسم", "الاسم الكامل", "isim", "nimi", "curriculum vitae", "cv", "resume", "nom i cognoms",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Credentials = new[]
    {
        "phd", "ph.d", "ph.d.", "md", "m.d.", "mba", "pmp", "cpa", "cfa", "jd", "esq", "esq.", "rn", "bsn", "msn", "pe", "p.e.", "cissp", "csm", "phr", "sphr", "shrm-cp", "shrm-scp", "msc", "m.sc.", "bsc", "b.sc.", "ma", "m.a.",
        "ba", "b.a.", "ms", "m.s.", "bs", "b.s.", "dds", "dvm", "pharmd", "lcsw", "cma", "cia", "cisa", "fcca", "acca", "ca", "sr", "sr.", "jr", "jr.", "ii", "iii", "iv", "he/him", "she/her", "they/them", "him", "her", "beng", "meng", "cfp", "itil", "mph", "edd", "cscs", "np", "aprn", "lpn", "aia", "leed ap", "csp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Honorifics = new[]
    {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "herr", "frau", "m.", "mme", "sr.", "sra.", "ing.", "dipl.-ing.", "sig.", "dhr.", "mevr.", "pan", "pani", "bay", "bayan", "السيد", "السيدة", "د.",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotNames = new[]
    {
        "curriculum", "vitae", "resume", "résumé", "cv", "lebenslauf", "page", "confidential", "profile", "linkedin", "github", "email", "phone", "address", "objective", "the", "of", "and", "for", "with", "university", "college", "school",
        "inc", "llc", "ltd", "gmbh", "company", "skills", "template", "updated", "portfolio", "website", "mobile", "tel", "fax", "www", "http", "https", "born", "date", "hoja", "vida", "date", "cover", "letter", "sample", "example", "currículum", "履歴書", "简历", "السيرة",
        "personal", "information", "career", "focus", "overview", "highlights", "qualifications", "accomplishments", "experience", "education", "skills", "employment", "history", "objective", "certificates", "awards", "contact", "details", "summary", "professional", "twitter", "facebook", "instagram", "references", "name",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Field<string>? Read(Document document, IReadOnlyList<ResumeLine> lines, IReadOnlyList<Section> sections, IReadOnlyList<Field<string>> emails, IReadOnlyList<Field<WebLink>> links)
    {
        // A heading that shares its row with the name ("PERSONAL INFORMATION  Mario Rossi") is cut off in the section's own lines.
        var cut = sections.SelectMany(section => section.Lines).ToDictionary(line => line.Index);
        var page = lines.Where(line => line.Line.Page == 1).Select(line => cut.GetValueOrDefault(line.Index, line)).ToList();
        if (Labelled(page) is { } labelled)
            return labelled;
        var hints = Hints(emails, links);
        var largest = page.Select(line => line.Size).DefaultIfEmpty().Max();
        var body = LineStyle.BodySize(page);
        var headings = sections.Where(section => section.Heading is not null).Select(section => section.Heading!.Value.Start).ToHashSet();
        var within = sections.Where(section => section.Kind is not (SectionKind.Unknown or SectionKind.Contact)).SelectMany(section => section.Lines).Select(line => line.Index).ToHashSet();
        (Slice Name, double Score) best = default;
        var seen = 0;
        for (var i = 0; i < page.Count; i++)
        {
            var line = page[i];
            var large = largest > 0 && line.Size >= largest - 0.3f && line.Size > body + 0.6f;
            if ((seen >= 14 || within.Contains(line.Index)) && !large)
                continue;
            if (headings.Contains(line.Content.TrimEdges().Start))
                continue;
            foreach (var candidate in Candidates(page, i, large))
            {
                var score = Score(candidate, hints) + (large ? 0.35 : 0) + (seen == 0 ? 0.25 : seen <= 2 ? 0.12 : 0) - Math.Min(0.3, seen * 0.03)
                    + (line.Line.Kind == LineKind.HeaderOrFooter ? -0.05 : 0) - (line.Bullet ? 0.2 : 0);
                if (score > best.Score)
                    best = (candidate, score);
            }

            seen++;
        }

        return best.Score >= 0.55 ? ToField(best.Name, best.Score) : FromMetadata(document, page);
    }

    private static Field<string> ToField(Slice name, double score) =>
        new(Despace(name), [name.Span], Math.Clamp(score * 0.8, 0.3, 0.99));

    /// <summary>"Name: Jane Doe" or "姓名：王小明"; also "Family name" and "First name" on two lines.</summary>
    private static Field<string>? Labelled(List<ResumeLine> page)
    {
        Slice? first = null, last = null;
        foreach (var line in page.Take(40))
        {
            var mark = line.Content.Raw.IndexOfAny(':', '：', '\t');
            if (mark <= 0)
                continue;
            var label = line.Content.Sub(0, mark).TrimEdges().Folded;
            var value = Clean(line.Content.From(mark + 1));
            if (value.IsEmpty || value.WordCount > 5)
                continue;
            if (Labels.Contains(label.ToString()) && IsNameShaped(value))
                return ToField(value, 1.1);
            if (label is "first name" or "given name" or "vorname" or "prenom" or "nombre" or "nome" or "imie" or "voornaam")
                first ??= value;
            else if (label is "family name" or "last name" or "surname" or "nachname" or "familienname" or "nom de famille" or "apellidos" or "cognome" or "nazwisko" or "achternaam")
                last ??= value;
        }

        return first is { } given && last is { } family && IsNameShaped(given) && IsNameShaped(family)
            ? new Field<string>($"{given.Value} {family.Value}", [given.Span, family.Span], 0.9)
            : null;
    }

    private static IEnumerable<Slice> Candidates(List<ResumeLine> page, int index, bool large)
    {
        var line = page[index];
        var cell = line.Cells[0];
        yield return Clean(FirstPiece(line.Content));
        yield return Clean(FirstPiece(cell));
        if (line.Cells.Count == 2)
            yield return Clean(line.Content);

        // First and family name on lines of their own.
        if (large && index + 1 < page.Count && Math.Abs(page[index + 1].Size - line.Size) < 0.6f && page[index + 1].Words <= 2 && line.Words <= 2)
            yield return Clean(line.Content.Source.Between(line.Content.Start, page[index + 1].Content.End));
    }

    /// <summary>Up to a mark that sets a job title or address apart.</summary>
    private static Slice FirstPiece(Slice text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '|' or '•' or '·' or '(' or '/' or '：' or ':' or '—' or '–' || (text[i] is '-' && text[i - 1] == ' ') || (text[i] is ',' && !IsFamilyFirst(text, i)))
                return text.Sub(0, i);
        }

        return text;
    }

    /// <summary>"DOE, Jane" keeps its comma, "Jane Doe, PhD" does not.</summary>
    private static bool IsFamilyFirst(Slice text, int comma) =>
        text.Sub(0, comma).WordCount == 1 && text.From(comma + 1).WordCount is 1 or 2 && !Credentials.Contains(text.From(comma + 1).TrimEdges().Folded.ToString());

    private static Slice Clean(Slice text)
    {
        var slice = text.TrimEdges();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var blank = slice.Raw.IndexOfAny(' ', '\t');
            if (blank > 0 && (Honorifics.Contains(slice.Sub(0, blank).Folded.ToString()) || (blank == 1 && !char.IsLetter(slice[0]))))
            {
                slice = slice.From(blank + 1).TrimEdges();
                continue;
            }

            var last = slice.Raw.LastIndexOfAny(' ', ',');
            if (last > 0 && slice.Sub(0, last).TrimEdges().Raw.IndexOf(' ') > 0 && Credentials.Contains(slice.From(last + 1).TrimEdges().Folded.ToString()))
                slice = slice.Sub(0, last).TrimEdges();
            else
                break;
        }

        return slice;
    }

    private static bool IsNameShaped(Slice name)
    {
        if (name.Length is < 2 or > 60)
            return false;
        foreach (var c in name.Raw)
        {
            if (!(char.IsLetter(c) || char.IsWhiteSpace(c) || c is '.' or '-' or '\'' or '’' or '·' or '・' or ',' or '‐' or 'ʼ' or '"' or '“' or '”' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark))
                return false;
        }

        return name.HasLetter;
    }

    private static double Score(Slice name, FrozenSet<string> hints)
    {
        if (!IsNameShaped(name))
            return name.Length is > 2 and < 30 && name.Raw.IndexOfAnyExceptInRange('0', '9') >= 0 && name.WordCount == 1 && char.IsLetter(name[0]) && !name.Contains('@') && !name.Contains('.') && !name.Contains('/') && !name.Contains(':') ? 0.1 : 0;
        var words = Despace(name).Split(' ');
        if (words.Length > 6 || words.Any(word => NotNames.Contains(word.ToLowerInvariant())))
            return 0;
        if (Headings.Likely(name) is not null || DateReader.FindAll(name).Any(date => date.End is { Date.Month: not null } || date.IsRange))
            return 0;
        var eastAsian = name.Raw.IndexOfAnyInRange('\u3040', '\u9FFF') >= 0 || name.Raw.IndexOfAnyInRange('\uAC00', '\uD7A3') >= 0;
        if (eastAsian)
            return name.Length is >= 2 and <= 5 && TitleWords.Score(name) < 0.5 && PlaceReader.Read(name) is null ? 0.6 : 0;
        var capitals = words.Count(word => char.IsUpper(word[0]) || !char.IsLower(word[0]) && !char.IsAsciiLetter(word[0]) || IsParticle(word));
        var title = TitleWords.Score(name);
        var score = words.Length switch { 1 => 0.22, 2 or 3 => 0.5, 4 => 0.42, _ => 0.25 };
        if (words[0].All(c => c > '\u0590' && c < '\u0700'))
            capitals = words.Length;
        score *= capitals / (double)words.Length;
        var hit = words.Count(word => word.Length > 2 && hints.Any(hint => hint.Contains(Folding.Fold(word).Trim('.', ','), StringComparison.Ordinal)));
        if (hit == 0 && words.Length == 1 && hints.Any(hint => hint.Split('@')[0] is { Length: >= 4 } local && Folding.Fold(words[0]).Contains(local, StringComparison.Ordinal)))
            hit = 1;
        score += hit == 0 ? 0 : hit == 1 ? 0.25 : 0.4;
        if (title >= 0.5 && hit < 2)
            score -= 0.6;
        if (CompanyWords.Score(name) >= 0.6 && hit == 0)
            score -= words.Length == 2 ? 0.15 : 0.35;
        if (PlaceReader.Read(name) is not null && hit < 2)
            score -= 0.4;
        return score;
    }

    private static bool IsParticle(string word) => word is "de" or "da" or "do" or "dos" or "van" or "von" or "der" or "den" or "la" or "le" or "el" or "al" or "bin" or "ben" or "di" or "del" or "i" or "y" or "e" or "zu" or "ten" or "ter";

    /// <summary>Local parts of addresses and last parts of profiles: a name usually shows in them.</summary>
    private static FrozenSet<string> Hints(IReadOnlyList<Field<string>> emails, IReadOnlyList<Field<WebLink>> links) => emails
        .Select(email => email.Value)
        .Concat(links.Where(link => link.Value.Kind != "website").Select(link => link.Value.Url.TrimEnd('/').Split('/')[^1]))
        .Select(hint => Folding.Fold(hint))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"J A N E   D O E" becomes "JANE DOE": letters set apart, words by more blanks than one.</summary>
    private static string Despace(Slice name)
    {
        var value = name.Value;
        var parts = value.Split(' ');
        if (parts.Length < 5 || parts.Count(part => part.Length == 1) < parts.Length - 1)
            return value;
        var raw = name.Raw.ToString();
        var words = raw.Split(["   ", "  ", "\t", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select(word => word.Replace(" ", "", StringComparison.Ordinal)));
    }

    /// <summary>The file's author or title, only where the page shows the same words.</summary>
    private static Field<string>? FromMetadata(Document document, List<ResumeLine> page)
    {
        foreach (var claim in new[] { document.Metadata.Author, document.Metadata.Title })
        {
            if (string.IsNullOrWhiteSpace(claim) || claim.Length > 60)
                continue;
            var folded = Folding.Fold(claim.Normalize().Trim());
            foreach (var line in page)
            {
                var at = line.Content.Folded.IndexOf(folded, StringComparison.Ordinal);
                if (at < 0 || folded.Length < 4)
                    continue;
                var name = Clean(line.Content.Sub(at, folded.Length));
                if (IsNameShaped(name) && name.WordCount >= 2 && TitleWords.Score(name) < 0.5)
                    return ToField(name, 0.6);
            }
        }

        return null;
    }
}
