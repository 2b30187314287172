using System.Collections.Frozen;

namespace HotGigs.Core.Reading;

/// <summary>Frequent words of the languages in Latin script, chosen among function words and the headings of résumés.</summary>
internal static class LanguageWords
{
    private const int LongestWord = 20;

    private static readonly (string Code, string Words)[] Lists =
    [
        ("en", "the and of to in with for on by at from as an is was were has have i my our using through this that which who their than into over " +
               "experience education skills work summary languages references worked managed developed led present university years team responsible " +
               "january february march april may june july august september october november december about led including high school degree bachelor master"),
        ("de", "und der die das den dem des mit für von zu im in auf bei als ein eine einer einem eines ist war sowie zur zum an aus nach über durch ich " +
               "am bis heute seit berufserfahrung ausbildung kenntnisse lebenslauf sprachen fähigkeiten abschluss studium hochschule universität geboren " +
               "januar februar märz mai juni juli oktober dezember entwicklung leitung wurde werden nicht auch oder deutsch englisch persönliche daten muttersprache"),
        ("fr", "le la les des du de et en un une pour dans sur avec par au aux est ce cette qui que je mon mes ou son ses d l " +
               "expérience expériences formation compétences langues professionnelle professionnelles profil diplôme depuis aujourd université équipe gestion " +
               "janvier février mars avril juin juillet août septembre octobre novembre décembre chez développement ans anglais français loisirs centres intérêt"),
        ("es", "el la los las de del y en un una para con por al es que se como su sus mi más desde hasta a o lo " +
               "experiencia educación formación habilidades idiomas laboral perfil universidad actualidad actual años trabajo empresa desarrollo gestión " +
               "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre licenciatura inglés español datos personales sobre"),
        ("pt", "o a os as de do da dos das e em um uma para com por ao no na nos nas que se como seu sua meu minha mais até " +
               "experiência educação formação habilidades idiomas profissional perfil universidade atual anos trabalho empresa desenvolvimento gestão " +
               "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro inglês português não são competências"),
        ("it", "il lo la i gli le di del della dei delle e in un una per con da dal al alla che si come nel nella sono mio mia presso ed " +
               "esperienza esperienze istruzione formazione competenze lingue lavorativa profilo università laurea oggi anni lavoro azienda sviluppo gestione " +
               "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre inglese italiano conoscenza dati personali"),
        ("nl", "de het een en van in op met voor te bij aan als is was die dat door naar om uit ook ik mijn tot over of zijn werd wordt " +
               "werkervaring opleiding opleidingen vaardigheden talen profiel heden universiteit jaar werk bedrijf ontwikkeling ervaring hogeschool " +
               "januari februari maart mei juni juli augustus oktober december nederlands engels persoonlijke gegevens kennis"),
        ("pl", "i w z na do od oraz za dla się jest przez przy po o nie że jako ze u pod lub obecnie " +
               "doświadczenie wykształcenie umiejętności języki zawodowe profil uniwersytet politechnika lat praca firma rozwój zarządzanie obsługa znajomość " +
               "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień angielski polski zainteresowania studia"),
        ("tr", "ve bir için ile bu da de olarak olan en çok daha gibi sonra kadar veya ancak her " +
               "deneyim deneyimi deneyimler eğitim beceriler yetenekler diller profil üniversitesi üniversite yıl şirket geliştirme yönetimi iş mezun halen " +
               "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık ingilizce türkçe kişisel bilgiler referanslar hakkımda"),
        ("sv", "och att det som en på är av för med till den har de inte om ett vid från jag under samt mitt " +
               "erfarenhet arbetslivserfarenhet utbildning kunskaper språk profil universitet nuvarande år arbete företag utveckling ansvarig " +
               "januari februari mars maj juni juli augusti oktober december svenska engelska kompetenser högskola"),
        ("da", "og at det som en på er af for med til den har de ikke om et ved fra jeg under samt mit hos " +
               "erfaring erhvervserfaring uddannelse kompetencer sprog profil universitet nuværende år arbejde virksomhed udvikling ansvarlig " +
               "januar februar marts maj juni juli oktober december dansk engelsk færdigheder"),
        ("no", "og å det som en på er av for med til den har de ikke om et ved fra jeg under samt mitt hos " +
               "erfaring arbeidserfaring utdanning utdannelse kompetanse ferdigheter språk profil universitet nåværende år arbeid bedrift utvikling ansvarlig " +
               "januar februar mars mai juni juli oktober desember norsk engelsk høgskole"),
        ("fi", "ja on ei että se oli sekä tai kuin mutta kanssa myös joka ovat olen minä " +
               "työkokemus koulutus taidot kielitaito kielet profiili yliopisto nykyinen vuosi työ yritys kehitys vastuu osaaminen " +
               "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu suomi englanti harrastukset"),
        ("cs", "a v na se z s do o je pro jako za od po ve ke nebo které jsem k " +
               "zkušenosti vzdělání dovednosti jazyky pracovní profil univerzita současnost roky práce společnost vývoj řízení znalosti " +
               "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec angličtina čeština životopis"),
        ("hu", "a az és egy is hogy nem van volt meg vagy mint ki el " +
               "tapasztalat szakmai tanulmányok készségek nyelvek nyelvtudás profil egyetem jelenleg évek munka cég fejlesztés vezetés önéletrajz " +
               "január február március április május június július augusztus szeptember október december angol magyar"),
        ("ro", "și de la în cu pe pentru din o un este sunt care mai sau prin ca al ale " +
               "experiență experienta educație educatie competențe competente limbi profesională profil universitatea prezent ani muncă firma dezvoltare " +
               "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie engleză română"),
    ];

    /// <summary>ISO 639-1.</summary>
    public static readonly string[] Codes = [.. Lists.Select(list => list.Code)];

    private static readonly FrozenDictionary<string, int[]> LanguagesOfWord = Lists
        .SelectMany((list, index) => list.Words.Split(' ').Distinct().Select(word => (word, index)))
        .GroupBy(pair => pair.word, pair => pair.index)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        LanguagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds to the weight of each language that has the word; a word of several languages counts less for each.</summary>
    public static void Weigh(ReadOnlySpan<char> word, Span<double> weights)
    {
        if (word.Length > LongestWord)
            return;
        Span<char> lower = stackalloc char[LongestWord];
        var length = word.ToLowerInvariant(lower);
        if (!Lookup.TryGetValue(lower[..length], out var languages))
            return;
        foreach (var language in languages)
            weights[language] += 1.0 / languages.Length;
    }
}
