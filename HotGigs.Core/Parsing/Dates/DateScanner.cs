using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Dates;

/// <summary>Reads one date at one position of folded text. Linear: it never looks further than the date's own words.</summary>
internal ref struct DateScanner(string folded, int position, int end)
{
    private readonly ReadOnlySpan<char> _text = folded.AsSpan(0, end);
    private readonly int _start = position;
    private int _at = position;

    /// <summary>A date of any form that starts exactly here.</summary>
    public bool TryRead(out FoundDate found)
    {
        found = default;
        if (_start >= _text.Length || (_start > 0 && Folding.IsWordChar(_text[_start]) && Folding.IsWordChar(_text[_start - 1])
            && !Folding.IsIdeographic(_text[_start - 1])))
            return false;
        if (TryNumeric(out var date) || TryNamed(out date))
        {
            found = new FoundDate(date, TextSpan.Between(_start, _at));
            return true;
        }

        return false;
    }

    private bool TryNumeric(out PartialDate date)
    {
        date = default;
        if (TryApostropheYear(out var year))
        {
            date = new PartialDate(year, null);
            return true;
        }

        if (!TryNumber(out var first, out var digits))
            return false;
        return digits == 4 ? TryYearFirst(first, out date) : digits <= 2 && TryDayOrMonthFirst(first, out date);
    }

    /// <summary>2019, 2019-03, 2019/03/01, 2019年3月, 2019 March, 2019 Q1.</summary>
    private bool TryYearFirst(int year, out PartialDate date)
    {
        date = default;
        if (!Years.IsYear(year))
            return false;
        date = new PartialDate(year, null);
        var mark = _at;
        if (Peek() is '年' or '년')
        {
            _at++;
            SkipBlanks();
            var before = _at;
            if (TryNumber(out var month, out var count) && count <= 2 && month is >= 1 and <= 12 && Peek() is '月' or '월')
            {
                _at++;
                date = new PartialDate(year, month);
                SkipEastAsianDay();
            }
            else
            {
                _at = Math.Min(before, mark + 1);
            }

            return true;
        }

        if (Peek() is '-' or '/' or '.' && IsDigit(_at + 1))
        {
            var separator = Peek();
            _at++;
            if (TryNumber(out var month, out var count) && count <= 2 && month is >= 1 and <= 12 && !(separator == '.' && count == 1 && IsDigit(_at)))
            {
                date = new PartialDate(year, month);
                var behind = _at;
                if (Peek() == separator && IsDigit(_at + 1))
                {
                    _at++;
                    if (!(TryNumber(out var day, out var dayDigits) && dayDigits <= 2 && day is >= 1 and <= 31))
                        _at = behind;
                }

                return true;
            }

            _at = mark;
            return separator is '-' or '/' || !IsDigit(mark + 1);
        }

        if (Peek() is ' ' or ',' or '.' && TryMonthBehindYear(out var named))
            date = new PartialDate(year, named);
        return true;
    }

    private bool TryMonthBehindYear(out int month)
    {
        month = 0;
        var mark = _at;
        SkipBlanks(",.");
        if (DateWords.Months.TryMatchAt(_text, _at, out var length, out month) && length >= 3 && !FollowedByYear(_at + length))
        {
            _at += length;
            return true;
        }

        _at = mark;
        return false;
    }

    /// <summary>03/2019, 3.2019, 01/03/2019, 15 March 2019, 1. März 2019, 03/19.</summary>
    private bool TryDayOrMonthFirst(int first, out PartialDate date)
    {
        date = default;
        if (Peek() is '/' or '.' or '-' or '–' or '\'' || (Peek() == ' ' && At(_at + 1) is '/' or '.'))
        {
            var mark = _at;
            SkipBlanks();
            var separator = Peek();
            _at++;
            SkipBlanks();
            if (separator is '/' or '.' or '-' or '\'' && TryNumber(out var second, out var digits))
            {
                if (digits == 4 && Years.IsYear(second) && first is >= 1 and <= 12 && separator != '\'')
                    return Done(second, first, out date);
                if (digits == 2 && separator is '/' or '\'' && first is >= 1 and <= 12 && Peek() is not ('/' or '.' or '-') && Years.IsShort(second))
                    return Done(Years.Expand(second), first, out date);
                if (digits <= 2 && Peek() == separator && IsDigit(_at + 1))
                {
                    _at++;
                    if (TryNumber(out var third, out var yearDigits) && yearDigits == 4 && Years.IsYear(third))
                    {
                        // Day first, except where only the American order gives a month.
                        var month = second is >= 1 and <= 12 && (separator != '/' || first > 12) ? second : first;
                        return month is >= 1 and <= 12 && Done(third, month, out date);
                    }
                }
            }

            _at = mark;
        }

        if (first is < 1 or > 31)
            return false;
        SkipBlanks(".");
        if (Peek() is 's' or 'n' or 'r' or 't' && At(_at + 1) is 't' or 'd' or 'h' && At(_at + 2) == ' ')
            _at += 3;
        if (Peek() == 'd' && At(_at + 1) == 'e' && At(_at + 2) == ' ')
            _at += 3;
        return DateWords.Months.TryMatchAt(_text, _at, out _, out _) && TryNamedMonth(out date) && date.Year > 0;
    }

    private bool TryNamed(out PartialDate date)
    {
        date = default;
        _at = _start;
        return TryNamedMonth(out date) || TrySeasonOrQuarter(out date);
    }

    /// <summary>March 2019, Mar. 2019, März '19, marzo de 2019, March 5, 2019, Mar/2019, Mar 19.</summary>
    private bool TryNamedMonth(out PartialDate date)
    {
        date = default;
        if (!DateWords.Months.TryMatchAt(_text, _at, out var length, out var month))
            return false;
        _at += length;
        var mark = _at;
        SkipBlanks(".,/-");
        SkipWord("de");
        SkipWord("del");
        SkipWord("of");
        SkipWord("yili");
        if (TryApostropheYear(out var shortYear))
            return Done(shortYear, month, out date);
        if (TryNumber(out var number, out var digits))
        {
            if (digits == 4 && Years.IsYear(number))
                return Done(number, month, out date);
            if (digits <= 2 && number is >= 1 and <= 31)
            {
                var behind = _at;
                if (Peek() is 's' or 'n' or 'r' or 't' && At(_at + 1) is 't' or 'd' or 'h')
                    _at += 2;
                SkipBlanks(",.");
                if (TryNumber(out var year, out var yearDigits) && yearDigits == 4 && Years.IsYear(year))
                    return Done(year, month, out date);
                _at = behind;
            }

            if (digits == 2 && Years.IsShort(number) && !IsDigit(_at))
                return Done(Years.Expand(number), month, out date);
        }

        // A month alone: only a range whose other end has the year can use it.
        _at = mark;
        date = new PartialDate(0, month);
        return true;
    }

    /// <summary>Summer 2019, Q1 2019, T1/2019, WS 2019/20.</summary>
    private bool TrySeasonOrQuarter(out PartialDate date)
    {
        date = default;
        if (DateWords.Seasons.TryMatchAt(_text, _at, out var length, out _))
            _at += length;
        else if (Peek() is 'q' or 't' or 'h' or 's' && At(_at + 1) is >= '1' and <= '4' && !IsWord(_at + 2))
            _at += 2;
        else if (Peek() is 'w' or 's' && At(_at + 1) == 's' && At(_at + 2) == ' ')
            _at += 2;
        else
            return false;
        SkipBlanks(".,/-");
        SkipWord("of");
        SkipWord("de");
        if (TryApostropheYear(out var shortYear))
            return Done(shortYear, null, out date);
        if (!TryNumber(out var year, out var digits) || digits != 4 || !Years.IsYear(year))
            return false;
        if (Peek() == '/' && IsDigit(_at + 1) && IsDigit(_at + 2) && !IsDigit(_at + 3))
            _at += 3;
        return Done(year, null, out date);
    }

    private bool TryApostropheYear(out int year)
    {
        year = 0;
        if (Peek() != '\'' || !IsDigit(_at + 1) || !IsDigit(_at + 2) || IsWord(_at + 3))
            return false;
        var value = (_text[_at + 1] - '0') * 10 + _text[_at + 2] - '0';
        _at += 3;
        year = Years.Expand(value);
        return true;
    }

    private bool TryNumber(out int value, out int digits)
    {
        (value, digits) = (0, 0);
        var from = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]) && digits < 5)
        {
            value = value * 10 + _text[_at] - '0';
            _at++;
            digits++;
        }

        if (digits is > 0 and < 5)
            return true;
        _at = from;
        return false;
    }

    private bool Done(int year, int? month, out PartialDate date)
    {
        date = new PartialDate(year, month);
        return true;
    }

    private void SkipEastAsianDay()
    {
        var mark = _at;
        if (TryNumber(out _, out var digits) && digits <= 2 && Peek() is '日' or '일')
            _at++;
        else
            _at = mark;
    }

    private void SkipBlanks(string also = "")
    {
        while (_at < _text.Length && (_text[_at] == ' ' || also.Contains(_text[_at], StringComparison.Ordinal)))
            _at++;
    }

    private void SkipWord(string word)
    {
        if (_text[_at..].StartsWith(word, StringComparison.Ordinal) && At(_at + word.Length) == ' ')
        {
            _at += word.Length;
            SkipBlanks();
        }
    }

    private readonly bool FollowedByYear(int position)
    {
        while (At(position) is ' ' or ',' or '.' or '\'')
            position++;
        return IsDigit(position) && IsDigit(position + 1);
    }

    private readonly char At(int position) => position < _text.Length ? _text[position] : '\0';

    private readonly char Peek() => At(_at);

    private readonly bool IsDigit(int position) => char.IsAsciiDigit(At(position));

    private readonly bool IsWord(int position) => Folding.IsWordChar(At(position));
}
