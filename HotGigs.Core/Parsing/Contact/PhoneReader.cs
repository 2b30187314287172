using System.Text;
using HotGigs.Core.Parsing.Dates;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Finds phone numbers in international and local forms; never a range of years, an id, a postcode or a fax.</summary>
internal static class PhoneReader
{
    /// <summary>Digits of a subscriber's number with area code, ITU-T E.164: at most 15.</summary>
    private const int MaxDigits = 15;

    private static readonly string[] Labels =
        ["phone", "tel", "mobile", "cell", "telefon", "handy", "mobil", "telephone", "portable", "telefono", "movil", "celular", "telefone", "cellulare", "telefoon", "komorka", "gsm", "cep", "puhelin",
            "电话", "手机", "電話", "携帯", "联系电话", "هاتف", "جوال", "الهاتف", "ph", "call", "whatsapp", "phone number", "contact", "m", "t", "p", "numer"];

    private static readonly System.Buffers.SearchValues<char> GroupMarks = System.Buffers.SearchValues.Create("()-. /");

    private static readonly string[] FaxLabels = ["fax", "telefax", "传真", "faks"];

    /// <param name="labelledOnly">Take only numbers behind a word such as "phone".</param>
    public static IEnumerable<(PhoneNumber Number, Slice Slice, double Confidence)> Read(Slice line, string? country, bool labelledOnly)
    {
        var text = line.Source.Text;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!CanStart(line, i))
                continue;
            var slice = Take(line, i);
            var digits = CountDigits(slice);
            if (digits >= 6 && Accept(line, slice, digits, labelledOnly, out var confidence))
            {
                var printed = slice.Value;
                yield return (new PhoneNumber(printed, ToE164(slice.Source.Folded.AsSpan(slice.Start, slice.Length), country)), slice, confidence);
            }

