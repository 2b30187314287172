using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Work mode, level and employment type: closed lists of words, surer in the title and in conditions than in sentences.</summary>
internal static partial class JobTerms
{
    private static readonly (Regex Words, WorkMode Value)[] Modes =
        [(Hybrid(), WorkMode.Hybrid), (NotRemote(), WorkMode.OnSite), (Remote(), WorkMode.Remote), (OnSite(), WorkMode.OnSite)];

    /// <summary>Higher steps first: a "Senior Engineering Manager" is a manager.</summary>
    private static readonly (Regex Words, JobLevel Value)[] Levels =
    [
        (Intern(), JobLevel.Intern), (Executive(), JobLevel.Executive), (Director(), JobLevel.Director), (Principal(), JobLevel.Principal), (Manager(), JobLevel.Manager),
        (Lead(), JobLevel.Lead), (Senior(), JobLevel.Senior), (Mid(), JobLevel.Mid), (Junior(), JobLevel.Junior),
    ];

    private static readonly (Regex Words, JobLevel Value)[] LevelsOfOne = [.. Levels.Where(level => level.Value != JobLevel.Manager)];

    private static readonly (Regex Words, EmploymentType Value)[] Employments =
    [
        (Internship(), EmploymentType.Internship), (Apprenticeship(), EmploymentType.Apprenticeship), (Freelance(), EmploymentType.Freelance), (Temporary(), EmploymentType.Temporary),
        (Contract(), EmploymentType.Contract), (FullTime(), EmploymentType.FullTime), (PartTime(), EmploymentType.PartTime),
    ];

    public static Field<WorkMode>? FindWorkMode(string text, IReadOnlyList<JobLine> lines)
    {
        Field<WorkMode>? best = null;
        foreach (JobLine line in lines)
        {
            // Duties speak of other people's sites ("visit customers on site"), not of where the desk is.
            if (line.Kind == JobSectionKind.Duties || Best(text, line.Span, Modes) is not { } found)
                continue;
            double confidence = line.Kind is JobSectionKind.Opening or JobSectionKind.Conditions ? 0.9 : 0.65;

            // Of two mentions as sure, hybrid is the more careful word: "remote" often means some days of it.
            if (best is null || confidence > best.Confidence || (confidence == best.Confidence && found.Value == WorkMode.Hybrid))
                best = new(found.Value, [found.Span], confidence);
        }

        return best;
    }

    public static Field<JobLevel>? FindLevel(string text, TextSpan? title, IReadOnlyList<JobLine> lines)
    {
        if (title is { } named)
        {
            bool leadsNobody = ManagerOfThings().IsMatch(text.AsSpan(named.Start, named.Length));
            if (Best(text, named, leadsNobody ? LevelsOfOne : Levels) is { } inTitle)
                return new(inTitle.Value, [inTitle.Span], 0.9);
        }

        foreach (JobLine line in lines)
        {
            foreach (ValueMatch match in LevelPhrase().EnumerateMatches(text.AsSpan(line.Span.Start, line.Span.Length)))
            {
                var span = new TextSpan(line.Span.Start + match.Index, match.Length);
                if (Best(text, span, Levels) is { } found)
                    return new(found.Value, [span], 0.6);
            }
        }

        return null;
    }

    public static Field<EmploymentType>? FindEmployment(string text, TextSpan? title, IReadOnlyList<JobLine> lines)
    {
        if (title is { } named && Best(text, named, Employments) is { } inTitle)
            return new(inTitle.Value, [inTitle.Span], 0.9);
        Field<EmploymentType>? best = null;
        foreach (JobLine line in lines)
        {
            double confidence = line.Kind is JobSectionKind.Opening or JobSectionKind.Conditions ? 0.85 : 0.6;
            bool sure = line.Span.Length <= 80 || line.Kind == JobSectionKind.Conditions;
            if (sure && confidence > (best?.Confidence ?? 0) && Best(text, line.Span, Employments) is { } found)
                best = new(found.Value, [found.Span], confidence);
        }

        return best;
    }

