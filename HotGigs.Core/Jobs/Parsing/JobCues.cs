using System.Text.RegularExpressions;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Words inside a sentence that say how much something is needed.</summary>
internal static partial class JobCues
{
    /// <summary>What a clause says by its own words; null when it says nothing.</summary>
    public static Necessity? Of(ReadOnlySpan<char> clause) =>
        NiceCue().IsMatch(clause) ? Necessity.Nice : MustCue().IsMatch(clause) ? Necessity.Must : null;

    public static Necessity OfSection(JobSectionKind kind) => kind switch
    {
        JobSectionKind.Must or JobSectionKind.Profile => Necessity.Must,
        JobSectionKind.Nice => Necessity.Nice,
        _ => Necessity.Unmarked,
    };

    /// <summary>Clauses of a sentence: cut at commas and "but" only where both kinds of cue stand in it ("Python required, Go a plus").</summary>
    public static IEnumerable<TextSpan> Clauses(string text, TextSpan sentence)
    {
        ReadOnlySpan<char> words = text.AsSpan(sentence.Start, sentence.Length);
        if (!NiceCue().IsMatch(words) || !words.ContainsAny(',', '('))
            return [sentence];
        return Cut(text, sentence);
    }

    private static List<TextSpan> Cut(string text, TextSpan sentence)
    {
        // Items before a cue belong to it ("Go, Rust a plus") unless a cue of their own came first.
        var clauses = new List<TextSpan>();
        int start = sentence.Start;
        bool cued = false;
        int piece = sentence.Start;
        for (int i = sentence.Start; i <= sentence.End; i++)
        {
            if (i < sentence.End && text[i] is not (',' or '(' or ')'))
                continue;
            bool here = Of(text.AsSpan(piece..i)) is not null;
            if (here && cued)
            {
                clauses.Add(TextSpan.Between(start, piece));
                start = piece;
            }

            cued |= here;
            piece = Math.Min(i + 1, sentence.End);
        }

        if (start < sentence.End)
            clauses.Add(TextSpan.Between(start, sentence.End));
        return clauses;
    }

    [GeneratedRegex(
        @"\b(nice[- ]to[- ]have|a (big |huge |strong |definite )?(plus|bonus|advantage|asset)|as a plus|is (a )?plus|plus points|(strongly |highly )?(preferred|desired|desirable|advantageous|beneficial)|preferably|preference|ideally|optional|(would|will) be (great|nice|helpful|an advantage)|bonus( points)?|not (required|mandatory|essential)|good to have|von vorteil|vorteilhaft|wünschenswert|idealerweise|gerne|wären? (toll|super|ein plus)|kein muss|un (vrai |gros )?plus|un atout|souhaitée?s?|appréciée?s?|idéalement|de préférence|deseables?|se valora\w*|valorable|preferible\w*|preferentemente|es un plus|(is|zijn) een (pré|plus)|een pré|bij voorkeur|mooi meegenomen|pluspunt\w*|preferibil\w*|gradit[ao]|desejáve\w+|diferencial|mile widzian\w+|tercihen|tercih sebebi|avantaj|constituie un avantaj|meriterande)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NiceCue();

    [GeneratedRegex(
        @"\b(must|required|requires?|mandatory|essential|at least|minimum|min\.|necessary|need to|you need|you have|proven|prerequisite|zwingend|erforderlich|vorausgesetzt|voraussetzung|notwendig|unbedingt|mindestens|setzen wir voraus|unabdingbar|exigée?s?|requise?s?|indispensables?|obligatoires?|impératif|impérativement|au moins|minimum|imprescindibles?|necesari[ao]s?|obligatori[ao]s?|al menos|mínimo|requerid[ao]s?|vereist|noodzakelijk|minimaal|verplicht|must-have|richiest[ao]|almeno|indispensabile|obrigatóri[ao]|pelo menos|wymagan\w+|minimum|zorunlu|en az|obligatoriu|minim)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MustCue();
}
