namespace HotGigs.Core.Reading.Layout;

/// <summary>Joins words that were parted at the end of a line; the joined word stands on the first of the two lines.</summary>
internal sealed class LineEndHyphens
{
    /// <summary>First parts after which the hyphen belongs to the word. Common compounds of résumés.</summary>
    private static readonly HashSet<string> KeepingParts = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "anti", "app", "award", "back", "best", "bi", "business", "client", "cloud", "co", "company", "cost", "cross", "customer", "cutting",
        "data", "day", "decision", "design", "detail", "domain", "e", "end", "ever", "event", "ex", "face", "fast", "first", "five", "forward",
        "four", "front", "full", "goal", "hand", "hands", "hard", "health", "high", "home", "in", "industry", "large", "lead", "leading", "life", "long",
        "low", "market", "medium", "micro", "mid", "mobile", "multi", "near", "next", "non", "object", "off", "on", "one", "open", "part",
        "peer", "people", "person", "post", "pre", "problem", "product", "project", "quality", "real", "result", "results", "risk", "role", "sales",
        "second", "self", "semi", "service", "short", "single", "six", "small", "so", "start", "state", "step", "team", "tech", "test", "third",
        "three", "time", "top", "two", "up", "user", "value", "web", "well", "wide", "work", "world", "year",
    };

    /// <summary>Second parts in front of which the hyphen belongs to the word.</summary>
    private static readonly HashSet<string> KeepingSeconds = new(StringComparer.OrdinalIgnoreCase)
    {
        "art", "aware", "backed", "based", "benefit", "building", "centered", "centric", "class", "commerce", "compliant", "date", "day", "disciplinary",
        "driven", "edge", "effective", "efficient", "end", "facing", "focused", "free", "friendly", "functional", "grade", "grained", "house", "in",
        "language", "learning", "led", "level", "line", "linear", "making", "management", "member", "minded", "month", "native", "new", "off", "on",
        "oriented", "out", "paced", "party", "performance", "performing", "person", "platform", "powered", "premise", "profit", "quality", "rate",
        "ready", "related", "running", "savvy", "scale", "service", "setting", "side", "sized", "skilled", "solving", "source", "specific",
        "stack", "stakeholder", "standing", "starter", "step", "stop", "tenant", "term", "the", "thinking", "threaded", "tier", "time", "to", "touch",
        "trained", "up", "user", "volume", "week", "wide", "winning", "worker", "world", "written", "year", "yield",
    };

    /// <summary>Words that follow a hyphen which stands for a part left out: <c>Vor- und Nachteile</c>.</summary>
    private static readonly HashSet<string> Conjunctions = new(StringComparer.Ordinal)
    {
        "und", "oder", "bzw.", "and", "or", "et", "ou", "y", "o", "e", "en", "of", "och", "og", "to", "bis", "sowie",
    };

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers the words of the document, which tell how a compound is written elsewhere in it.</summary>
    public void Learn(IEnumerable<LayoutLine> lines)
    {
        var parted = false;
        foreach (var word in lines.SelectMany(line => line.Words))
        {
            // The two parts of a parted word are no words.
            var begins = word.Text[^1] is '-' or '\u2010' or '\u00AD';
            if (!begins && !parted)
                _words.Add(Bare(word.Text));
            parted = begins;
        }
    }

    /// <returns>The lines without those that joining left empty.</returns>
    public IReadOnlyList<LayoutLine> Join(IReadOnlyList<LayoutLine> lines)
    {
        List<LayoutLine> joined = [];
        foreach (var line in lines)
        {
            if (joined.Count > 0 && !line.BeginsBlock && joined[^1] is { Cells.Count: 1 } above && line.Cells.Count == 1
                && Joined(above.Cells[0][^1].Text, line.Cells[0][0].Text) is { } text)
            {
                above.Cells = [[.. above.Cells[0].SkipLast(1), above.Cells[0][^1] with { Text = text }]];
                if (line.Cells[0].Count == 1)
                    continue;
                line.Cells = [[.. line.Cells[0].Skip(1)]];
            }

            joined.Add(line);
        }

        return joined;
    }

    private string? Joined(string first, string second)
    {
        if (first.Length < 2 || first[^1] is not ('-' or '\u2010' or '\u00AD') || !char.IsLetter(first[^2]) || !char.IsLower(second[0]))
            return null;
        var begin = first[..^1];
        if (first[^1] == '\u00AD')
            return begin + second;
        if (Conjunctions.Contains(second) || first.Contains('@') || second.Contains('@') || first.Contains("//", StringComparison.Ordinal))
            return null;
        string bareBegin = Bare(begin), bareSecond = Bare(second);
        if (_words.Contains(bareBegin + bareSecond))
            return begin + second;
        var keeps = begin.Contains('-') || KeepingParts.Contains(bareBegin) || KeepingSeconds.Contains(bareSecond) || _words.Contains(bareBegin + "-" + bareSecond)
            || _words.Contains(bareBegin) && _words.Contains(bareSecond);
        return keeps ? first + second : begin + second;
    }

    private static string Bare(string word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        return word[start..end];
    }
}
