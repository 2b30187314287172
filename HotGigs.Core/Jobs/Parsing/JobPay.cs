using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Core.Parsing;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Jobs.Parsing;

/// <summary>Reads what a job pays; sums that are something else (turnover, budgets, funding) are left alone.</summary>
internal static partial class JobPay
{
    /// <summary>Characters around a sum that tell what it is and for how long.</summary>
    private const int Around = 45;

    public static Field<Pay>? Find(string text, TextSpan line)
    {
        foreach (ValueMatch match in Sum().EnumerateMatches(text.AsSpan(line.Start, line.Length)))
        {
            var span = JobLines.Trim(text, new TextSpan(line.Start + match.Index, match.Length));
            ReadOnlySpan<char> before = text.AsSpan(Math.Max(line.Start, span.Start - Around)..span.Start);
            ReadOnlySpan<char> after = text.AsSpan(span.End..Math.Min(line.End, span.End + Around));
            if (MillionsFollow().IsMatch(after) || OtherMoney().IsMatch(before))
                continue;
            string words = span.Quote(text);
            if (Currency(words) is not { } currency || Amounts(words) is not { Count: > 0 } amounts)
                continue;
            PayPeriod? period = Period(after);
            bool labelled = PayWord().IsMatch(before) || PayWord().IsMatch(after);
            bool range = amounts.Count > 1;
            if (!labelled && period is null && !range)
                continue;
            if (range && amounts[1] < amounts[0])
                continue;
            decimal? min = UpTo().IsMatch(before) && !range ? null : amounts[0];
            decimal? max = range ? amounts[1] : From().IsMatch(before) || words.Contains('+', StringComparison.Ordinal) ? null : amounts[0];
            double confidence = 0.5 + (labelled ? 0.2 : 0) + (period is not null ? 0.2 : 0) + (range ? 0.1 : 0);
            return new(new(min, max, currency, period), [span], Math.Min(0.95, confidence));
        }

        return null;
    }

    private static List<decimal>? Amounts(string words)
    {
        var amounts = new List<decimal>(2);
        bool thousands = false;
        foreach (Match match in Amount().Matches(words))
        {
            if (Value(match.Groups["n"].Value) is not { } value)
                return null;
            bool k = match.Groups["k"].Success;
            thousands |= k;
            amounts.Add(k ? value * 1000 : value);
        }

        // "50-60k": the k is meant for both.
        if (thousands && amounts.Count == 2 && amounts[0] < 1000)
            amounts[0] *= 1000;
        return amounts.Count > 2 ? amounts[..2] : amounts;
    }

    /// <summary>Thousands and decimals as people write them: 120,000 and 50.000 and 45 000 and 110'000 and 25.50.</summary>
    private static decimal? Value(string number)
    {
        string digits = Thousands().Replace(number, "$1");
        digits = Thousands().Replace(digits, "$1").Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value is > 0 and < 10_000_000
            ? value
            : null;
    }

    private static string? Currency(string words) => CurrencySign().Match(words).Value.ToUpperInvariant() switch
    {
        "" => null,
        "€" or "EUR" or "EURO" or "EUROS" => "EUR",
        "£" or "GBP" => "GBP",
        "US$" or "$" or "USD" => "USD",
        "C$" or "CA$" or "CAD" => "CAD",
        "A$" or "AU$" or "AUD" => "AUD",
        "CHF" or "FR." => "CHF",
        "₹" or "INR" => "INR",
        "ZŁ" or "PLN" => "PLN",
        "₺" or "TRY" => "TRY",
        "¥" or "JPY" => "JPY",
        var code => code,
    };

    private static PayPeriod? Period(ReadOnlySpan<char> after) =>
        Year().IsMatch(after) ? PayPeriod.Year
        : Month().IsMatch(after) ? PayPeriod.Month
        : Hour().IsMatch(after) ? PayPeriod.Hour
        : Day().IsMatch(after) ? PayPeriod.Day
        : Week().IsMatch(after) ? PayPeriod.Week
        : null;

    private const string Sign = @"(US\$|CA?\$|AU?\$|\$|€|£|₹|¥|₺|zł|\b(USD|EUR|euros?|GBP|CHF|CAD|AUD|INR|PLN|TRY|JPY|SEK|NOK|DKK)\b)";
    private const string Figure = @"\d{1,3}([.,' \u00A0\u202F’]\d{3})+([.,]\d{1,2})?|\d+([.,]\d{1,2})?";
    private const string One = @"(" + Sign + @"\s?)?(" + Figure + @")\s?(k\b)?\+?(\s?" + Sign + @")?";

    [GeneratedRegex(
        "(" + Sign + @"\s?(" + Figure + @")\s?(k\b)?\+?|(" + Figure + @")\s?(k\b)?\+?\s?" + Sign + @"|(" + Figure + @")\s?(k\b)?(\s?(-|–|—|to|bis|à|a|y|tot|and|und)\s?)(" + Figure + @")\s?(k\b)?\s?" + Sign + @")(\s?(per year|a year)?\s?(-|–|—|to|bis|à|a|y|tot|and|und)\s?" + One + ")?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    [GeneratedRegex("(?<n>" + Figure + @")\s?(?<k>k\b)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Amount();

    [GeneratedRegex(Sign, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex CurrencySign();

    [GeneratedRegex(@"(\d)[.,' \u00A0\u202F’](?=\d{3}(\D|$))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^\s?(m\b|mm\b|mn\b|bn\b|b\b|million|billion|mio|mrd|milliard|millones|miljoen)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MillionsFollow();

    [GeneratedRegex(
        @"\b(revenue|turnover|budgets?( of)?|funding|raised|assets|sales of|worth|portfolio|bonus( of)?|sign[- ]on|stipend|reimburse\w*|allowance|umsatz|etat|chiffre d['’]affaires|presupuesto|aum|savings|fund|grant|401\(?k\)?)\W+((of|over|up to|von|de|von über|over)\W+)*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OtherMoney();

    [GeneratedRegex(
        @"(salary|\bpay\b|pay range|compensation|wage|remuneration|\brate\b|\bote\b|base\b|gehalt|vergütung|verdienst|\blohn|brutto|salaire|rémunération|salario|retribución|sueldo|bruto|salaris|stipendio|\bral\b|wynagrodzenie|maaş|salariu|\blön\b)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PayWord();

    [GeneratedRegex(@"\b(up to|bis zu|jusqu['’]à|hasta|tot|maximum|max\.?)\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"\b(from|starting at|starts at|at least|minimum|ab|mindestens|à partir de|desde|a partir de|vanaf)\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^[^.\n;]{0,25}(\b(year|yr|annum|annually|annual|yearly|p\.\s?a\.?|pa|jahr|jährlich|jahresgehalt|an|annuel|annuels|brut annuel|año|anual|anuales|jaar|anno|ano|rok|yıl|år)\b|年)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[^.\n;]{0,25}(\b(month|monthly|mo|monat|monatlich|mois|mensuel|mensuels|mes|mensual|mensuales|maand|mese|mês|miesiąc|miesięcznie|ay|lună)\b|月)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Month();

    [GeneratedRegex(@"^[^.\n;]{0,20}\b(hour|hourly|hr|h|stunde|std|heure|hora|uur|ora)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^[^.\n;]{0,20}\b(day|daily|tag|jour|día|dag)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(@"^[^.\n;]{0,20}\b(week|weekly|woche|semaine|semana)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Week();
}
