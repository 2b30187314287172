using System.Text.RegularExpressions;

namespace HotGigs.Core.Reading;

/// <content>Text that means to steer a program that answers or acts, rather than to be judged.</content>
public static partial class InstructionLikeText
{
    /// <summary>Verdicts nobody writes into their own résumé: answers in a machine's form, approvals of others, praise without a subject.</summary>
    [GeneratedRegex(
        @"[""']\s*(score|verdict|rating|ranking|recommendation|match_score|decision)[""']\s*:\s*([""']|[0-9])" +
        @"|\b(recruiter|interviewer|interview|hiring\s+manager|manager|screening|ats)s?\s+(evaluation|verdict|assessment|approval|decision|score)\s*(\((verified|confirmed|final|approved)\)|:\s*([0-9]{2,3}\s*/|approved|passed|granted))" +
        @"|\bhuman[\s-]in[\s-]the[\s-]loop\s+approv|\bapproval\s*:\s*granted\b|\b(background\s+check|all\s+checks)\s*:\s*passed\b" +
        @"|\b[0-9]{2,3}\s*/\s*100\b[^\n]{0,40}\b(hire|match|candidate)|\bstrong[\s_]hire\b" +
        @"|\bonce[\s-]in[\s-]an?[\s-](decade|generation|lifetime|century)[\s,]+(candidate|applicant|hire|talent)\b|\b(candidate|applicant|hire)\s+by\s+(every|any)\s+measure\b" +
        @"|\b(ideal|perfect|best|obvious)\s+(hire|candidate|choice)\s+for\s+(any|every|all)\s+(role|job|position|opening)",
        Options)]
    private static partial Regex Forged();

    /// <summary>Orders to an assistant: tools to call, forms its answer must take, data of others, endless output, parts to put together.</summary>
    [GeneratedRegex(
        @"\b(call|invoke|run|use|execute)\s+(the\s+)?(tool|function)\b|\b(call|invoke|execute)\s+[a-z]+(_[a-z]+)+\s*\(" +
        @"|(^|\n)\s*assistant\s*:\s*(call|run|use|send|ignore|rate|rank|give|score|share|output|print|hire)\b" +
        @"|!\[[^\]\n]{0,80}\]\(\s*https?://" +
        @"|\b(always|must|please)?\s*(end|begin|start|finish|conclude|preface)\s+(your|the)\s+(answer|reply|response|output|summary|report)\b" +
        @"|\bwhen(ever)?\s+you\s+(summari[sz]e|read|review|rate|score|evaluate|rank|parse|process|assess)\s+(this|the)\s+(resume|résumé|cv|candidate|document|profile|application)" +
        @"|\b(list|include|reveal|show|output|print|append|share|send|email)\b[^.\n]{0,60}\b(every|all|any|the)\s+other\s+(candidate|applicant)" +
        @"|\bbefore\s+(you\s+answer|answering|responding|you\s+respond)\b|\b(write|count|print|list)\s+(out\s+)?(all\s+)?the\s+numbers\s+from\b" +
        @"|\brepeat\s+(this|the)\s+(\w+\s+)?(resume|résumé|cv|text|document|word|phrase|sentence)\s+[0-9]+\s+times\b" +
        @"|\bremember\s+the\s+(word|phrase|string|text)\s+[a-z0-9]\b|\bnow\s+(do|execute|follow|combine|join|say)\s+[a-z]\s*\+\s*[a-z]\b" +
        @"|\bdecode\s+(it\s+|this\s+|and\s+|then\s+){1,3}(follow|obey|execute|run|do)\b",
        Options)]
    private static partial Regex Agents();
}
