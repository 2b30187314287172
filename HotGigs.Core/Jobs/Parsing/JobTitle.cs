using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Finds the job's title: after a label, on the first line, or behind "we are looking for a".</summary>
internal static partial class JobTitle
{
    /// <summary>A title is no sentence.</summary>
    private const int LongestTitle = 90;
    private const int MostWords = 12;

    /// <summary>Lines at the top among which a label may stand.</summary>
    private const int TopLines = 12;

    public static Field<string>? Find(string text, IReadOnlyList<JobLine> lines)
    {
        foreach (JobLine line in lines.Take(TopLines))
        {
            Match label = Label().Match(line.Span.Quote(text));
            if (label.Success)
                return Clean(text, new(line.Span.Start + label.Groups[1].Index, label.Groups[1].Length), 0.95);
        }

        if (lines is [var first, ..] && first.Heading is null && IsTitleLike(first.Body.Quote(text)))
            return Clean(text, first.Body, 0.8);

        foreach (JobLine line in lines)
        {
            Match wanted = Wanted().Match(line.Span.Quote(text));
            if (wanted.Success)
                return Clean(text, new(line.Span.Start + wanted.Groups["title"].Index, wanted.Groups["title"].Length), 0.6);
        }

        return null;
    }

    private static bool IsTitleLike(string line) =>
        line.Length <= LongestTitle && line[^1] is not ('.' or ':' or '!' or '?') && line.Split(' ').Length <= MostWords && line.Any(char.IsLetter)
        && !Wanted().IsMatch(line);

    /// <summary>Leaves out what stands around the name: (m/w/d), the place in brackets, "- Remote", "| Full-time".</summary>
    private static Field<string>? Clean(string text, TextSpan span, double confidence)
    {
        string title = span.Quote(text);
        Match opening = Hiring().Match(title);
        int start = opening.Success ? opening.Length : 0;
        Match tail = Tail().Match(title, start);
        int end = tail.Success && tail.Index > start ? tail.Index : title.Length;
        TextSpan kept = JobLines.Trim(text, TextSpan.Between(span.Start + start, span.Start + end));
        return kept.Length is > 1 and <= LongestTitle ? new(kept.Quote(text).TrimEnd(',', '-', '–', '|', ' '), [kept], confidence) : null;
    }

    [GeneratedRegex(
        @"^\W*(?:job title|title|position|position title|role|job|stellenbezeichnung|stelle|berufsbezeichnung|intitulé du poste|poste|puesto|cargo|functie|functietitel|ruolo|posizione|stanowisko|pozisyon|职位|職種)\s*[:：]\s*(\S.{1,120})$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(?:(?:we are|we['’]re|is|are|currently) (?:\w+ )?(?:looking for|seeking|hiring|searching for)|suchen wir(?: \w+){0,4}?|sucht(?: \w+){0,3}?|nous recherchons|recherche|recrute|buscamos|busca|căutăm|procuramos|cerchiamo|zoeken wij|zijn wij op zoek naar|op zoek naar) (?:an? |eine?n? |une? |a un |uma? |o |una? )(?<title>[\p{L}][\p{L}\p{N}/+#.&’' -]{2,70}?)(?= (?:to |who |with |for |in |at |that |\(|as |on |mit |für |der |die |pour |qui |avec |para |con |que |die |voor |met )|[,.;:(!]|$)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^(?:we are hiring|we['’]re hiring|now hiring|hiring|job opening|vacancy|wanted|gesucht|stellenangebot|offre d['’]emploi|oferta de empleo|vacature)\s*[:!-]?\s*(?:an? )?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Hiring();

    [GeneratedRegex(
        @"\s*(?:\(.*$|\[.*$|[-–—|,·•@]\s*(?:fully |100% )?(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|vollzeit|teilzeit|home ?office|cdi|cdd|contract|permanent|temps plein)\b.*$|\s\|\s.*$|\s·\s.*$|\t.*$|\b[mwfdxh]\s?/\s?[mwfdxh](?:\s?/\s?[mwfdxh])?\b.*$)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tail();
}
