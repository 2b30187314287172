using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Finds e-mail addresses: whole, broken by blanks around the signs, written with (at), or only behind a link.</summary>
internal static class EmailReader
{
    private const int MaxAddresses = 20;

    public static IReadOnlyList<Field<string>> Read(Document document, SourceText source, IReadOnlyList<Slice> lines)
    {
        var found = new List<Field<string>>();
        foreach (var line in lines)
        {
            for (var i = line.Start; i < line.End; i++)
            {
                if (TrySign(line, i, out var length) && TryAddress(line, i, length, out var address, out var value))
                    Add(found, value, address.Span, address.Length == value.Length ? 0.99 : 0.8);
            }
        }

        foreach (var link in document.Links)
        {
            if (!link.Target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || (link.Written ?? link.Label) is not { } shown)
                continue;
            var value = Uri.UnescapeDataString(link.Target[7..].Split('?')[0]).Trim();
            if (value.Length is > 5 and < 120 && value.IndexOf('@', StringComparison.Ordinal) > 0 && (lines.Count == 0 || IsShownAbove(source, lines, shown)))
                Add(found, value, shown, 0.9);
        }

        return found;
    }

    /// <summary>The link is part of what is read here, or its address stands only behind an icon.</summary>
    private static bool IsShownAbove(SourceText source, IReadOnlyList<Slice> lines, TextSpan shown) =>
        lines.Any(line => shown.Start >= line.Start && shown.End <= line.End) || source.Folded.AsSpan(shown.Start, shown.Length).StartsWith("mailto", StringComparison.Ordinal);

    private static void Add(List<Field<string>> found, string value, TextSpan span, double confidence)
    {
        if (found.Count < MaxAddresses && !found.Exists(field => string.Equals(field.Value, value, StringComparison.OrdinalIgnoreCase)))
            found.Add(new Field<string>(value, [span], confidence));
    }

    private static bool TrySign(Slice line, int at, out int length)
    {
        var text = line.Source.Folded.AsSpan(at, line.End - at);
        length = text[0] is '@' or '＠' ? 1
            : text.StartsWith("(at)", StringComparison.Ordinal) || text.StartsWith("[at]", StringComparison.Ordinal) || text.StartsWith("{at}", StringComparison.Ordinal) ? 4 : 0;
        return length > 0;
    }

    private static bool TryAddress(Slice line, int sign, int signLength, out Slice address, out string value)
    {
        (address, value) = (default, "");
        var text = line.Source.Text;
        var localEnd = sign;
        while (localEnd > line.Start && text[localEnd - 1] == ' ')
            localEnd--;
        var from = localEnd;
        while (from > line.Start && localEnd - from < 64 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '_' or '%' or '+' or '-' or '\''))
            from--;
        while (from < localEnd && !char.IsLetterOrDigit(text[from]) && text[from] != '_')
            from++;
        if (from == localEnd)
            return false;
        var host = sign + signLength;
        while (host < line.End && text[host] == ' ')
            host++;
        var to = host;
        var dots = 0;
        while (to < line.End && to - host < 120)
        {
            if (char.IsLetterOrDigit(text[to]) || (text[to] == '-' && to > host))
            {
                to++;
            }
            else if (text[to] == '.' && to + 1 < line.End && char.IsLetterOrDigit(text[to + 1]) && to > host)
            {
                dots++;
                to++;
            }
            else if (BrokenDot(text, to, line.End) is var next && next > to && dots == 0)
            {
                dots++;
                to = next;
            }
            else
            {
                break;
            }
        }

        while (to > host && !char.IsLetterOrDigit(text[to - 1]))
            to--;
        if (dots == 0 || to - host < 4)
            return false;
        var domain = Compact(text[host..to]);
        var lastDot = domain.LastIndexOf('.');
        if (domain.Length - lastDot - 1 is < 2 or > 24 || !domain.AsSpan(lastDot + 1).ToString().All(char.IsLetter))
            return false;
        address = line.Source.Between(from, to);
        value = Compact(text[from..localEnd]) + "@" + domain;
        return true;
    }

    /// <summary>"gmail . com" and "gmail. com": a dot set apart by blanks, before a short word in small letters.</summary>
    private static int BrokenDot(string text, int at, int end)
    {
        var i = at;
        while (i < end && text[i] == ' ')
            i++;
        if (i >= end || text[i] != '.')
            return at;
        i++;
        while (i < end && text[i] == ' ')
            i++;
        var word = i;
        while (word < end && char.IsAsciiLetterLower(text[word]))
            word++;
        return word - i is 2 or 3 && (word == end || !char.IsLetterOrDigit(text[word])) ? i : at;
    }

    private static string Compact(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
