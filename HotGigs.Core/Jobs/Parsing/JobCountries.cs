using System.Collections.Frozen;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Country names as job texts write them, in English, German, French and Spanish.</summary>
internal static class JobCountries
{
    private const string Names =
        "US:usa,us,u.s.,u.s.a.,united states,united states of america,vereinigte staaten,états-unis,estados unidos;GB:uk,u.k.,united kingdom,great britain,england,scotland,wales,großbritannien,royaume-uni,reino unido;" +
        "DE:germany,deutschland,allemagne,alemania,duitsland,germania;FR:france,frankreich,francia,frankrijk;ES:spain,españa,spanien,espagne;IT:italy,italia,italien,italie;NL:netherlands,the netherlands,nederland,niederlande,pays-bas,países bajos,holland;" +
        "BE:belgium,belgien,belgique,belgië,bélgica;AT:austria,österreich,autriche;CH:switzerland,schweiz,suisse,svizzera,suiza;LU:luxembourg,luxemburg;PT:portugal;IE:ireland,irland,irlande,irlanda;PL:poland,polska,polen,pologne,polonia;" +
        "CZ:czech republic,czechia,tschechien;SK:slovakia;HU:hungary,ungarn;RO:romania,românia,rumänien,roumanie;BG:bulgaria,bulgarien;GR:greece,griechenland,grèce;TR:turkey,türkiye,türkei,turquie;SE:sweden,sverige,schweden,suède,suecia;" +
        "NO:norway,norge,norwegen;DK:denmark,danmark,dänemark,danemark;FI:finland,suomi,finnland;EE:estonia;LV:latvia;LT:lithuania;UA:ukraine,ucrania;RS:serbia,serbien;HR:croatia,kroatien;SI:slovenia,slowenien;CY:cyprus;MT:malta;" +
        "CA:canada,kanada;MX:mexico,méxico,mexiko;BR:brazil,brasil,brasilien;AR:argentina,argentinien;CL:chile;CO:colombia,kolumbien;PE:peru,perú;UY:uruguay;CR:costa rica;" +
        "IN:india,indien,inde;PK:pakistan;BD:bangladesh;LK:sri lanka;CN:china,中国;JP:japan,日本;KR:south korea,korea;SG:singapore,singapur;MY:malaysia;ID:indonesia;PH:philippines;TH:thailand;VN:vietnam;HK:hong kong;TW:taiwan;" +
        "AU:australia,australien;NZ:new zealand,neuseeland;ZA:south africa,südafrika;NG:nigeria;KE:kenya;EG:egypt,مصر;MA:morocco,maroc;TN:tunisia,tunisie;GH:ghana;" +
        "AE:uae,united arab emirates,الإمارات;SA:saudi arabia,السعودية;QA:qatar;KW:kuwait;BH:bahrain;OM:oman;IL:israel;JO:jordan;LB:lebanon";

    private static readonly FrozenDictionary<string, string> Codes =
        (from country in Names.Split(';')
         let code = country[..2]
         from name in country[3..].Split(',')
         select KeyValuePair.Create(name, code)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 3166-1 alpha-2; null for a word that names no country.</summary>
    public static string? Code(string name) => Codes.GetValueOrDefault(name.Trim().TrimEnd('.'));
}
