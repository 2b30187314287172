namespace HotGigs.Core.Reading.Flow;

/// <summary>Which link addresses are kept, and how they are shown.</summary>
internal static class LinkTargets
{
    private const int MaxLength = 2_000;

    /// <summary>The address when it is one people may follow; null for scripts, files, bookmarks and the like.</summary>
    public static string? Accept(string? target)
    {
        var trimmed = target?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength || trimmed.AsSpan().ContainsAnyInRange('\0', '\x1F'))
            return null;
        if (trimmed.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            trimmed = "http://" + trimmed;
        return Body(trimmed).Length > 0 ? trimmed : null;
    }

    /// <summary>The address as it would be printed: without the scheme of mail and telephone.</summary>
    public static string Display(string target) =>
        target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(Body(target))
            : target;

    /// <summary>Whether the words already show the address, but for scheme, "www." and a slash at the end.</summary>
    public static bool Shows(string words, string target)
    {
        var body = Uri.UnescapeDataString(Body(target)).AsSpan().TrimEnd('/');
        if (target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            return Digits(words).Contains(Digits(body.ToString()), StringComparison.Ordinal);
        return words.AsSpan().Contains(body, StringComparison.OrdinalIgnoreCase);
    }

    private static string Body(string target)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://", "mailto:", "tel:"])
        {
            if (!target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                continue;
            var body = target[scheme.Length..];
            if (scheme == "mailto:" && body.IndexOf('?', StringComparison.Ordinal) is var query and >= 0)
                return body[..query];
            return body.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? body[4..] : body;
        }

        return "";
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
