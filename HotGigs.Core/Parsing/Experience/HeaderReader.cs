using System.Collections.Frozen;
using HotGigs.Core.Parsing.Contact;
using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Experience;

/// <summary>Takes an entry's heading lines apart: dates out, then pieces, places and labels.</summary>
internal static class HeaderReader
{
    private static readonly FrozenSet<string> CompanyLabels = new[]
    {
        "company", "employer", "organization", "organisation", "client", "unternehmen", "firma", "arbeitgeber", "entreprise", "empresa", "azienda", "bedrijf", "公司", "会社", "الشركة", "name and address of employer", "institution", "company name",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TitleLabels = new[]
    {
        "title", "position", "role", "job title", "designation", "occupation", "occupation or position held", "rolle", "stelle", "poste", "puesto", "cargo", "ruolo", "posizione", "functie", "stanowisko", "pozisyon", "职位", "岗位", "役職", "المسمى الوظيفي", "position title", "funktion", "tätigkeit", "tatigkeit",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> DropLabels = new[]
    {
        "date", "dates", "period", "duration", "zeitraum", "datum", "dauer", "date(s)", "日期", "时间", "期間", "periode", "periodo", "période", "fecha", "fechas", "data", "durata", "duree", "okres", "tarih", "التاريخ", "التواريخ", "الفترة", "المدة", "location", "aeg", "tid", "obdobi", "obdobie", "idoszak", "perioada", "период", "период работы", "laikotarpis", "laika periods", "ajanjakso", "기간", "thoi gian", "razdoblje", "place", "ort", "standort", "lieu", "lugar", "地点", "勤務地",
        "from", "von", "tipo", "stage", "praktikum", "internship", "cdi", "cdd", "alternance", "employment type", "aika", "dates attended", "dates employed",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static HeaderParts Read(IReadOnlyList<ResumeLine> lines)
    {
        var pieces = new List<HeaderPiece>(4);
        Slice? place = null;
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var stretch in WithoutDates(lines[i]))
            {
                foreach (var piece in Pieces.OfHeader(stretch))
                    Add(pieces, ref place, piece, i);
            }
        }

        return new HeaderParts(pieces, place);
    }

    /// <summary>The stretches of a line between its dates.</summary>
    public static IEnumerable<Slice> WithoutDates(ResumeLine line)
    {
        var from = line.Content.Start;
        foreach (var date in line.Dates)
        {
            if (date.Slice.Start > from)
                yield return line.Content.Source.Between(from, date.Slice.Start);
            from = Math.Max(from, date.Slice.End);
        }

        // The end of a broken range stands at the front of the line below; it was taken there.
        if (line.Content.End > from)
            yield return line.Content.Source.Between(from, line.Content.End);
    }

    private static void Add(List<HeaderPiece> pieces, ref Slice? place, Slice piece, int line)
    {
        var text = piece.TrimEdges().Undoubled();
        if (text.IsEmpty || text.Folded.EndsWith(" logo", StringComparison.Ordinal) || !text.HasLetter || IsDuration(text) || IsAddress(text))
            return;
        var printed = text.Folded.IndexOf("city , state", StringComparison.Ordinal);
        if (printed > 0 && text.Length > printed + 14)
        {
            Add(pieces, ref place, text.Sub(0, printed + 12), line);
            Add(pieces, ref place, text.From(printed + 12), line);
            return;
        }

        var mark = text.Raw.IndexOfAny(':', '：');
        if (mark > 0)
        {
            var label = text.Sub(0, mark).TrimEdges().Folded.ToString();
            var rest = text.From(mark + 1).TrimEdges();
            if (CompanyLabels.Contains(label) && !rest.IsEmpty)
            {
                pieces.Add(new HeaderPiece(rest, line, 0, 2));
                return;
            }

            if (TitleLabels.Contains(label) && !rest.IsEmpty)
            {
                pieces.Add(new HeaderPiece(rest, line, 2, 0));
                return;
            }

            if (DropLabels.Contains(label) || label[0] == '(')
                text = rest;
        }
        else if (DropLabels.Contains(text.Folded.ToString()))
        {
            return;
        }

        if (text.IsEmpty || IsEmploymentType(text))
            return;
        if (PlaceReader.Read(text) is { } && (TitleWords.Score(text) < 0.6 || text.Contains(',')) && CompanyWords.Score(text) < 0.7)
        {
            if (place is null || pieces.Count > 0)
            {
                place ??= text;
                return;
            }
        }

        if (text.WordCount <= 4 && text.Raw.IndexOf(',') is > 0 and var first && PlaceReader.Kind(text.Sub(0, first), out _) == PlaceReader.PartKind.City
            && CompanyWords.Score(text) < 0.5 && TitleWords.Score(text) < 0.5)
        {
            // "Seoul, S.Korea": the town tells, whatever stands for the country.
            place ??= text;
            return;
        }

        if (PlaceReader.PeelEnd(text) is { } peeled && TitleWords.Score(peeled.Place) < 0.6)
        {
            place ??= peeled.Place;
            text = peeled.Before;
        }
        else if (PlaceReader.PeelStart(text) is { } led && TitleWords.Score(led.After) >= 0.6)
        {
            place ??= led.Place;
            text = led.After;
        }

        // Anonymised files print the words "Company Name" for every employer, often glued to the title.
        var blank = text.Folded.IndexOf("company name", StringComparison.Ordinal);
        if (blank >= 0 && text.Length > 14)
        {
            pieces.Add(new HeaderPiece(text.Sub(blank, 12), line, 0, 1));
            text = blank == 0 ? text.From(12).TrimEdges() : text.Sub(0, blank).TrimEdges();
        }

        if (!text.IsEmpty && text.HasLetter)
            pieces.Add(HeaderPiece.Of(text, line));
    }

    /// <summary>"3 years 2 months", "(5 yrs)", "2 Jahre 3 Monate": how long, which the dates say already.</summary>
    public static bool IsDuration(Slice text)
    {
        int numbers = 0, words = 0;
        var folded = text.Folded;
        for (var i = 0; i < folded.Length; i++)
        {
            if (char.IsAsciiDigit(folded[i]))
            {
                numbers++;
                continue;
            }

            if (!char.IsLetter(folded[i]))
                continue;
            var end = i;
            while (end < folded.Length && char.IsLetter(folded[end]))
                end++;
            var word = folded[i..end];
            if (!(word is "yr" or "yrs" or "year" or "years" or "mo" or "mos" or "month" or "months" or "jahr" or "jahre" or "monat" or "monate" or "an" or "ans" or "mois" or "ano" or "anos" or "mes" or "meses" or "anni" or "mesi" or "jaar"
                or "maanden" or "y" or "m" or "and" or "und" or "less" or "than" or "a" or "年" or "个月" or "months" or "anys" or "mesos" or "lat" or "lata" or "yil" or "ay" or "ヶ月" or "年间" or "weeks" or "week"))
                return false;
            words++;
            i = end - 1;
        }

        return numbers > 0 && words > 0;
    }

    private static bool IsEmploymentType(Slice text) => text.Folded is "full-time" or "full time" or "part-time" or "part time" or "contract" or "permanent" or "temporary" or "remote" or "hybrid" or "on-site" or "onsite" or "seasonal" or "vollzeit" or "teilzeit"
        or "temps plein" or "tiempo completo" or "jornada completa" or "tempo integral" or "individual projects" or "cdi" or "cdd" or "permanent full-time" or "正社員" or "契約社員" or "全职" or "兼职" or "w2" or "fulltime";

    private static bool IsAddress(Slice text) =>
        text.Folded.StartsWith("http", StringComparison.Ordinal) || text.Folded.StartsWith("www.", StringComparison.Ordinal) || (text.Contains('@') && text.Contains('.') && !text.Contains(' '));
}
