using System.Collections.Frozen;

namespace HotGigs.Core.Parsing.Text;

/// <summary>Phrases with a value each, found in folded text at a given position; the longest wins.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string Phrase, T Value)[]> _byFirstWord;
    private readonly FrozenDictionary<string, (string Phrase, T Value)[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        _byFirstWord = phrases
            .GroupBy(entry => FirstWord(entry.Phrase, 0).ToString(), StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.DistinctBy(entry => entry.Phrase, StringComparer.Ordinal).OrderByDescending(entry => entry.Phrase.Length).ToArray(),
                StringComparer.Ordinal);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest phrase that starts at <paramref name="position"/> and ends at a word's end, its length in characters.</summary>
    public bool TryMatchAt(ReadOnlySpan<char> folded, int position, out int length, out T value)
    {
        (length, value) = (0, default!);
        if (position >= folded.Length || (position > 0 && Folding.IsWordChar(folded[position]) && Folding.IsWordChar(folded[position - 1])))
            return false;
        if (!_lookup.TryGetValue(FirstWord(folded, position), out var candidates))
            return false;
        foreach (var (phrase, found) in candidates)
        {
            if (!folded[position..].StartsWith(phrase, StringComparison.Ordinal))
                continue;
            var end = position + phrase.Length;
            if (end < folded.Length && Folding.IsWordChar(folded[end - 1]) && Folding.IsWordChar(folded[end]))
                continue;
            (length, value) = (phrase.Length, found);
            return true;
        }

        return false;
    }

    /// <summary>True when the whole text is one phrase.</summary>
    public bool TryGet(ReadOnlySpan<char> folded, out T value)
    {
        value = default!;
        if (folded.Length == 0 || !_lookup.TryGetValue(FirstWord(folded, 0), out var candidates))
            return false;
        foreach (var (phrase, found) in candidates)
        {
            if (folded.SequenceEqual(phrase))
            {
                value = found;
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrases found from left to right, never overlapping.</summary>
    public IEnumerable<(int Start, int Length, T Value)> FindAll(string folded, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(folded[i]) || !TryMatchAt(folded.AsSpan(0, end), i, out var length, out var value))
                continue;
            yield return (i, length, value);
            i += length - 1;
        }
    }

    public IEnumerable<(int Start, int Length, T Value)> FindAll(Slice slice) => FindAll(slice.Source.Folded, slice.Start, slice.End);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text, int position)
    {
        if (!Folding.IsWordChar(text[position]))
            return text.Slice(position, 1);
        var end = position;
        while (end < text.Length && Folding.IsWordChar(text[end]))
            end++;
        return text[position..end];
    }
}
