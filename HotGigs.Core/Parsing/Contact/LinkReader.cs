using System.Collections.Frozen;
using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Finds a person's own addresses on the web: profiles and sites, printed or only behind an icon.</summary>
internal static class LinkReader
{
    private const int MaxLinks = 50;

    private static readonly FrozenSet<string> TopDomains = new[]
    {
        "com", "org", "net", "io", "dev", "me", "co", "ai", "app", "edu", "info", "tech", "blog", "xyz", "site", "online", "design", "page", "eu", "us", "uk", "de", "at", "ch", "fr", "es", "it", "nl",
        "be", "pt", "pl", "tr", "se", "no", "dk", "fi", "cz", "hu", "ro", "gr", "ru", "ua", "cn", "jp", "kr", "in", "au", "nz", "ca", "br", "mx", "ar", "cl", "sg", "hk", "tw", "cat", "gg", "cc", "tv",
        "academy", "space", "website", "pro", "inc", "digital", "studio", "work", "codes", "name", "biz",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Products that look like addresses.</summary>
    private static readonly FrozenSet<string> NotAddresses = new[]
    {
        "asp.net", "vb.net", "ado.net", "node.js", "ml.net", "socket.io", "draw.io", "c#.net", "ph.d", "b.tech", "m.tech", "b.com", "m.com", "monday.com", "booking.com", "jd.com", "fast.ai", "h2o.ai", "salesforce.com", "amazon.com", "asp.net.", "m.ed", "b.ed", "paddle.ai",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] ProfileHosts =
        ["linkedin.com", "github.com", "gitlab.com", "x.com", "twitter.com", "stackoverflow.com", "medium.com", "behance.net", "dribbble.com", "kaggle.com", "scholar.google", "orcid.org", "researchgate.net", "facebook.com",
            "instagram.com", "xing.com", "bitbucket.org", "youtube.com", "leetcode.com", "hackerrank.com", "dev.to", "about.me", "keybase.io", "mastodon", "angel.co", "codepen.io"];

    /// <param name="header">Lines around the name: links there count even when their address is not printed.</param>
    /// <param name="own">Other lines about the person: everything printed there counts.</param>
    /// <param name="others">Other lines: only profiles count.</param>
    public static IReadOnlyList<Field<WebLink>> Read(Document document, IReadOnlyList<Slice> header, IReadOnlyList<Slice> own, IReadOnlyList<Slice> others)
    {
        var found = new List<Field<WebLink>>();
        foreach (var line in header.Concat(own))
        {
            foreach (var address in Addresses(line))
                Add(found, address.Value, address.Span, 0.95);
        }

        foreach (var line in others)
        {
            foreach (var address in Addresses(line))
            {
                if (IsOwnProfile(address.Value))
                    Add(found, address.Value, address.Span, 0.7);
            }
        }

        foreach (var link in document.Links)
        {
            if ((link.Written ?? link.Label) is not { } shown || !link.Target.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                continue;
            var printed = link.Label is { } label && LooksPrinted(document.Text.AsSpan(label.Start, label.Length));
            var within = !printed && HasPath(link.Target) && header.Any(line => (link.Label ?? shown) is var place && place.Start >= line.Start && place.End <= line.End);
            if ((IsOwnProfile(link.Target) && !printed) || (link.Page == 1 && within))
                Add(found, link.Target, shown, 0.9);
        }

        return found;
    }

    /// <summary>The label is an address itself: the printed one is what the person wrote.</summary>
    private static bool LooksPrinted(ReadOnlySpan<char> label) => label.Contains('/') && label.Contains('.') && !label.Contains(' ');

    /// <summary>A profile site's front page is nobody's profile.</summary>
    private static bool HasPath(string url) => !ProfileHosts.Contains(Bare(url), StringComparer.Ordinal);

    private static IEnumerable<Slice> Addresses(Slice line)
    {
        var text = line.Source.Text;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > line.Start && !char.IsWhiteSpace(text[i - 1]) && text[i - 1] is not ('(' or ':' or '|' or '<' or '[' or '：' or ',' or '•' or '·' or '#' or '/' or '\uFF0F') && text[i - 1] < '\u2000'))
                continue;
            var end = i;
            while (end < line.End && !char.IsWhiteSpace(text[end]) && text[end] is not ('|' or '>' or '<' or '"' or '，' or '、' or '；' or '。' or '•' or '·' or ';'))
                end++;
            var slice = line.Source.Between(i, end);
            while (slice.Length > 0 && slice[slice.Length - 1] is '.' or ',' or ')' or ']' or ':' or ';' or '!' or '?')
                slice = slice.Sub(0, slice.Length - 1);
            if (IsAddress(slice))
                yield return slice;
            i = Math.Max(i, slice.IsEmpty ? i : end - 1);
        }
    }

    private static bool IsAddress(Slice slice)
    {
        if (slice.Length is < 5 or > 200 || slice.Folded.StartsWith("mailto:", StringComparison.Ordinal))
            return false;
        var folded = slice.Folded.ToString();
        if (folded.StartsWith("http://", StringComparison.Ordinal) || folded.StartsWith("https://", StringComparison.Ordinal))
            return folded.Contains('.', StringComparison.Ordinal);
        if (folded.Contains('@', StringComparison.Ordinal) && !folded.Contains(".com/@", StringComparison.Ordinal))
            return false;
        var slash = folded.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? folded : folded[..slash];
        var dot = host.LastIndexOf('.');
        if (dot < 2 || NotAddresses.Contains(host) || host.Contains("..", StringComparison.Ordinal) || !host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-'))
            return false;
        return TopDomains.Contains(host[(dot + 1)..]) && (slash > 0 || host.StartsWith("www.", StringComparison.Ordinal) || (host.Length > 5 && char.IsLower(slice[0])));
    }

    private static bool IsOwnProfile(string url)
    {
        var address = Bare(url);
        var host = Array.Find(ProfileHosts, known => address.StartsWith(known, StringComparison.Ordinal) || address[..Math.Min(address.Length, 4 + known.Length)].Contains("." + known, StringComparison.Ordinal));
        if (host is null)
            return false;
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 || (parts.Length == 3 && parts[1] is "in" or "users" or "profile" or "pub" or "u" or "channel" or "profiles");
    }

    private static void Add(List<Field<WebLink>> found, string url, TextSpan span, double confidence)
    {
        var bare = Bare(url);
        if (bare.Length < 4 || found.Count == MaxLinks || found.Exists(field => Bare(field.Value.Url) == bare))
            return;
        var kind = bare.Contains("linkedin.", StringComparison.Ordinal) ? "linkedin" : bare.Contains("github.", StringComparison.Ordinal) ? "github" : "website";

        // A profile's host alone is a label, unless nothing better is found.
        found.Add(new Field<WebLink>(new WebLink(url.Trim(), kind), [span], confidence));
    }

    private static string Bare(string url)
    {
        var bare = url.Trim().ToLowerInvariant();
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        bare = scheme >= 0 ? bare[(scheme + 3)..] : bare;
        return (bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare).TrimEnd('/');
    }
}
