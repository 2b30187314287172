using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Reads the degree a job asks for.</summary>
internal static partial class JobDegree
{
    private static readonly (Regex Words, DegreeLevel Level)[] Levels =
    [
        (Doctorate(), DegreeLevel.Doctorate), (Master(), DegreeLevel.Master), (Bachelor(), DegreeLevel.Bachelor), (Associate(), DegreeLevel.Associate),
        (Diploma(), DegreeLevel.Diploma), (School(), DegreeLevel.School),
    ];

    /// <summary>The lowest level the sentence names, since "Bachelor's or Master's" is met by either; null when it names none.</summary>
    public static Field<DegreeRequirement>? Find(string text, TextSpan sentence, Necessity necessity)
    {
        ReadOnlySpan<char> words = text.AsSpan(sentence.Start, sentence.Length);
        (DegreeLevel Level, TextSpan Span)? lowest = null;
        foreach ((Regex pattern, DegreeLevel level) in Levels)
        {
            foreach (ValueMatch match in pattern.EnumerateMatches(words))
            {
                lowest = (level, new(sentence.Start + match.Index, match.Length));
                break;
            }
        }

        double confidence = 0.9;
        if (lowest is null)
        {
            foreach (ValueMatch match in AnyDegree().EnumerateMatches(words))
            {
                // "A degree in computer science": the first level a university gives.
                lowest = (DegreeLevel.Bachelor, new(sentence.Start + match.Index, match.Length));
                confidence = 0.6;
                break;
            }
        }

        if (lowest is not { } found)
            return null;
        bool required = necessity != Necessity.Nice;
        return new(
            new(found.Level, required, Equivalent().IsMatch(words)), [found.Span], necessity == Necessity.Unmarked ? confidence - 0.2 : confidence);
    }

    [GeneratedRegex(@"\b(ph\.?\s?d\b|doctorate|doctoral degree|doctor of \p{L}+|promotion (in|im|erforderlich)|promoviert|doctorat|doctorado|dottorato|doutorado|m\.d\.|j\.d\.)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Doctorate();

    [GeneratedRegex(
        @"\b(master['’]?s\b|master['’]?s?[- ]?(degree|abschluss|studium|diploma|level)|master of \p{L}+|masters? (in|en|of)\b|(bachelor\w*|bachelor['’]s|bac ?\+ ?3)\s?(/|or|oder|ou|o|of|and)\s?master|m\.?sc\b\.?|m\.?b\.?a\b|bac ?\+ ?5|máster|maestría|mestrado|laurea magistrale|diplom-?(ingenieur|studium)|magister|école d['’]ingénieur|yüksek lisans)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Master();

    [GeneratedRegex(
        @"\b(bachelor|b\.?\s?sc\b\.?|b\.?a\.?/b\.?s\b|b\.?s\.?/b\.?a\b|b\.?s\.?/m\.?s\b|(bs|ba|b\.s\.|b\.a\.) (degree|in)\b|undergraduate degree|four[- ]year degree|4[- ]year degree|licence\b|bac ?\+ ?[34]|licenciatura|licenciado|grado en|laurea\b|hbo\b|fachhochschulstudium|lisans)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Bachelor();

    [GeneratedRegex(@"\b(associate['’]?s? degree|associates degree|two[- ]year degree|2[- ]year degree|bac ?\+ ?2|\bdut\b|\bbts\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Associate();

    [GeneratedRegex(
        @"\b(vocational (training|degree|qualification)|apprenticeship completed|abgeschlossene (\p{L}+ )?(ausbildung|berufsausbildung)|berufsausbildung|ausbildung (als|zum|zur|im)|kaufmännische ausbildung|ciclo formativo|formación profesional|mbo\b|trade school|technical diploma|college diploma|\bcap\b ou|meisterbrief)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Diploma();

    [GeneratedRegex(@"\b(high[- ]school (diploma|degree|graduate|education)|g\.?e\.?d\b|secondary (school (diploma|degree|education)|education (diploma|certificate))|abitur|baccalauréat|bachillerato|schulabschluss|mittlere reife|a[- ]levels|gcse)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex School();

    [GeneratedRegex(
        @"\b((university|college|academic|technical|relevant|related|advanced) degree|degree (in|or)\b|degree from|(abgeschlossenes|erfolgreich abgeschlossenes|technisches|wirtschaftswissenschaftliches) (\p{L}+ )?(hochschul|universitäts)?studium|hochschulstudium|hochschulabschluss|studium der|diplôme (universitaire|d['’]|en|supérieur)|formation supérieure|título universitario|titulación|estudios universitarios|universitair|wo-niveau|diploma universitario)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AnyDegree();

    [GeneratedRegex(
        @"\b(or (an? )?(equivalent|comparable|similar|related (work )?experience|relevant experience)|equivalent (work |practical |professional )?experience|in lieu of|oder (eine )?(vergleichbare|ähnliche|gleichwertige)|ou équivalent|o equivalente|of vergelijkbaar|of gelijkwaardig|o titolo equivalente)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Equivalent();
}
