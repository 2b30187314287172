using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Dates;

/// <summary>Finds dates and ranges of dates in a line, in the forms of all languages résumés are read in.</summary>
internal static class DateReader
{
    /// <summary>All dates and ranges from left to right.</summary>
    public static IReadOnlyList<DateRange> FindAll(Slice slice)
    {
        List<DateRange>? found = null;
        var folded = slice.Source.Folded;
        for (var i = slice.Start; i < slice.End; i++)
        {
            if (!CanStart(folded, i, slice.Start) || !TryReadRange(slice, i, out var range))
                continue;
            (found ??= []).Add(range);
            i = range.Slice.End - 1;
        }

        return found ?? (FindPlaceholder(slice) is { } placeholder ? [placeholder] : (IReadOnlyList<DateRange>)[]);
    }

    /// <summary>"September 20XX – Present" in a template nobody filled in.</summary>
    private static DateRange? FindPlaceholder(Slice slice)
    {
        var at = slice.Folded.IndexOf("20xx", StringComparison.Ordinal);
        if (at < 0 || slice.Length > 120)
            return null;
        var (from, to) = (slice.Start + at, slice.Start + slice.Folded.LastIndexOf("20xx", StringComparison.Ordinal) + 4);
        while (from > slice.Start && slice.Source.Folded[from - 1] == ' ')
            from--;
        var word = from;
        while (word > slice.Start && char.IsLetter(slice.Source.Folded[word - 1]))
            word--;
        if (word < from && (DateWords.Months.TryGet(slice.Source.Folded.AsSpan(word, from - word), out _) || slice.Source.Folded.AsSpan(word, from - word) is "month"))
            from = word;
        TextSpan? ongoing = TrySeparator(slice.Source.Folded, SkipBlanks(slice.Source.Folded, to, slice.End), slice.End, out var next) && TryPresent(slice, next, out var present) ? present : null;
        return new DateRange { IsPlaceholder = true, Present = ongoing, Slice = slice.Source.Between(from, ongoing?.End ?? to) };
    }

    /// <summary>The date or "present" a slice begins with; for the second half of a range that a narrow column broke.</summary>
    public static DateRange? ReadEnd(Slice slice)
    {
        var text = slice.TrimEdges();
        if (TryPresent(text, text.Start, out var present))
            return new DateRange { Present = present, Slice = text.Until(present.End) };
        return new DateScanner(text.Source.Folded, text.Start, text.End).TryRead(out var date) && date.Date.Year > 0
            ? new DateRange { End = date, Slice = text.Until(date.Span.End) }
            : null;
    }

    private static bool TryReadRange(Slice slice, int position, out DateRange range)
    {
        range = null!;
        var folded = slice.Source.Folded;
        if (!new DateScanner(folded, position, slice.End).TryRead(out var first) || !IsSetApart(folded, first.Span, slice))
            return false;
        var start = PrefixStart(slice, position, out var since);
        var after = SkipBlanks(folded, first.Span.End, slice.End);
        if (TrySeparator(folded, after, slice.End, out var next))
        {
            if (TryPresent(slice, next, out var present))
            {
                if (first.Date.Year == 0)
                    return false;
                range = new DateRange { Start = first, Present = present, Slice = slice.Source.Between(start, present.End) };
                return true;
            }

            if (TryReadSecond(slice, next, first, out var second))
            {
                var from = first.Date.Year > 0 ? first : WithYearOf(first, second);
                range = new DateRange { Start = from, End = second, Slice = slice.Source.Between(start, second.Span.End) };
                return from.Date.Year <= second.Date.Year;
            }
        }

        if (first.Date.Year == 0)
            return false;
        if (since || DateWords.SinceBehind.TryMatchAt(folded.AsSpan(0, slice.End), after, out _, out _))
        {
            // "Since 2019" says by itself that it goes on.
            range = new DateRange { Start = first, Present = first.Span, Slice = slice.Source.Between(start, first.Span.End) };
            return true;
        }

        if (TryPresent(slice, after, out var bare) && slice.After(bare.End).TrimEdges().IsEmpty && folded[after] != 'm')
        {
            range = new DateRange { Start = first, Present = bare, Slice = slice.Source.Between(start, bare.End) };
            return true;
        }

        range = new DateRange { End = first, Slice = slice.Source.Between(start, first.Span.End) };
        return true;
    }

    private static bool TryReadSecond(Slice slice, int position, FoundDate first, out FoundDate second)
    {
        var folded = slice.Source.Folded;
        if (DateWords.Since.TryMatchAt(folded.AsSpan(0, slice.End), position, out var word, out _) && char.IsLetter(folded[position]))
            position = SkipBlanks(folded, position + word, slice.End);
        if (new DateScanner(folded, position, slice.End).TryRead(out second) && second.Date.Year > 0)
            return IsSetApart(folded, second.Span, slice);

        // 2019–21
        if (first.Date is { Month: null, Year: > 0 } && position + 1 < slice.End && char.IsAsciiDigit(folded[position]) && char.IsAsciiDigit(folded[position + 1])
            && (position + 2 >= slice.End || !char.IsLetterOrDigit(folded[position + 2])))
        {
            var year = first.Date.Year / 100 * 100 + int.Parse(folded.AsSpan(position, 2), System.Globalization.CultureInfo.InvariantCulture);
            if (year > first.Date.Year && year - first.Date.Year < 30)
            {
                second = new FoundDate(new PartialDate(year, null), new TextSpan(position, 2));
                return true;
            }
        }

        return false;
    }

    private static FoundDate WithYearOf(FoundDate month, FoundDate whole)
    {
        var year = whole.Date.Month is { } end && month.Date.Month > end ? whole.Date.Year - 1 : whole.Date.Year;
        return month with { Date = month.Date with { Year = year } };
    }

