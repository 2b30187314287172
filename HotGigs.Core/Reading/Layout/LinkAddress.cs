using System.Text.RegularExpressions;

namespace HotGigs.Core.Reading.Layout;

/// <summary>An address behind a link, as a person would write it, and where it stands in a text.</summary>
internal sealed partial record LinkAddress(LinkScheme Scheme, string Target, string Written)
{
    private const int Longest = 500;

    /// <summary>Equal for two ways of writing one address.</summary>
    public string Key { get; } = Scheme switch
    {
        LinkScheme.Tel => Digits(Written),
        LinkScheme.Mail => Written.ToUpperInvariant(),
        LinkScheme.Web => Bare(Written).ToUpperInvariant(),
    };

    /// <summary>Null for what is not an http, https, mailto or tel address.</summary>
    public static LinkAddress? From(string target)
    {
        target = target.Trim();
        if (target.Length is 0 or > Longest)
            return null;
        if (target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var address = Uri.UnescapeDataString(target["mailto:".Length..].Split('?')[0]).Trim();
            return address.Contains('@') ? new LinkAddress(LinkScheme.Mail, "mailto:" + address, address) : null;
        }

        if (target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            var number = Uri.UnescapeDataString(target["tel:".Length..]).TrimStart('/').Split(';')[0].Trim();
            return Digits(number).Length >= FewestDigits ? new LinkAddress(LinkScheme.Tel, "tel:" + number, number) : null;
        }

        if (target.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            target = "https://" + target;
        if (!Uri.TryCreate(target, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return null;
        var plain = Tracking().Replace(target, "");
        plain = plain.TrimEnd('?', '&');
        return new LinkAddress(LinkScheme.Web, plain, plain);
    }

    /// <summary>Where the address can be read in the text; null when only its label can.</summary>
    public TextSpan? FindIn(string text, int offset)
    {
        var found = Scheme switch
        {
            LinkScheme.Tel => FindNumber(text),
            LinkScheme.Mail => Find(text, Written),
            LinkScheme.Web => Find(text, Bare(Written)),
        };
        return found is { } span ? span with { Start = span.Start + offset } : null;
    }

    private static TextSpan? Find(string text, string address)
    {
        for (var at = 0; (at = text.IndexOf(address, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + address.Length;
            var open = end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'
                || text[end] is '/' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]));
            var start = at;
            foreach (var prefix in (string[])["www.", "https://", "http://"])
            {
                if (text.AsSpan(0, start).EndsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    start -= prefix.Length;
            }

            var inside = start == at && at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '_' or '@' or '/');
            if (!open && !inside)
                return TextSpan.Between(start, end);
        }

        return null;
    }

    /// <summary>The same last digits: a printed number may lack the country code or hold a trunk zero.</summary>
    private TextSpan? FindNumber(string text)
    {
        var tail = Key[^Math.Min(Key.Length, FewestDigits)..];
        foreach (var match in Number().EnumerateMatches(text))
        {
            var number = text.AsSpan(match.Index, match.Length);
            if (Digits(number.ToString()).EndsWith(tail, StringComparison.Ordinal))
                return new TextSpan(match.Index, match.Length);
        }

        return null;
    }

    private const int FewestDigits = 7;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Without scheme, <c>www.</c> and the slash at the end.</summary>
    private static string Bare(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var bare = address[start..].TrimEnd('/');
        return bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }

    [GeneratedRegex(@"(utm_[a-z]+|gclid|fbclid|mc_eid|trk|originalSubdomain)=[^&#]*&?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();

    [GeneratedRegex(@"[+(]?[0-9][0-9 ().\-/]{5,22}[0-9]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

internal enum LinkScheme
{
    Web,
    Mail,
    Tel,
}