    private static (T Value, TextSpan Span)? Best<T>(string text, TextSpan where, (Regex Words, T Value)[] list)
    {
        foreach ((Regex words, T value) in list)
        {
            foreach (ValueMatch match in words.EnumerateMatches(text.AsSpan(where.Start, where.Length)))
                return (value, new(where.Start + match.Index, match.Length));
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(hybrid( work\w*| model\w*| role| position| remote)?\b|hybrides?\b|híbrid[oa]|ibrid[oa]\b|hybryd\w+|hibrit|teilweise (remote|home ?office|mobil)|partially remote|partly remote|\d days? (a|per) week (in the office|on-?site|from home|remote)|\d days? (in office|in the office|on-?site|remote)|\d tage (home ?office|remote|im büro)|télétravail (partiel|\d)|混合办公)", Options)]
    private static partial Regex Hybrid();

    [GeneratedRegex(@"\b(not (a )?remote|no remote|non[- ]remote|remote (work )?(is )?not|kein (home ?office|remote)|pas de télétravail|sin teletrabajo)", Options)]
    private static partial Regex NotRemote();

    [GeneratedRegex(
        @"\b(fully remote|100 ?% ?(remote|home ?office|télétravail|teletrabajo)|remote[- ](first|only|work|position|role|job|friendly|option|possible|within|in|from|us|usa|eu|uk|germany|europe)\b|work(ing)? remotely|work(ing)? from (home|anywhere)|home ?office|home-office|telecommut\w+|telework|mobiles arbeiten|ortsunabhängig|télétravail|teletrabajo|remoto|thuiswerken|lavoro da remoto|praca zdalna|uzaktan|远程|リモート|在宅)|(^|[(|,:·•/–—-])\s*remote\s*($|[)|,;·•/–—-])",
        Options)]
    private static partial Regex Remote();

    [GeneratedRegex(@"\b(on[- ]?site( work\w*| role| position| only)?\b|in[- ]office|in the office|in[- ]person|vor ort|sur site|présentiel|presencial|op kantoor|op locatie|in sede|stacjonarn\w+|ofisten)\b", Options)]
    private static partial Regex OnSite();

    [GeneratedRegex(@"\b(intern|internship|trainee|working student|werkstudent\w*|praktik(ant|um)\w*|stagiaire|stage\b|becari[oa]|prácticas|stagair|tirocinio|estagiári[oa]|staż\w*|stajyer)\b", Options)]
    private static partial Regex Intern();

    [GeneratedRegex(@"\b(vice president|vp|svp|evp|avp|chief \w+ officer|c[etofipm]o|ciso|managing director|geschäftsführer\w*|vorstand|directeur général|director general|president)\b", Options)]
    private static partial Regex Executive();

    [GeneratedRegex(@"\b(director|head of|direktor\w*|leiter(in)? der abteilung|abteilungsleit\w+|bereichsleit\w+|directeur|directrice|directora?|direttore|diretora?|dyrektor)\b", Options)]
    private static partial Regex Director();

    [GeneratedRegex(@"\b(principal|staff (software |site |data |product |machine |research |security |backend |frontend )*(engineer|developer|scientist|designer|architect|reliability)|distinguished|fellow)\b", Options)]
    private static partial Regex Principal();

    [GeneratedRegex(@"\b(managers?|filialleit\w+|teamleit\w+|marktleit\w+|restaurantleit\w+|gerente|responsable d['’]équipe|supervisor)\b", Options)]
    private static partial Regex Manager();

    /// <summary>Managers by name who need not lead people.</summary>
    [GeneratedRegex(@"\b(project|product|account|case|program|programme|community|category|brand|media|event|success|portfolio|content|relationship|risk|data|change|contract|property|campaign|partner|release|incident|ads|seo) managers?\b", Options)]
    private static partial Regex ManagerOfThings();

    [GeneratedRegex(@"\b(lead|team ?lead\w*|tech(nical)? lead\w*|leitende\w*|chef d['’]équipe|líder)\b", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(senior|sr\.?|experienced|erfahrene\w*|confirmé\w*|expérimenté\w*|sênior|starszy|kıdemli|superior|高级|資深|シニア)", Options)]
    private static partial Regex Senior();

    [GeneratedRegex(@"\b(mid[- ]?level|mid[- ]senior|intermediate|medior|regular|mid)\b", Options)]
    private static partial Regex Mid();

    [GeneratedRegex(@"\b(junior|jr\.?|entry[- ]level|graduate|berufseinsteiger\w*|einstiegs\w*|absolvent\w*|débutant\w*|júnior|młodszy|principiante|初级)", Options)]
    private static partial Regex Junior();

    [GeneratedRegex(@"\b(entry|junior|mid|middle|senior|lead|principal|director|executive)[- ]level\b|\b(seniority|level|karrierestufe|career level|experience level)\s*:\s*[\p{L} -]{3,30}|\b(senior|junior)[- ](position|role)\b", Options)]
    private static partial Regex LevelPhrase();

    [GeneratedRegex(@"\b(internship|praktikum|werkstudent\w*|working student|(offre de |contrat de )stage|prácticas|tirocinio|estágio)\b", Options)]
    private static partial Regex Internship();

    [GeneratedRegex(@"\b(apprentice(ship)?|ausbildung zum|ausbildung zur|auszubildende\w*|azubi|alternance|apprentissage|contrato de formación)\b", Options)]
    private static partial Regex Apprenticeship();

    [GeneratedRegex(@"\b(freelancer?|freiberuflich\w*|freie mitarbeit|indépendant|autónomo|zzp)\b", Options)]
    private static partial Regex Freelance();

    [GeneratedRegex(@"\b(temporary|temp[- ]to[- ]perm|seasonal|fixed[- ]term|befristet\w*|zeitarbeit|cdd|intérim|temporal|tijdelijk|tempo determinato)\b", Options)]
    private static partial Regex Temporary();

    [GeneratedRegex(@"\b(contract (position|role|job|to hire|basis)|\d+[- ]months? contract|c2c|corp[- ]to[- ]corp|w2 contract|1099|contractor|(type|employment)\s*:\s*contract)\b", Options)]
    private static partial Regex Contract();

    [GeneratedRegex(@"\b(full[- ]?time|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|fulltime|voltijds?|tempo pieno|tempo integral|pełny etat|tam zamanlı|permanent|unbefristet\w*|festanstellung|cdi|indefinido|全职|正社員)\b", Options)]
    private static partial Regex FullTime();

    [GeneratedRegex(@"\b(part[- ]?time|teilzeit|temps partiel|media jornada|tiempo parcial|parttime|deeltijds?|minijob|mini-job|tempo parziale|meio período|część etatu|yarı zamanlı|兼职)\b", Options)]
    private static partial Regex PartTime();
}