    private static bool TryPresent(Slice slice, int position, out TextSpan span)
    {
        span = default;
        if (position >= slice.End)
            return false;
        var folded = slice.Source.Folded.AsSpan(0, slice.End);
        if (!DateWords.Present.TryMatchAt(folded, position, out var length, out _))
        {
            // "(Present)", "until now", "a la actualidad"
            if (!DateWords.To.TryMatchAt(folded, position, out var lead, out _) && !DateWords.Since.TryMatchAt(folded, position, out lead, out _))
                return false;
            var next = SkipBlanks(slice.Source.Folded, position + lead, slice.End);
            if (next >= slice.End || !DateWords.Present.TryMatchAt(folded, next, out length, out _))
                return false;
            position = next;
        }

        span = new TextSpan(position, length);
        return true;
    }

    private static bool TrySeparator(string folded, int position, int end, out int next)
    {
        next = position;
        var dashes = 0;
        while (next < end && (folded[next] is '-' or '–' or '—' or '‒' or '―' or '−' or '~' or '～' or '〜' or '→' or '‐' or '/' or '\u00AD' or '>' || folded[next] == ' '))
        {
            if (folded[next] == '/' && dashes > 0)
                break;
            dashes += folded[next] == ' ' ? 0 : 1;
            next++;
        }

        if (dashes > 0)
            return true;
        if (position < end && DateWords.To.TryMatchAt(folded.AsSpan(0, end), position, out var length, out _))
        {
            next = SkipBlanks(folded, position + length, end);
            return true;
        }

        // "Summer 2013, 2014" lists the two ends.
        if (position < end && folded[position] == ',' && end - position is >= 5 and <= 7)
        {
            next = SkipBlanks(folded, position + 1, end);
            return next < end && char.IsAsciiDigit(folded[next]);
        }

        return false;
    }

    /// <summary>Takes words such as "since", "from" or "expected graduation:" before a date into its range.</summary>
    private static int PrefixStart(Slice slice, int position, out bool since)
    {
        since = false;
        var folded = slice.Source.Folded;
        var start = position;
        for (var words = 0; words < 2; words++)
        {
            var wordEnd = start;
            while (wordEnd > slice.Start && folded[wordEnd - 1] is ' ' or ':')
                wordEnd--;
            var wordStart = wordEnd;
            while (wordStart > slice.Start && Folding.IsWordChar(folded[wordStart - 1]))
                wordStart--;
            if (wordStart == wordEnd && wordEnd > slice.Start && Folding.IsIdeographic(folded[wordEnd - 1]))
                wordStart--;
            var word = folded.AsSpan(wordStart, wordEnd - wordStart);
            if (word.Length == 0)
                break;
            if (DateWords.Since.TryGet(word, out _))
                since = word is not ("de" or "du" or "from" or "van" or "von" or "od" or "ab" or "dal" or "del" or "des de" or "从" or "從" or "自" or "من" or "starting" or "alkaen");
            else if (!DateWords.Expected.TryGet(word, out _))
                break;
            start = wordStart;
        }

        return start;
    }

    private static bool IsSetApart(string folded, TextSpan span, Slice slice)
    {
        var before = span.Start > slice.Start ? folded[span.Start - 1] : ' ';
        var beforeThat = span.Start - 1 > slice.Start ? folded[span.Start - 2] : ' ';
        var after = span.End < slice.End ? folded[span.End] : ' ';
        var afterThat = span.End + 1 < slice.End ? folded[span.End + 1] : ' ';
        if (before is '$' or '€' or '£' or '#' or '@' or '_' or '\\' or '=' or '+' || (before is '/' or '.' && char.IsLetterOrDigit(beforeThat)))
            return false;
        if (before is '-' or ',' && char.IsAsciiDigit(beforeThat) && span.Length == 4)
            return !IsPhoneLike(folded, span.Start, slice) && before == '-';
        if (char.IsAsciiLetter(after) && char.IsAsciiDigit(folded[span.End - 1]))
            return false;
        if (after is '%' or '+' or '@' or '_' || char.IsAsciiDigit(after) || (after is ',' or '.' && char.IsAsciiDigit(afterThat)))
            return false;
        return !(after == '-' && char.IsAsciiDigit(afterThat) && span.Length == 4 && IsPhoneLike(folded, span.End, slice));
    }

    /// <summary>A hyphen between groups of digits that are no years, as in a phone number or an id.</summary>
    private static bool IsPhoneLike(string folded, int around, Slice slice)
    {
        var (from, to) = (around, around);
        while (from > slice.Start && around - from < 12 && (char.IsAsciiDigit(folded[from - 1]) || folded[from - 1] is '-' or ')' or '('))
            from--;
        while (to < slice.End && to - around < 12 && (char.IsAsciiDigit(folded[to]) || folded[to] is '-' or ')'))
            to++;
        return to - from is not (9 or 7 or 10);
    }

    private static bool CanStart(string folded, int i, int start)
    {
        var c = folded[i];
        if (char.IsAsciiDigit(c))
            return i == start || !char.IsAsciiDigit(folded[i - 1]);
        return c == '\'' || (char.IsLetter(c) && (i == start || !Folding.IsWordChar(folded[i - 1])));
    }

    private static int SkipBlanks(string folded, int position, int end)
    {
        while (position < end && folded[position] is ' ' or ')' or '(' or ',' && position < end)
        {
            if (folded[position] == ',' && !(position + 1 < end && folded[position + 1] == ' '))
                break;
            if (folded[position] == ',')
                break;
            position++;
        }

        return position;
    }
}
