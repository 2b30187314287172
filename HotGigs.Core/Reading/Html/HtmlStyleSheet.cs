using System.Buffers;

namespace HotGigs.Core.Reading.Html;

/// <summary>Rules of the page's own style sheet with the plainest selectors: a tag, a class, a tag with a class, an identifier.</summary>
internal sealed class HtmlStyleSheet
{
    private const int MaxRules = 2_000;

    /// <summary>Signs of selectors that say more than this reader follows.</summary>
    private static readonly SearchValues<char> Combined = SearchValues.Create(" >+~:[*@");

    private readonly Dictionary<string, List<string>> _rules = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public void Read(string css)
    {
        var at = 0;
        while (_count < MaxRules)
        {
            var open = css.IndexOf('{', at);
            var close = open < 0 ? -1 : css.IndexOf('}', open);
            if (close < 0)
                return;
            var declarations = css[(open + 1)..close];
            foreach (var selector in css[at..open].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(selector.Replace("<!--", "", StringComparison.Ordinal).Trim(), declarations);
            at = close + 1;
        }
    }

    /// <summary>The declarations for an element, weakest first.</summary>
    public IEnumerable<string> For(HtmlTokenizer tag)
    {
        if (_count == 0)
            yield break;
        foreach (var rule in Find(tag.Name))
            yield return rule;
        foreach (var name in tag.Attribute("class")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(16) ?? [])
        {
            foreach (var rule in Find("." + name).Concat(Find(tag.Name + "." + name)))
                yield return rule;
        }

        foreach (var rule in tag.Attribute("id") is { } id ? Find("#" + id) : [])
            yield return rule;
    }

    private IEnumerable<string> Find(string selector) => _rules.GetValueOrDefault(selector) ?? Enumerable.Empty<string>();

    private void Add(string selector, string declarations)
    {
        if (selector.Length is 0 or > 100 || selector.AsSpan().ContainsAny(Combined))
            return;
        if (!_rules.TryGetValue(selector, out var rules))
            _rules[selector] = rules = [];
        rules.Add(declarations);
        _count++;
    }
}
