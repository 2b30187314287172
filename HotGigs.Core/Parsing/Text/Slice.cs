using System.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Text;

/// <summary>A document's text beside its folded twin of the same length.</summary>
internal sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public string Folded { get; } = Folding.Fold(text);

    public Slice All => new(this, 0, Text.Length);

    public Slice Between(int start, int end) => new(this, start, Math.Max(0, end - start));
}

/// <summary>A stretch of a document's text that still knows where it stands.</summary>
/// <param name="Start">Position in the document's text.</param>
internal readonly record struct Slice(SourceText Source, int Start, int Length)
{
    /// <summary>Characters no value begins or ends with.</summary>
    private const string Edges = " \t\n,;:|/\\·•–—-―−~_*#>»«‣▪■●◦○§¤➢➤✓✔+=،؛、，；：。﹣－";

    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public TextSpan Span => new(Start, Length);

    public ReadOnlySpan<char> Raw => Source.Text.AsSpan(Start, Length);

    public ReadOnlySpan<char> Folded => Source.Folded.AsSpan(Start, Length);

    public char this[int index] => Source.Text[Start + index];

    /// <summary>The words, with every run of blanks and line ends as one blank.</summary>
    public string Value
    {
        get
        {
            var result = new StringBuilder(Length);
            var blank = false;
            foreach (var c in Raw)
            {
                if (char.IsWhiteSpace(c))
                {
                    blank = result.Length > 0;
                    continue;
                }

                if (blank)
                    result.Append(' ');
                blank = false;
                result.Append(c);
            }

            return result.ToString();
        }
    }

    public Slice From(int offset) => new(Source, Start + offset, Length - offset);

    public Slice Sub(int offset, int length) => new(Source, Start + offset, length);

    public Slice Until(int end) => new(Source, Start, Math.Max(0, end - Start));

    public Slice After(int start) => new(Source, Math.Min(start, End), Math.Max(0, End - start));

    /// <summary>Without blanks at both ends.</summary>
    public Slice TrimBlanks() => Trim(static c => char.IsWhiteSpace(c));

    /// <summary>Without blanks, separators and bullets at both ends, and without brackets that have no partner.</summary>
    public Slice TrimEdges()
    {
        var slice = TrimSeparators();

        // Brackets nest a few deep in names; a line full of them is no name.
        for (var depth = 0; depth < 8 && slice.Length > 0; depth++)
        {
            var next = slice.WithoutLoneBracket();
            if (next.Length == slice.Length)
                return slice;
            slice = next.TrimSeparators();
        }

        return slice;
    }

    /// <summary>The first half where the words stand twice in a row, as in pages copied from a site that writes them again for screen readers.</summary>
    public Slice Undoubled()
    {
        var half = Length / 2;
        if (Length >= 8 && Raw[..half].SequenceEqual(Raw[^half..]) && (Length % 2 == 0 || Raw[half] == ' '))
            return Sub(0, half);
        return this;
    }

    /// <summary>Number of words; an ideographic character counts as half a word.</summary>
    public int WordCount
    {
        get
        {
            int words = 0, ideographs = 0;
            var inside = false;
            foreach (var c in Raw)
            {
                if (Folding.IsIdeographic(c))
                {
                    ideographs++;
                    inside = false;
                    continue;
                }

                var letter = char.IsLetterOrDigit(c) || c is '\'' or '’' or '.' or '&' or '+' or '#';
                if (letter && !inside)
                    words++;
                inside = letter;
            }

            return words + (ideographs + 1) / 2;
        }
    }

    public bool Contains(char c) => Raw.Contains(c);

    public bool HasLetter
    {
        get
        {
            foreach (var c in Raw)
            {
                if (char.IsLetter(c))
                    return true;
            }

            return false;
        }
    }

    public bool Equals(Slice other) => Start == other.Start && Length == other.Length && ReferenceEquals(Source, other.Source);

    public override int GetHashCode() => HashCode.Combine(Start, Length);

    public override string ToString() => Raw.ToString();

    private Slice TrimSeparators()
    {
        var (from, to) = (Start, End);
        while (from < to && IsEdge(Source.Text[from]))
            from++;

        // C++ and C# end with signs that separate nothing.
        while (to > from && IsEdge(Source.Text[to - 1]) && Source.Text[to - 1] is not ('+' or '#'))
            to--;
        return new Slice(Source, from, to - from);
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || Edges.Contains(c, StringComparison.Ordinal) || c is >= '\uE000' and <= '\uF8FF' or '\uFFFD';

    private Slice Trim(Func<char, bool> drop)
    {
        var (from, to) = (Start, End);
        while (from < to && drop(Source.Text[from]))
            from++;
        while (to > from && drop(Source.Text[to - 1]))
            to--;
        return new Slice(Source, from, to - from);
    }

    private Slice WithoutLoneBracket()
    {
        var (first, last) = (this[0], this[Length - 1]);
        if (first is '(' or '[' or '（' && last == Partner(first) && Raw[1..].IndexOf(first) < 0)
            return Sub(1, Length - 2);
        if (first is ')' or ']' or '）' || (first is '(' or '[' or '（' && Raw.IndexOf(Partner(first)) < 0))
            return From(1);
        if (last is '(' or '[' or '（' || (last is ')' or ']' or '）' && Raw.IndexOf(Opening(last)) < 0))
            return Sub(0, Length - 1);
        return this;
    }

    private static char Partner(char opening) => opening switch { '(' => ')', '[' => ']', _ => '）' };

    private static char Opening(char closing) => closing switch { ')' => '(', ']' => '[', _ => '（' };
}
