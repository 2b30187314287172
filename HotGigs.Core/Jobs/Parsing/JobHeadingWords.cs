namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Heading phrases in English, German, French, Spanish, Dutch, Portuguese, Italian, Polish, Turkish, Romanian, Swedish, Chinese, Japanese and Arabic.</summary>
internal static class JobHeadingWords
{
    public static readonly IReadOnlyList<(JobSectionKind Kind, string[] Phrases)> All =
    [
        (JobSectionKind.Nice,
        [
            "nice to have", "nice to haves", "preferred", "preferred qualifications", "preferred skills", "preferred requirements", "bonus", "bonus points",
            "bonus skills", "desired", "desired skills", "desired qualifications", "desirable", "desirable skills", "good to have", "great to have", "extra points", "a plus", "plusses", "pluses",
            "would be a plus", "additional skills", "additional qualifications", "optional", "advantageous", "what would be nice", "even better if",
            "wünschenswert", "von vorteil", "das wäre schön", "idealerweise", "pluspunkte", "zusätzlich von vorteil",
            "atouts", "les plus", "serait un plus", "un plus", "souhaité", "souhaitées", "appréciées",
            "deseable", "se valorará", "valorable", "requisitos deseables", "conocimientos deseables",
            "pré", "pluspunten", "is een pré", "mooi meegenomen", "diferenciais", "desejável", "gradito", "costituisce titolo preferenziale", "requisiti preferenziali",
            "mile widziane", "tercih edilen", "reprezintă un avantaj", "constituie avantaj", "meriterande", "优先条件", "加分项", "歓迎スキル", "歓迎条件", "يفضل",
        ]),
        (JobSectionKind.Must,
        [
            "requirements", "requirement", "job requirements", "must have", "must haves", "must have skills", "minimum qualifications", "minimum requirements", "basic qualifications",
            "required skills", "required qualifications", "required experience", "required", "essential", "essential skills", "essential criteria", "mandatory", "mandatory skills",
            "what you need", "what youll need", "you must have", "you will need", "key requirements", "prerequisites", "skills required", "skills and requirements", "technical requirements",
            "anforderungen", "voraussetzungen", "muss", "das erwarten wir", "erforderlich", "anforderungsprofil", "was du brauchst", "was sie brauchen",
            "exigences", "prérequis", "compétences requises", "compétences exigées", "indispensable",
            "requisitos", "requisitos mínimos", "imprescindible", "requerimientos", "requisitos obrigatórios", "requisitos indispensables",
            "vereisten", "functie eisen", "functie eis", "functieeisen", "eisen", "jouw eisen", "requisiti", "requisiti richiesti",
            "wymagania", "oczekujemy", "aranan nitelikler", "gereksinimler", "cerințe", "competențe necesare", "aptitudini necesare", "aptitudinile necesare", "krav", "任职要求", "岗位要求", "职位要求", "応募資格", "必須スキル", "必須条件", "المتطلبات", "الشروط",
        ]),
        (JobSectionKind.Profile,
        [
            "qualifications", "qualification", "your profile", "your qualifications", "candidate profile", "ideal candidate", "who you are", "about you", "what you bring", "what youll bring",
            "what we are looking for", "what were looking for", "looking for", "who we are looking for", "you have", "your background", "your skills", "skills and experience", "experience and skills",
            "skills and qualifications", "knowledge skills and abilities", "experience", "education and experience", "education", "person specification", "what makes you a great fit", "you are", "your experience",
            "ihr profil", "dein profil", "profil", "das bringst du mit", "das bringen sie mit", "was du mitbringst", "was sie mitbringen", "qualifikationen", "qualifikation", "du bringst mit", "sie bringen mit", "das zeichnet dich aus", "damit überzeugst du", "damit überzeugen sie",
            "profil recherché", "votre profil", "ton profil", "qualifications requises", "vos qualités", "profil du candidat", "expérience",
            "perfil", "tu perfil", "perfil buscado", "qué buscamos", "buscamos", "formación", "experiencia", "perfil del candidato",
            "jouw profiel", "profiel", "wie ben jij", "wat vragen wij", "wat breng jij mee", "wij vragen", "dit ben jij", "wat neem je mee", "uw profiel", "gevraagd",
            "o que procuramos", "qualificações", "profilo", "il tuo profilo", "chi cerchiamo", "twój profil", "profilul candidatului", "om dig",
        ]),
        (JobSectionKind.Skills,
        [
            "skills", "technical skills", "key skills", "core skills", "hard skills", "soft skills", "competencies", "key competencies", "tools", "tools and technology", "tools and technologies", "technologies", "tech stack", "technology stack", "our stack", "stack",
            "kenntnisse", "fähigkeiten", "kompetenzen", "technologien", "compétences", "compétences techniques", "environnement technique", "competencias", "habilidades", "conocimientos", "tecnologías",
            "vaardigheden", "competenties", "competências", "competenze", "umiejętności", "beceriler", "competențe", "aptitudini", "abilități",
        ]),
        (JobSectionKind.Duties,
        [
            "responsibilities", "duties", "key responsibilities", "what you will do", "what youll do", "what you will be doing", "what youll be doing", "your responsibilities", "your role", "your mission", "your tasks", "tasks", "day to day", "duties and responsibilities", "essential functions", "essential duties", "essential duties and responsibilities", "essential responsibilities", "essential job functions", "accountabilities",
            "aufgaben", "deine aufgaben", "ihre aufgaben", "tätigkeiten", "das machst du", "was dich erwartet", "das erwartet dich", "ihr aufgabengebiet", "aufgabengebiet", "dein job", "was sie erwartet", "das erwartet sie",
            "missions", "vos missions", "tes missions", "mission", "responsabilités", "vos responsabilités", "tâches", "le poste",
            "funciones", "responsabilidades", "tareas", "qué harás", "tus funciones", "misión", "taken", "jouw taken", "werkzaamheden", "verantwoordelijkheden", "wat ga je doen", "dit ga je doen",
            "atividades", "responsabilità", "mansioni", "attività", "obowiązki", "zakres obowiązków", "sorumluluklar", "iş tanımı", "responsabilitățile", "responsabilități", "responsabilitățile esențiale", "arbetsuppgifter", "ce vei face", "岗位职责", "工作职责", "職務内容", "仕事内容", "المسؤوليات", "المهام",
        ]),
        (JobSectionKind.Role,
        [
            "about the role", "the role", "about the job", "about this role", "about the position", "job description", "job summary", "position summary", "overview", "summary", "role overview", "position overview", "the opportunity", "the job", "purpose", "introduction",
            "stellenbeschreibung", "die stelle", "über die rolle", "description du poste", "à propos du poste", "descripción del puesto", "descripción", "sobre el puesto", "functieomschrijving", "de functie", "over de functie", "sobre a vaga", "descrizione", "opis stanowiska", "despre rol", "introducere",
        ]),
        (JobSectionKind.Conditions,
        [
            "location", "locations", "salary", "pay", "pay range", "salary range", "compensation", "employment type", "job type", "work schedule", "schedule", "working hours", "hours", "start date", "contract", "contract type", "work arrangement", "work location", "travel",
            "standort", "arbeitsort", "einsatzort", "gehalt", "vergütung", "arbeitszeit", "beschäftigungsart", "eintrittsdatum", "vertragsart", "lieu", "localisation", "lieu de travail", "salaire", "rémunération", "type de contrat", "contrat",
            "ubicación", "lugar", "salario", "tipo de contrato", "jornada", "horario", "localidad", "locatie", "standplaats", "salaris", "dienstverband", "uren", "localização", "sede", "sede di lavoro", "lokalizacja", "wynagrodzenie", "konum", "ücret", "locație", "salariu",
        ]),
        (JobSectionKind.Benefits,
        [
            "benefits", "perks", "perks and benefits", "what we offer", "we offer", "why join us", "why work with us", "why work here", "our offer", "benefits and perks", "compensation and benefits", "employee benefits", "what youll get", "whats in it for you", "why us", "what you get", "our benefits",
            "wir bieten", "unser angebot", "das bieten wir", "was wir bieten", "benefits für dich", "deine vorteile", "ihre vorteile", "deine benefits", "was wir dir bieten", "was wir ihnen bieten", "das bieten wir dir", "das bieten wir ihnen", "unsere benefits", "freu dich auf", "leistungen",
            "avantages", "nous offrons", "nous vous offrons", "ce que nous offrons", "ce que nous vous offrons", "nos avantages", "pourquoi nous rejoindre", "on vous offre",
            "beneficios", "ofrecemos", "qué ofrecemos", "te ofrecemos", "se ofrece", "wij bieden", "wat bieden wij", "ons aanbod", "arbeidsvoorwaarden", "wat wij bieden", "dit bieden wij", "wat krijg je",
            "oferecemos", "benefícios", "o que oferecemos", "offriamo", "cosa offriamo", "vantaggi", "oferujemy", "co oferujemy", "yan haklar", "ce oferim", "vi erbjuder", "福利待遇", "待遇", "福利厚生", "المزايا",
        ]),
        (JobSectionKind.AboutUs,
        [
            "about us", "who we are", "about the company", "company overview", "our company", "company description", "about the team", "our team", "our story", "our mission", "our values", "our culture", "company", "about our company", "about the organization",
            "über uns", "wer wir sind", "das sind wir", "unternehmen", "unternehmensprofil", "à propos de nous", "qui sommes nous", "à propos", "notre entreprise", "lentreprise", "entreprise", "sobre nosotros", "quiénes somos", "la empresa", "nuestra empresa",
            "over ons", "wie zijn wij", "wie wij zijn", "het bedrijf", "sobre nós", "quem somos", "chi siamo", "lazienda", "o nas", "o firmie", "hakkımızda", "despre noi", "om oss", "公司简介", "关于我们", "会社概要", "من نحن",
        ]),
        (JobSectionKind.EqualOpportunity,
        [
            "equal opportunity", "equal opportunities", "equal employment opportunity", "eeo statement", "eeo", "diversity", "diversity and inclusion", "inclusion", "diversity equity and inclusion", "accommodations", "accommodation", "privacy notice", "privacy", "disclaimer", "legal notice", "background check",
            "chancengleichheit", "vielfalt", "datenschutz", "égalité des chances", "diversité", "igualdad de oportunidades", "diversidad", "gelijke kansen", "diversiteit", "pari opportunità", "igualdade de oportunidades",
        ]),
        (JobSectionKind.HowToApply,
        [
            "how to apply", "apply", "apply now", "application", "application process", "hiring process", "interview process", "next steps", "contact", "recruitment process", "to apply", "questions",
            "bewerbung", "jetzt bewerben", "so bewirbst du dich", "kontakt", "ihre bewerbung", "deine bewerbung", "bewerbungsprozess", "haben wir ihr interesse geweckt", "interessiert", "comment postuler", "candidature", "postuler", "processus de recrutement", "cómo aplicar", "cómo postular", "proceso de selección", "solliciteren", "sollicitatie", "interesse", "como se candidatar", "come candidarsi", "jak aplikować", "başvuru", "cum aplici",
        ]),
    ];
}
