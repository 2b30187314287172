using System.Buffers;

namespace HotGigs.Core.Skills;

/// <summary>What stands between a token and the one before it.</summary>
internal enum TokenGap : byte
{
    /// <summary>Sentence end, comma, bullet, tab, empty line: no skill reaches across.</summary>
    Break,

    /// <summary>Nothing, a blank, a line end, a hyphen, an underscore or an apostrophe: spellings differ only there.</summary>
    Soft,

    /// <summary>A slash: joins only where the spelling has one (CI/CD), else it separates (HTML/CSS).</summary>
    Slash,

    /// <summary>A full stop with a letter right behind it (Node.js, ASP.NET).</summary>
    Dot,
}

/// <param name="Id">Number of the word in the dictionary's vocabulary; negative when no skill uses it.</param>
internal readonly record struct SkillToken(int Start, int End, int Id, TokenGap Gap);

/// <summary>Cuts text into words so that C++, C#, .NET, Node.js and Chinese survive.</summary>
internal sealed class SkillTokens(Dictionary<string, int> vocabulary)
{
    /// <summary>No word of the vocabulary is longer; longer runs are no words.</summary>
    public const int LongestWord = 48;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words =
        vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Fills a rented array; the caller returns it to <see cref="ArrayPool{T}.Shared"/>.</summary>
    public (SkillToken[] Rented, int Count) Cut(string text, int start, int end)
    {
        SkillToken[] tokens = ArrayPool<SkillToken>.Shared.Rent(Math.Max(16, (end - start) / 4));
        int count = 0;
        int at = start;
        int previousEnd = start;
        while (at < end)
        {
            char c = text[at];
            if (c != '&' && !char.IsLetterOrDigit(c))
            {
                at++;
                continue;
            }

            int wordStart = at;
            int id = c == '&' ? Ampersand(ref at) : Word(text, previousEnd, end, ref wordStart, ref at);
            if (count == tokens.Length)
                tokens = Grow(tokens);
            TokenGap gap = count == 0 ? TokenGap.Break : GapOf(text.AsSpan(previousEnd, wordStart - previousEnd));
            tokens[count++] = new(wordStart, at, id, gap);
            previousEnd = at;
        }

        return (tokens, count);
    }

    private static SkillToken[] Grow(SkillToken[] tokens)
    {
        SkillToken[] larger = ArrayPool<SkillToken>.Shared.Rent(tokens.Length * 2);
        tokens.CopyTo(larger, 0);
        ArrayPool<SkillToken>.Shared.Return(tokens);
        return larger;
    }

    private int Ampersand(ref int at)
    {
        at++;
        return _words.TryGetValue("and", out int id) ? id : -1;
    }

    private int Word(string text, int floor, int end, ref int start, ref int at)
    {
        Span<char> word = stackalloc char[LongestWord + 8];
        int length = 0;
        int letters = 0;
        bool endsInDigits = false;
        word[length++] = '.';
        if (CharFolding.IsUnspaced(text[at]))
        {
            length += CharFolding.Fold(text[at++], word[length..]);
        }
        else
        {
            while (at < end && char.IsLetterOrDigit(text[at]) && !CharFolding.IsUnspaced(text[at]))
            {
                if (length <= LongestWord)
                {
                    int written = CharFolding.Fold(text[at], word[length..]);
                    endsInDigits = char.IsAsciiDigit(text[at]);
                    if (!endsInDigits)
                        letters = length - 1 + written;
                    length += written;
                }

                at++;
            }
        }

        if (length > LongestWord)
            return -1;
        if (SignedWord(text, end, word, length, ref at) is >= 0 and int signed)
            return signed;
        if (start > floor && text[start - 1] == '.' && _words.TryGetValue(word[..length], out int dotted))
        {
            start--;
            return dotted;
        }

        if (_words.TryGetValue(word[1..length], out int id))
            return id;

        // Python3, Java8: the digits are a version. From three letters on, else B2 and C4 would turn into letters.
        return endsInDigits && letters >= 3 && _words.TryGetValue(word.Slice(1, letters), out int unversioned) ? unversioned : -1;
    }

    /// <summary>C++, C#, A+: the signs belong to the word when the dictionary knows it so.</summary>
    private int SignedWord(string text, int end, Span<char> word, int length, ref int at)
    {
        int signs = 0;
        while (signs < 2 && at + signs < end && text[at + signs] is ('+' or '#'))
        {
            word[length + signs] = text[at + signs];
            signs++;
        }

        for (; signs > 0; signs--)
        {
            if (_words.TryGetValue(word[1..(length + signs)], out int id))
            {
                at += signs;
                return id;
            }
        }

        return -1;
    }

    private static TokenGap GapOf(ReadOnlySpan<char> between)
    {
        var gap = TokenGap.Soft;
        int lineEnds = 0;
        for (int i = 0; i < between.Length; i++)
        {
            switch (between[i])
            {
                case ' ' or '\u00A0' or '\u202F' or '_' or '\'' or '\u2019':
                    break;
                case '-' or '\u2010' or '\u2011' or '\u2013' when lineEnds == 0:
                    break;
                case '\n' when ++lineEnds == 1:
                    break;
                case '/' when gap == TokenGap.Soft:
                    gap = TokenGap.Slash;
                    break;
                case '.' when gap == TokenGap.Soft && i == between.Length - 1 && lineEnds == 0:
                    gap = TokenGap.Dot;
                    break;
                default:
                    return TokenGap.Break;
            }
        }

        return gap;
    }
}
