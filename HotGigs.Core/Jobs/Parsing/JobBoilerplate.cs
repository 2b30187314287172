using System.Text.RegularExpressions;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Marks what says nothing about the work: whole sections by their heading, single sentences by their words.</summary>
/// <remarks>Leaving it out of the lexical match was worth .03 nDCG on real postings (spec/matching.md, section 3).</remarks>
internal static partial class JobBoilerplate
{
    public static List<Boilerplate> Find(string text, IReadOnlyList<JobLine> lines)
    {
        var found = new List<Boilerplate>();
        foreach (JobLine line in lines)
        {
            TextSpan[] orders = [.. JobInstructions.Find(text, line)];
            found.AddRange(orders.Select(order => new Boilerplate(BoilerplateKind.InstructionLike, order)));
            if (OfSection(line.Kind) is { } kind)
            {
                if (orders.Length == 0)
                    found.Add(new(kind, line.Span));
                continue;
            }

            if (line.Kind is JobSectionKind.Must or JobSectionKind.Nice or JobSectionKind.Skills || line.Body.Length == 0)
                continue;
            foreach (TextSpan sentence in JobLines.Sentences(text, line.Body))
            {
                if (!orders.Any(order => order.Start < sentence.End && sentence.Start < order.End)
                    && OfWords(text.AsSpan(sentence.Start, sentence.Length)) is { } spoken)
                    found.Add(new(spoken, sentence));
            }
        }

        return Joined(found);
    }

    private static BoilerplateKind? OfSection(JobSectionKind kind) => kind switch
    {
        JobSectionKind.AboutUs => BoilerplateKind.AboutUs,
        JobSectionKind.Benefits => BoilerplateKind.Benefits,
        JobSectionKind.EqualOpportunity => BoilerplateKind.EqualOpportunity,
        JobSectionKind.HowToApply => BoilerplateKind.HowToApply,
        _ => null,
    };

    private static BoilerplateKind? OfWords(ReadOnlySpan<char> sentence) =>
        EqualOpportunity().IsMatch(sentence) ? BoilerplateKind.EqualOpportunity
        : Benefits().IsMatch(sentence) ? BoilerplateKind.Benefits
        : Apply().IsMatch(sentence) ? BoilerplateKind.HowToApply
        : AboutUs().IsMatch(sentence) ? BoilerplateKind.AboutUs
        : null;

    /// <summary>Lines of one kind that follow each other are one stretch.</summary>
    private static List<Boilerplate> Joined(List<Boilerplate> found)
    {
        var joined = new List<Boilerplate>();
        foreach (Boilerplate next in found)
        {
            if (joined is [.., var last] && last.Kind == next.Kind && next.Kind != BoilerplateKind.InstructionLike && next.Span.Start - last.Span.End <= 4)
                joined[^1] = last with { Span = TextSpan.Between(last.Span.Start, next.Span.End) };
            else
                joined.Add(next);
        }

        return joined;
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(equal[- ](employment[- ])?opportunit\w+|affirmative action|without regard to|regardless of (race|age|gender|sex|color|origin)|race,? colou?r,? religion|protected veteran|sexual orientation|gender identity|reasonable accommodations?|do(es)? not discriminate|diverse and inclusive|background check|e-verify|drug[- ]free|chancengleichheit|ungeachtet|unabhängig von (geschlecht|alter|herkunft|nationalität)|schwerbehinderte|sexuelle[rn]? (identität|orientierung)|egalité des chances|égalité des chances|handicap|orientation sexuelle|igualdad de oportunidades|orientación sexual|discriminación|gelijke kansen|seksuele geaardheid|geaardheid|pari opportunità|orientamento sessuale)",
        Options)]
    private static partial Regex EqualOpportunity();

    [GeneratedRegex(
        @"\b(we offer|we provide (a|our|you)|health insurance|dental (insurance|coverage|and vision)|vision insurance|medical,? dental|401\(?k\)?|paid time off|\bpto\b|paid (holidays|vacation|leave|parental)|parental leave|life insurance (and|benefit|coverage)|stock options|gym membership|free (lunch|snacks|coffee|drinks|fruit)|competitive (salary|compensation|pay|benefits)|tuition reimbursement|flexible working hours|wir bieten|\d+ tage urlaub|urlaubstage|betriebliche altersvorsorge|obstkorb|firmenfeiern|flache hierarchien|jobrad|jobticket|mutuelle|tickets? restaurants?|titres-restaurant|nous offrons|rtt\b|ofrecemos|seguro médico|seguro de salud|tickets? restaurante|vacaciones|wij bieden|pensioenregeling|vakantiedagen|reiskostenvergoeding|buoni pasto|vale refeição)",
        Options)]
    private static partial Regex Benefits();

    [GeneratedRegex(
        @"\b(apply (now|today|online|by|via|through|here|with)|to apply|send (us )?(your )?(cv|resume|résumé|application)|submit (your )?(cv|resume|application|a cover letter)|we look forward to|only shortlisted|no agencies|recruitment agencies|bewerben sie sich|bewirb dich|bewerbungsunterlagen|wir freuen uns auf|ihre bewerbung|deine bewerbung|envoyez (votre|nous)|merci d['’]envoyer|postulez|envía tu|envíe su|solliciteer|stuur je cv|invia (il tuo|la tua)|candidate-se)",
        Options)]
    private static partial Regex Apply();

    [GeneratedRegex(
        @"\b(we are (a|an|one of|the) (\w+[ -]){0,4}(leading|leader|company|firm|startup|start-up|provider|organization|organisation|agency|global|fast[- ]growing|family|market|innovative)|is (a|an|one of|the) (\w+[ -]){0,4}(leading|leader|provider of|company that|fast[- ]growing)|founded in (18|19|20)|established in (18|19|20)|headquartered in|our (mission|vision|values) (is|are)|\d[\d.,]* (employees|mitarbeiter\w*|collaborateurs|salariés|empleados|medewerkers)|wir sind (ein|eine|einer|das|der|die) (\w+ ){0,4}(führend\w*|unternehmen|agentur|start-?up|anbieter|marktführer|familien\w*)|gegründet|nous sommes (un|une) (\w+ ){0,3}(entreprise|société|leader|start-?up)|leader (mondial|européen|du marché)|somos una? (\w+ ){0,3}(empresa|compañía|líder|startup)|empresa líder|wij zijn een|toonaangevend\w*|siamo un['’]?a? ?(\w+ ){0,3}(azienda|società|leader))",
        Options)]
    private static partial Regex AboutUs();
}
