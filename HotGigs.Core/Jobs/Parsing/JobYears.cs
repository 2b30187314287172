using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <param name="Span">The words that say it.</param>
/// <param name="General">It speaks of experience as such, not of one skill.</param>
internal readonly record struct YearsMention(TextSpan Span, YearRange Years, bool General);

/// <summary>Reads "5+ years of experience", "3-5 Jahre", "al menos tres años".</summary>
internal static partial class JobYears
{
    /// <summary>Beyond it a number of years is history ("founded 60 years ago"), not a demand.</summary>
    private const int MostYears = 40;

    /// <summary>Characters around a mention that tell what it means.</summary>
    private const int Around = 60;

    private static readonly Dictionary<string, int> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["ten"] = 10,
        ["ein"] = 1,
        ["eine"] = 1,
        ["einem"] = 1,
        ["zwei"] = 2,
        ["drei"] = 3,
        ["vier"] = 4,
        ["fünf"] = 5,
        ["sechs"] = 6,
        ["acht"] = 8,
        ["zehn"] = 10,
        ["un"] = 1,
        ["deux"] = 2,
        ["trois"] = 3,
        ["quatre"] = 4,
        ["cinq"] = 5,
        ["dix"] = 10,
        ["dos"] = 2,
        ["tres"] = 3,
        ["cuatro"] = 4,
        ["cinco"] = 5,
        ["twee"] = 2,
        ["drie"] = 3,
        ["vijf"] = 5,
    };

    public static List<YearsMention> Find(string text, TextSpan sentence)
    {
        var found = new List<YearsMention>();
        ReadOnlySpan<char> words = text.AsSpan(sentence.Start, sentence.Length);
        foreach (ValueMatch match in Mention().EnumerateMatches(words))
        {
            var span = new TextSpan(sentence.Start + match.Index, match.Length);
            ReadOnlySpan<char> before = text.AsSpan(Math.Max(sentence.Start, span.Start - Around)..span.Start);
            ReadOnlySpan<char> after = text.AsSpan(span.End..Math.Min(sentence.End, span.End + Around));
            if (NoDemandAfter().IsMatch(after) || NoDemandBefore().IsMatch(before))
                continue;
            if (Range(span.Quote(text), UpTo().IsMatch(before)) is { } years)
                found.Add(new(span, years, Experience().IsMatch(after) || Experience().IsMatch(before)));
        }

        return found;
    }

    /// <summary>The sentence speaks of experience at all; elsewhere years mean other things.</summary>
    public static bool SpeaksOfExperience(ReadOnlySpan<char> sentence) => Experience().IsMatch(sentence);

    private static YearRange? Range(string words, bool upTo)
    {
        var numbers = new List<int>(2);
        foreach (ValueMatch match in Number().EnumerateMatches(words))
        {
            string number = words.Substring(match.Index, match.Length);
            numbers.Add(NumberWords.TryGetValue(number, out int spelled) ? spelled : int.Parse(number, CultureInfo.InvariantCulture));
        }

        // "five (5) years" names one number twice.
        int low = numbers[0];
        int? high = numbers.Count > 1 && numbers[^1] > low ? numbers[^1] : null;
        if (low > MostYears || high > MostYears)
            return null;
        return upTo && high is null ? new(null, low) : new(low, high);
    }

    private const string NumberPattern =
        @"(\d{1,2}|one|two|three|four|five|six|seven|eight|ten|eine?m?|zwei|drei|vier|fünf|sechs|acht|zehn|deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|twee|drie|vijf)";

    [GeneratedRegex(
        @"\b" + NumberPattern + @"\s*\+?\s*(\(\d{1,2}\+?\)\s*)?((-|–|—|to|bis|à|a|tot|or|oder|und)\s*" + NumberPattern + @"\s*)?\s*(\+|plus|or more|oder mehr|ou plus|o más|of meer)?\s*-?(years?|yrs?\b|Jahren?|ans\b|années|años?|jaar|anni\b|anos\b|yıl|lata\b|lat\b|ani\b|år\b|年)['’]?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\b" + NumberPattern + @"(\b|\+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(up to|maximum( of)?|max\.?|no more than|less than|bis zu|höchstens|maximal|jusqu['’]à|hasta|maximaal|fino a)\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();

    [GeneratedRegex(
        @"^[\s-]*(old\b|of age|and older|ago\b|anniversary|alt\b|jährig|d['’]âge|de edad|oud\b|(fixed[- ])?(term|contract|warranty|degree|program|college|university|plan)\b|befristet|vertrag|contrat|contrato)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NoDemandAfter();

    [GeneratedRegex(
        @"\b(founded|established|for (over|more than|nearly|almost|the past|the last)|(in|over|within|during) the (past|last|next|coming)|past|last|since|we have( over| more than)?|our|company['’]?s?|seit( über| mehr als)?|in den (letzten|nächsten)|depuis( plus de)?|desde hace|sinds|al meer dan|alle|every|each|in)\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NoDemandBefore();

    [GeneratedRegex(
        @"(experience|exp\b|experienced|track record|in a similar|in a comparable|erfahrung|praxis|expérience|experiencia|ervaring|esperienza|experiência|doświadczeni|deneyim|experienț|erfarenhet|经验|経験|خبرة)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Experience();
}
