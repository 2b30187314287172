using System.Net;

namespace HotGigs.Core.Reading.Html;

internal enum HtmlTokenKind
{
    End,
    Text,
    StartTag,
    EndTag,
}

/// <summary>Cuts HTML into tags and text, forgiving as browsers are. Comments, declarations and processing instructions are passed over.</summary>
internal sealed class HtmlTokenizer(string html)
{
    private const int MaxAttributes = 64;

    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase);
    private int _at;

    /// <summary>Lower-case name of the tag.</summary>
    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The tag closes itself, as in XHTML.</summary>
    public bool SelfClosing { get; private set; }

    public string? Attribute(string name) => _attributes.GetValueOrDefault(name);

    public HtmlTokenKind Read()
    {
        while (_at < html.Length)
        {
            if (html[_at] != '<' || !OpensMarkup(_at))
                return ReadText();
            if (html[_at + 1] is '!' or '?')
                SkipDeclaration();
            else
                return ReadTag();
        }

        return HtmlTokenKind.End;
    }

    /// <summary>Passes over what is inside an element whose content is not HTML, such as a script.</summary>
    /// <returns>What was passed over.</returns>
    public string SkipTo(string endOf)
    {
        var end = html.IndexOf("</" + endOf, _at, StringComparison.OrdinalIgnoreCase);
        var inside = html[_at..(end < 0 ? html.Length : end)];
        _at = end < 0 ? html.Length : end;
        return inside;
    }

    private bool OpensMarkup(int at) => at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private HtmlTokenKind ReadText()
    {
        var end = _at + 1;
        while (end < html.Length && (html[end] != '<' || !OpensMarkup(end)))
            end++;
        Text = WebUtility.HtmlDecode(html[_at..end]);
        _at = end;
        return HtmlTokenKind.Text;
    }

    private void SkipDeclaration()
    {
        var comment = html.AsSpan(_at).StartsWith("<!--");
        var end = comment ? html.IndexOf("-->", _at + 4, StringComparison.Ordinal) : html.IndexOf('>', _at);
        _at = end < 0 ? html.Length : end + (comment ? 3 : 1);
    }

    private HtmlTokenKind ReadTag()
    {
        var closes = html[_at + 1] == '/';
        _at += closes ? 2 : 1;
        Name = TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('>' or '/')).ToLowerInvariant();
        SelfClosing = false;
        _attributes.Clear();
        while (_at < html.Length && html[_at] != '>')
        {
            if (char.IsWhiteSpace(html[_at]))
                _at++;
            else if (html[_at] == '/')
                SelfClosing = ++_at < html.Length && html[_at] == '>';
            else
                ReadAttribute();
        }

        _at = Math.Min(html.Length, _at + 1);
        return closes ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag;
    }

    private void ReadAttribute()
    {
        var start = _at;
        var name = TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('=' or '>' or '/'));
        SkipBlanks();
        var value = "";
        if (_at < html.Length && html[_at] == '=')
        {
            _at++;
            SkipBlanks();
            value = ReadValue();
        }

        if (name.Length > 0 && _attributes.Count < MaxAttributes)
            _attributes.TryAdd(name, WebUtility.HtmlDecode(value));
        if (_at == start)
            _at++;
    }

    private string ReadValue()
    {
        if (_at < html.Length && html[_at] is '"' or '\'')
        {
            var end = html.IndexOf(html[_at], _at + 1);
            var value = end < 0 ? "" : html[(_at + 1)..end];
            _at = end < 0 ? html.Length : end + 1;
            return value;
        }

        return TakeWhile(c => !char.IsWhiteSpace(c) && c != '>');
    }

    private void SkipBlanks() => TakeWhile(char.IsWhiteSpace);

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < html.Length && belongs(html[_at]))
            _at++;
        return html[start.._at];
    }
}