            i = Math.Max(i, slice.End - 1);
            while (i + 1 < line.End && char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1]))
                i++;
        }
    }

    private static bool CanStart(Slice line, int i)
    {
        var folded = line.Source.Folded;
        if (!(char.IsAsciiDigit(folded[i]) || folded[i] is '+' or '(' or '＋'))
            return false;
        if (i == line.Start)
            return true;
        var before = folded[i - 1];
        return !char.IsAsciiDigit(before) && before is not ('/' or '.' or '_' or '@' or '=' or '$' or '€' or '#' or '-')
            && !(Folding.IsWordChar(before) && !(i >= line.Start + 1 && (i == line.Start + 1 || !Folding.IsWordChar(folded[i - 2]))));
    }

    private static Slice Take(Slice line, int start)
    {
        var folded = line.Source.Folded;
        var (i, end, open) = (start, start, 0);
        while (i < line.End && i - start < 32)
        {
            var c = folded[i];
            if (char.IsAsciiDigit(c))
                end = i + 1;
            else if (c is '(' or ')')
                open += c == '(' ? 1 : -1;
            else if (c is '+' or '＋' && i != start && !(i == start + 1 && folded[start] == '('))
                break;
            else if (c == 'x' && i > start && (char.IsAsciiDigit(folded[i - 1]) || folded[i - 1] == 'x') && (i + 1 == line.End || !char.IsAsciiLetter(folded[i + 1]) || folded[i + 1] == 'x'))
                end = i + 1;
            else if (c is not (' ' or '-' or '.' or '/' or '+' or '＋' or '–' or '‑' or '~'))
                break;
            if (c == ' ' && i + 1 < line.End && folded[i + 1] == ' ' && end - start > 6)
                break;
            i++;
        }

        return TakeExtension(line, line.Source.Between(start, end));
    }

    private static Slice TakeExtension(Slice line, Slice number)
    {
        var rest = line.After(number.End).Folded;
        var at = 0;
        while (at < rest.Length && rest[at] is ' ' or ',' && at < rest.Length)
            at++;
        foreach (var word in (ReadOnlySpan<string>)["extension", "ext.", "ext", "x", "durchwahl"])
        {
            if (!rest[at..].StartsWith(word, StringComparison.Ordinal))
                continue;
            var digit = at + word.Length;
            while (digit < rest.Length && rest[digit] is ' ' or '.' or ':' && digit < rest.Length)
                digit++;
            var end = digit;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
                end++;
            if (end > digit && end - digit <= 6)
                return number.Source.Between(number.Start, number.End + end);
            break;
        }

        return number;
    }

    private static bool Accept(Slice line, Slice slice, int digits, bool labelledOnly, out double confidence)
    {
        confidence = 0;
        var main = MainDigits(slice);
        if (main is < 6 or > MaxDigits || slice.Raw.Count('(') != slice.Raw.Count(')'))
            return false;
        var folded = slice.Folded;
        var dates = DateReader.FindAll(slice);
        if (dates.Count > 0 && dates.Sum(date => date.Slice.Length) * 2 > slice.Length)
            return false;
        var label = Label(line, slice.Start);
        if (label is not null && FaxLabels.Any(fax => label.Contains(fax, StringComparison.Ordinal)))
            return false;
        var labelled = label is not null && Labels.Any(word => Folding.IsIdeographic(word[0]) ? label.Contains(word, StringComparison.Ordinal) : HasWord(label, word));
        var international = folded[0] is '+' || folded.StartsWith("(+", StringComparison.Ordinal) || folded.StartsWith("00", StringComparison.Ordinal);
        if (labelledOnly && !labelled && !(international && digits >= 9))
            return false;
        if (!labelled && !international)
        {
            // Unlabelled: the shape must be that of a number somebody dials.
            var grouped = folded.ContainsAny(GroupMarks);
            if (main == 7 && line.Until(slice.Start).TrimBlanks() is { IsEmpty: false } before && before[before.Length - 1] is ',' or '，' or '、')
                return false;
            if (main < 7 || (main < 9 && !(folded.Contains('-') && main == 7)) || (!grouped && main is not (10 or 11)))
                return false;
            if (line.After(slice.End).Length > 0 && char.IsLetter(line.Source.Text[slice.End]))
                return false;
        }

        confidence = labelled || international ? 0.97 : 0.9;
        return true;
    }

    private static bool HasWord(string label, string word)
    {
        var at = label.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(label[at - 1])) && (word.Length > 2 || at + word.Length >= label.Length || !char.IsLetter(label[at + word.Length]));
    }

    /// <summary>Up to 24 characters before the number, back to the previous digit or tab.</summary>
    private static string? Label(Slice line, int start)
    {
        var from = start;
        while (from > line.Start && start - from < 24 && !char.IsAsciiDigit(line.Source.Folded[from - 1]) && line.Source.Folded[from - 1] is not ('\t' or '|' or '@'))
            from--;
        return start > from ? line.Source.Folded[from..start] : null;
    }

    private static int MainDigits(Slice slice)
    {
        var digits = 0;
        foreach (var c in slice.Folded)
        {
            if (c is 'e' or ',')
                break;
            digits += char.IsAsciiDigit(c) || c == 'x' ? 1 : 0;
        }

        return digits;
    }

    private static int CountDigits(Slice slice)
    {
        var digits = 0;
        foreach (var c in slice.Folded)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits;
    }

    private static string? ToE164(ReadOnlySpan<char> folded, string? country)
    {
        var digits = new StringBuilder(16);
        var skipZero = false;
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c is 'x' or 'e' or ',')
            {
                if (c == 'x' && (i + 1 == folded.Length || folded[i + 1] == 'x'))
                    return null;
                break;
            }

            // "+44 (0)20": the bracketed trunk zero is not dialled from abroad.
            if (c == '(' && i + 2 < folded.Length && folded[i + 1] == '0' && folded[i + 2] == ')' && digits.Length > 0)
                skipZero = true;
            else if (char.IsAsciiDigit(c) && skipZero)
                skipZero = false;
            else if (char.IsAsciiDigit(c))
                digits.Append(c);
        }

        var number = digits.ToString();
        var plus = folded.IndexOf('+') is >= 0 and <= 1;
        if (!plus && number.StartsWith("00", StringComparison.Ordinal))
            (plus, number) = (true, number[2..]);
        if (plus)
            return number.Length is >= 8 and <= MaxDigits && number[0] != '0' ? "+" + number : null;
        if (country is null || !Places.CallingCodes.TryGetValue(country, out var code))
            return null;
        if (code == "1")
            return number.Length == 10 ? "+1" + number : number.Length == 11 && number[0] == '1' ? "+" + number : null;
        if (country is not "IT")
            number = number.TrimStart('0');
        return number.Length is >= 7 and <= 12 ? "+" + code + number : null;
    }
}
