namespace HotGigs.Core.Parsing.Text;

/// <summary>Cuts lines at the marks people set between things.</summary>
internal static class Pieces
{
    /// <summary>Cuts at tabs, bars, middle dots, dashes between blanks, and what else separates parts of a heading line; never at commas.</summary>
    public static List<Slice> OfHeader(Slice text)
    {
        var pieces = new List<Slice>(4);
        var start = 0;
        var depth = 0;
        var lastClosing = text.Raw.LastIndexOfAny(')', '）');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            depth += c is '(' or '（' ? 1 : c is ')' or '）' && depth > 0 ? -1 : 0;
            depth = i > lastClosing ? 0 : depth;
            var width = depth > 0 ? 0 : Separator(text, i, start);
            if (width == 0)
                continue;
            Add(pieces, text.Sub(start, i - start));
            start = i + width;
            i = start - 1;
        }

        Add(pieces, text.From(start));
        return pieces;
    }

    /// <summary>Cuts a list of things: commas, semicolons, bars, dots and bullets, tabs and line ends; not inside brackets.</summary>
    public static List<Slice> OfList(Slice text, bool atSlash = false)
    {
        var pieces = new List<Slice>(8);
        int start = 0, depth = 0;
        var lastClosing = text.Raw.LastIndexOfAny(")]）");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[' or '（' && i < lastClosing)
                depth++;
            else if (c is ')' or ']' or '）' && depth > 0)
                depth--;
            var cut = c is ',' or ';' or '|' or '•' or '·' or '\t' or '、' or '，' or '；' or '・' or '●' or '▪' or '■' or '◦' or '‣' or '∙' or '؛' or '،' or '/' && depth == 0
                && (c != '/' || atSlash || (i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] == ' '))
                || (depth == 0 && c is '*' or '–' or '—' or '>' or '=' or '♥' && i > 0 && text[i - 1] is ' ' or '=');
            cut |= depth == 0 && c == ' ' && i + 1 < text.Length && text[i + 1] == ' ';
            if (!cut || (depth > 0 && c != '\t') || (c == ',' && IsDecimalComma(text, i)))
                continue;
            Add(pieces, text.Sub(start, i - start));
            start = i + 1;
        }

        Add(pieces, text.From(start));
        return pieces;
    }

    private static bool IsDecimalComma(Slice text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static int Separator(Slice text, int i, int start)
    {
        switch (text[i])
        {
            case '\t' or '|' or '•' or '·' or '\n' or '●' or '▪' or '■' or '‖' or '／' or '¦' or '；' or ';':
                return 1;
            case '—' or '–' or '-' or '−' or '/' or '―' or '~' or '›' or '»' or '→':
                var spaced = (i > 0 && text[i - 1] == ' ') && (i + 1 == text.Length || text[i + 1] == ' ');
                return spaced || (text[i] is '—' or '―' && i > 0) ? 1 : 0;
            case 'â' when i + 2 < text.Length && text[i + 1] is '€' or '\u0080':
                // "â€“": a dash read in the wrong code page, by whoever made the file.
                return 3;
            case 'ï' when i + 1 < text.Length && text[i + 1] == '¼':
                return i + 2 < text.Length && !char.IsLetterOrDigit(text[i + 2]) && text[i + 2] != ' ' ? 3 : 2;
            case '@' when i > 0 && text[i - 1] == ' ':
                return 1;
            case ' ' when i + 1 < text.Length:
                if (text[i + 1] == ' ' && i + 2 < text.Length && text[i + 2] == ' ')
                    return 2;
                foreach (var word in (ReadOnlySpan<string>)[" at ", " bei ", " chez ", " presso ", " bij "])
                {
                    if (text.Folded[i..].StartsWith(word, StringComparison.Ordinal) && i > start && char.IsLower(text[i + 1]))
                        return word.Length;
                }

                return 0;
            default:
                return 0;
        }
    }

    private static void Add(List<Slice> pieces, Slice piece)
    {
        var trimmed = piece.TrimEdges();
        if (!trimmed.IsEmpty)
            pieces.Add(trimmed);
    }
}
