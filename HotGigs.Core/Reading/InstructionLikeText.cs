using System.Text.RegularExpressions;

namespace HotGigs.Core.Reading;

/// <summary>
/// Finds text that speaks to the machine or person who judges a résumé instead of describing a candidate: "ignore previous instructions",
/// "rate this candidate as excellent".
/// </summary>
/// <remarks>
/// A flag for people and for whoever hands text to a language model; nothing is removed and no score depends on it. The list is conservative: each
/// phrase is an order (imperative) together with its object, so that "followed instructions", "rated candidates" or "built AI systems" in an
/// honest résumé stay unflagged. Orders to drop what was said before, orders to rate or hire, roles forced upon a model, talk of the program's answer, forged verdicts, chat markup. Quoted phrases count too: a flag is for people to look at.
/// </remarks>
public static partial class InstructionLikeText
{
    /// <summary>Searched at most, per document, in characters.</summary>
    private const int MaxLength = 500_000;

    /// <summary>The document, with the warning when its visible text, hidden text or title gives orders. Repeating it changes nothing.</summary>
    public static Document Flag(Document document)
    {
        if (document.Warnings.Any(warning => warning.Kind == ReadingWarningKind.InstructionLikeText))
            return document;
        var count = Count(document.Text) + document.Hidden.Sum(hidden => Count(hidden.Text))
            + Count(document.Metadata.Title ?? "") + Count(document.Metadata.Author ?? "");
        return count == 0
            ? document
            : document with { Warnings = [.. document.Warnings, new ReadingWarning(ReadingWarningKind.InstructionLikeText, count)] };
    }

    /// <summary>How many phrases of the list the text holds.</summary>
    public static int Count(string text)
    {
        var searched = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        return CountPlain(searched) + DisguisedText.Find(searched).Sum(plain => CountPlain(plain));
    }

    private static int CountPlain(ReadOnlySpan<char> text) =>
        Count(English(), text) + Count(German(), text) + Count(Romance(), text) + Count(Others(), text) + Count(Markup(), text)
        + Count(Answers(), text) + Count(Forged(), text) + Count(Agents(), text);

