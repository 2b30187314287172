using System.Text.RegularExpressions;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Finds sentences that speak to a machine or ask to treat people by who they are. They are flagged and left out, never followed.</summary>
internal static partial class JobInstructions
{
    public static IEnumerable<TextSpan> Find(string text, JobLine line)
    {
        // "Note to AI: do this. And that." is one order: from the address to the end of the line.
        foreach (ValueMatch match in Address().EnumerateMatches(text.AsSpan(line.Span.Start, line.Span.Length)))
            return [TextSpan.Between(line.Span.Start + match.Index, line.Span.End)];
        return JobLines.Sentences(text, line.Span).Where(sentence => Order().IsMatch(text.AsSpan(sentence.Start, sentence.Length)) || InstructionLikeText.Count(sentence.Quote(text)) > 0);
    }

    [GeneratedRegex(
        @"\b((note|message|instructions?|attention|notice)\s+(to|for)\s+(the\s+|any\s+|all\s+)?(ai|a\.i\.|llms?|chatgpt|gpt|language\s+model|ai\s+\w+|screening\s+\w+|parser|ats|bot|matcher)\b|if\s+you\s+are\s+an?\s+(ai|llm|large\s+language|language\s+model|bot)|(dear|hey)\s+(ai|llm|chatgpt|assistant)\b|hinweis\s+(an|für)\s+(die\s+)?(ki|ai)\b|note\s+(à|pour)\s+l['’]ia\b|nota\s+para\s+la\s+ia\b)|<\|(im_start|im_end|system)|\[/?INST\]|^\s*(system|assistant)\s*:",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass)\s+((all|any|the|your|my|these)\s+){0,3}(of\s+the\s+)?(previous|prior|earlier|above|preceding|system|existing|other)?\s*(instructions?|prompts?|rules|guidelines|criteria)|\b(score|rate|rank|grade|mark)\s+(\w+\s+){0,3}(candidates?|applicants?|women|men|people|resumes?|everyone|persons?)\s+(\w+\s+){0,3}(lower|higher|as|with|\d+|points|zero|first|last|down|up)|\b(reject|exclude|discard|penali[sz]e|downgrade|filter\s+out)\s+(all|every|any|each)?\s*(\w+\s+){0,2}(candidates?|applicants?|women|men|resumes?)\s+(over|under|above|below|older|younger|who|from|with|of)\b|\b(you\s+are\s+now|act\s+as)\s+(an?|the)\s+\w+|\b(reveal|print|output|repeat)\s+(your|the)\s+(system\s+)?(prompt|instructions)|\b(give|assign)\s+(\w+\s+){1,4}(a\s+)?(score|rating)\s+of\s+\d|\bignorier(e|en\s+sie)\s+(alle|die)\s+(\w+\s+)?(anweisungen|regeln)|\bignorez\s+(toutes\s+)?(les|vos)\s+(\w+\s+)?(instructions|consignes)|\bignora\s+(todas\s+)?(las|tus)\s+(\w+\s+)?instrucciones|忽略[^。\n]{0,8}(指令|指示|规则)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Order();
}
