using System.Buffers;

namespace HotGigs.Core.Skills;

/// <summary>Vocabulary and trie over all spellings, built once.</summary>
internal sealed class SkillIndex
{
    private readonly Dictionary<string, int> _vocabulary = new(16_000, StringComparer.Ordinal);
    private readonly SkillTrie _trie = new();
    private readonly SkillTokens _tokens;

    private SkillIndex() => _tokens = new(_vocabulary);

    /// <summary>Spellings that two skills claim; empty in a sound dictionary (a test checks).</summary>
    public List<string> Collisions { get; } = [];

    public int AliasCount { get; private set; }

    public static SkillIndex Build(IEnumerable<SkillLine> lines)
    {
        var index = new SkillIndex();
        var written = new List<SkillAlias>(12_000);
        foreach (SkillLine line in lines)
        {
            bool nameIsMarked = false;
            foreach (string marked in line.Aliases)
            {
                (string text, SkillClass skillClass, bool exact) = SkillFile.Unmark(marked, line.Skill.Class);
                nameIsMarked |= string.Equals(text, line.Skill.Name, StringComparison.Ordinal);
                written.Add(new(text, line.Skill, skillClass, exact));
            }

            if (!nameIsMarked)
                written.Add(new(line.Skill.Name, line.Skill, line.Skill.Class, Exact: false));
        }

        // Every written spelling comes before any derived one, so that a plural never takes another skill's own name.
        foreach (SkillAlias alias in written)
            index.AddWritten(alias);
        index.AliasCount = written.Count;
        foreach (SkillAlias alias in written)
        {
            foreach (string variant in SkillVariants.Of(alias))
                index.AddVariant(alias, variant);
        }

        index._trie.Seal(index._vocabulary.Count);
        return index;
    }

    /// <summary>Cuts once; the caller hands the array back.</summary>
    public (SkillToken[] Rented, int Count) Cut(string text, int start, int end) => _tokens.Cut(text, start, end);

    public SkillAlias? Longest(string text, ReadOnlySpan<SkillToken> tokens, int first, SkillReading reading, out int last)
    {
        last = first;
        return tokens[first].Id < 0 ? null : _trie.Longest(text, tokens, first, reading, out last);
    }

    private void AddWritten(SkillAlias alias)
    {
        LearnWords(alias.Text);
        if (!Add(alias, alias.Text, out SkillAlias taken) && !ReferenceEquals(taken.Skill, alias.Skill))
            Collisions.Add($"{alias.Text}: {taken.Skill.Id}, {alias.Skill.Id}");
    }

    private void AddVariant(SkillAlias alias, string variant)
    {
        LearnWords(variant);
        Add(alias, variant, out _);
    }

    private bool Add(SkillAlias alias, string text, out SkillAlias taken)
    {
        (SkillToken[] rented, int count) = _tokens.Cut(text, 0, text.Length);
        try
        {
            Span<int> words = stackalloc int[count];
            uint slashes = 0;
            uint dots = 0;
            for (int i = 0; i < count; i++)
            {
                words[i] = rented[i].Id;
                slashes |= rented[i].Gap == TokenGap.Slash ? 1u << i : 0;
                dots |= rented[i].Gap == TokenGap.Dot ? 1u << i : 0;
                if (i > 0 && rented[i].Gap == TokenGap.Break)
                    throw new FormatException($"No text can hold this spelling in one piece: {text}");
            }

            return _trie.Add(words, alias with { Slashes = slashes, Dots = dots }, out taken);
        }
        finally
        {
            ArrayPool<SkillToken>.Shared.Return(rented);
        }
    }

    /// <summary>Puts a spelling's words into the vocabulary; signs and a leading full stop stay with their word.</summary>
    private void LearnWords(string text)
    {
        foreach (string word in SkillVariants.Words(text))
            _vocabulary.TryAdd(word, _vocabulary.Count);
    }
}