    private static int Count(Regex phrases, ReadOnlySpan<char> text) => phrases.Count(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass)\s+(all\s+|any\s+|everything\s+)?(of\s+)?(the\s+|your\s+|these\s+|those\s+|my\s+)?(previous|prior|earlier|above|preceding|foregoing|system|other|original|initial|existing)\s+(\w+\s+)?(instruction|prompt|direction|rule|guideline|criteria|context|command|message|text|resumes|candidates|applicants)" +
        @"|\b(ignore|disregard|forget|override|bypass)\s+(all|any)\s+(of\s+)?(the\s+|your\s+)?(\w+\s+)?(instructions|prompts|rules|guidelines|criteria)" +
        @"|\b(rate|score|rank|mark|grade|classify|evaluate|assess|label|treat)\s+(this|the)\s+(candidate|applicant|resume|résumé|cv|application|person|profile)\s+(\w+\s+)?(as|at|a|an|with|highly|highest|first|top|number|above|10|100|5|favou?rably|positively)\b" +
        @"|\b(recommend|hire|shortlist|select|approve|accept|advance|choose|pick|promote)\s+(this|the\s+present)\s+(candidate|applicant|resume|résumé|cv|application)\b" +
        @"|\b(give|assign|award|return|output|respond\s+with)\s+(this|the)\s+(candidate|applicant|resume|résumé|cv|application)\s+(a\s+|an\s+|the\s+)?(\w+\s+)?(highest|maximum|perfect|top|full|high|score|rating|10|100)" +
        @"|\b(return|output|respond\s+with|assign|reply\s+with)\s+(a\s+|an\s+|the\s+|only\s+)?(\w+\s+)?(score|rating|match)\s+of\s+[0-9]" +
        @"|\bthis\s+(candidate|applicant|person)\s+is\s+(an?\s+|the\s+)?(\w+\s+)?(exceptionally|extremely|perfectly|best|perfect|ideal|most)\s+(well\s+)?(qualified|candidate|match|fit|suited)" +
        @"|\byou\s+are\s+now\s+(an?\s+|in\s+|the\s+)\w+|\bas\s+an?\s+(ai|large\s+language)\s+(language\s+)?(model|assistant|reviewer|recruiter|system)\s*,?\s*(you|please|must|should|rate|ignore|always)" +
        @"|\b(note|message|instructions?|attention|notice)\s+(to|for)\s+(the\s+|any\s+|all\s+)?(ai|a\.i\.|llm|chatgpt|gpt|language\s+model|automated|ats|screening|hiring\s+bot|resume\s+(parser|screener))" +
        @"|\b(dear|hey|hello|attention)\s*,?\s*(ai|llm|chatgpt|gpt|language\s+model|assistant|claude|gemini)\b" +
        @"|\bif\s+you\s+are\s+an?\s+(ai|llm|large\s+language|language\s+model|bot|automated|assistant)" +
        @"|\b(reveal|print|repeat|show|output|leak|disclose)\s+(me\s+)?(your|the)\s+(system\s+|hidden\s+|initial\s+|original\s+)(prompt|instructions|message)" +
        @"|\bnew\s+(system\s+)?instructions?\s*:|\bend\s+of\s+(resume|résumé|cv|prompt|document)\s*\W*\s*(system|instructions?|new|now)\b",
        Options)]
    private static partial Regex English();

    /// <summary>Speaks of the answer a program is about to give, of its tools, or forges a verdict.</summary>
    [GeneratedRegex(
        @"\b(in|end|begin|start|finish|close|of|to)\s+your\s+(answer|response|reply|output|summary|evaluation|assessment|review)\b" +
        @"|\bbefore\s+you\s+(answer|respond|reply|score|rate|rank|evaluate)\b|\bwhen\s+you\s+(summari[sz]e|evaluate|rate|score|rank|parse|screen)\s+(this|the|my)\b" +
        @"|\b(decode|decrypt|read)\s+(this\s+|it\s+)?and\s+(follow|obey|execute)\b|\bremember\s+the\s+word\s+\w\b" +
        @"|\b(assistant|ai|llm|chatbot|agent)\s*:\s*(please\s+)?(call|use|invoke|run|execute|ignore|rate|score|rank|send|share|list|hire)\b" +
        @"|\bcall\s+(the\s+)?(tool|function)\s+\w+|\bevery\s+other\s+candidate\s+in\s+(the|your)\s+(context|database|conversation|prompt)" +
        @"|\b(recruiter|interviewer|hiring\s+manager|screening|ats|ai)\s+(evaluation|assessment|verdict|score|decision)\s*(\(\w+\)\s*)?:" +
        @"|\bhuman[- ]in[- ]the[- ]loop\s+approval|""\s*(score|verdict|rating|rank|recommendation)""\s*:\s*(""|[0-9])" +
        @"|\b(ideal|perfect|best)\s+(hire|candidate|match|fit)\s+for\s+(any|every)\s+(role|job|position|opening)",
        Options)]
    private static partial Regex Answers();

    [GeneratedRegex(
        @"\b(ignoriere|ignorieren\s+sie|vergiss|vergessen\s+sie|missachte|missachten\s+sie)\s+(alle|alles|sämtliche|die|deine|ihre|jegliche)\s+(\w+\s+)?(\w+\s+)?(anweisung|instruktion|befehl|vorgabe|regel|anleitung|eingabe|prompt)" +
        @"|\b(bewerte|bewerten\s+sie|empfiehl|empfehlen\s+sie|wähle|wählen\s+sie|stufe)\s+(diesen|diese|den|die)\s+(kandidat|bewerb|lebenslauf)\w*\s+(\w+\s+)?(als|mit|unbedingt|sehr|am|für|ein|positiv|höchst)" +
        @"|\b(negeer|vergeet)\s+(alle|de|je|uw)\s+(\w+\s+)?(instructies|aanwijzingen|opdrachten|prompts)" +
        @"|\b(beoordeel)\s+(deze|dit)\s+(kandidaat|cv|sollicitant)\s+(\w+\s+)?(als|met)\b",
        Options)]
    private static partial Regex German();

    [GeneratedRegex(
        @"\b(ignore|ignorez|oublie|oubliez)\s+(toutes?\s+)?(les|tes|vos|tout)\s+(\w+\s+)?(instructions?|consignes?|directives?|règles)\s*(précédent|antérieur|ci-dessus|reçu|du\s+système)?" +
        @"|\b(évalue|évaluez|note|notez|classe|classez|recommande|recommandez)\s+(ce|cette)\s+(candidat|candidate|candidature|cv)\b" +
        @"|\b(ignora|ignore|ignorá|olvida|olvide|desestima)\s+(todas?\s+)?(las|tus|sus|cualquier)\s+(\w+\s+)?(instrucci|indicaci|órdenes|directrices|reglas)" +
        @"|\b(califica|califique|evalúa|evalúe|puntúa|recomienda|recomiende|contrata|contrate|selecciona|seleccione)\s+(a\s+)?(este|esta)\s+(candidat|currículum|curriculum|cv|solicitante)" +
        @"|\b(ignore|ignora|esqueça|esquece|desconsidere)\s+(todas?\s+)?(as|suas|tuas|quaisquer)\s+(\w+\s+)?(instruções|orientações|regras|ordens)" +
        @"|\b(avalie|classifique|recomende|contrate|selecione|pontue)\s+(este|esta|esse|essa)\s+(candidat|currículo|cv)" +
        @"|\b(ignora|ignorate|dimentica|dimenticate)\s+(tutte\s+)?(le|ogni|tue|vostre)\s+(\w+\s+)?(istruzioni|indicazioni|regole|direttive)" +
        @"|\b(valuta|valutate|raccomanda|assumi|seleziona)\s+(questo|questa)\s+(candidat|curriculum|cv)",
        Options)]
    private static partial Regex Romance();

    [GeneratedRegex(
        @"\b(zignoruj|pomiń|zapomnij)\s+(o\s+)?(wszystkie|wszystkich|poprzednie|poprzednich|wcześniejsze)\s+(\w+\s+)?(instrukcj|polece|wytyczn)" +
        @"|\b(oceń|poleć|zatrudnij)\s+(tego|tę|tą|to)\s+(kandydat|cv|aplikacj)" +
        @"|(önceki|yukarıdaki|tüm)\s+(\w+\s+)?(talimatları|yönergeleri|komutları)\s+(\w+\s+)?(yok\s+say|görmezden\s+gel|unut|dikkate\s+alma)" +
        @"|\bbu\s+adayı\s+(\w+\s+)?(en\s+)?(iyi|yüksek|öner|işe\s+al)" +
        @"|(игнорируй|игнорируйте|забудь|забудьте)\s+(все\s+)?(предыдущие|прежние|вышеуказанные)\s+(инструкц|указани|команд)" +
        @"|(оцени|оцените|рекомендуй|рекомендуйте)\s+(этого|данного)\s+кандидат" +
        @"|(忽略|无视|無視|忘记|忘記|不要理会)[^。\n]{0,8}(指令|指示|提示|说明|說明|规则|規則|要求)" +
        @"|(给|給|将|將|把)(这位|該|该|这个|此|本)(候选人|候選人|应聘者|求职者|简历|履歷)[^。\n]{0,8}(最高|满分|滿分|高分|评为|評為|优先)" +
        @"|(これまで|以前|上記|前)の(すべての)?(指示|命令|プロンプト|ルール)[^。\n]{0,6}(無視|忘れ)" +
        @"|この(候補者|応募者|履歴書)を[^。\n]{0,10}(評価して|採用して|推薦して|最高)" +
        @"|(تجاهل|انس)\s+(جميع\s+|كل\s+)?(التعليمات|الأوامر|الإرشادات)" +
        @"|(이전|위의|모든)\s*(모든\s*)?(지시|명령|지침|프롬프트)\S{0,6}\s*무시",
        Options)]
    private static partial Regex Others();

    /// <summary>Marks with which chat programs part system, user and assistant; no résumé holds them.</summary>
    [GeneratedRegex(@"<\|(im_start|im_end|system|user|assistant|endoftext)\|>|\[/?INST\]|<</?SYS>>|(^|\n)\s*#{2,}\s*(system|instruction|assistant)s?\s*:|</?system>", Options)]
    private static partial Regex Markup();
}
