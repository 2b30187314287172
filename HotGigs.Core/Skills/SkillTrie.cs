namespace HotGigs.Core.Skills;

/// <summary>One spelling of a skill.</summary>
/// <param name="Exact">The letters' case must be this (or all capitals from four letters on).</param>
/// <param name="Slashes">Bit i: a slash stands before token i. Text may have one there too.</param>
/// <param name="Dots">Bit i: a full stop stands before token i.</param>
internal sealed record SkillAlias(string Text, Skill Skill, SkillClass Class, bool Exact, uint Slashes = 0, uint Dots = 0);

/// <summary>All spellings as paths of word numbers; one pass finds the longest spelling at each place.</summary>
internal sealed class SkillTrie
{
    private readonly Dictionary<long, int> _edges = new(40_000);
    private readonly List<SkillAlias[]?> _ends = new(40_000) { null };
    private int[] _roots = [];

    /// <summary>Words of the longest spelling.</summary>
    public int Depth { get; private set; }

    /// <summary>False when another skill's spelling already takes this place; the one that was there stays.</summary>
    public bool Add(ReadOnlySpan<int> words, SkillAlias alias, out SkillAlias taken)
    {
        int node = 0;
        foreach (int word in words)
        {
            long edge = Edge(node, word);
            if (!_edges.TryGetValue(edge, out int next))
            {
                next = _ends.Count;
                _ends.Add(null);
                _edges.Add(edge, next);
            }

            node = next;
        }

        Depth = Math.Max(Depth, words.Length);
        SkillAlias[] there = _ends[node] ?? [];
        for (int i = 0; i < there.Length; i++)
        {
            taken = there[i];
            if (taken.Exact != alias.Exact || (alias.Exact && !string.Equals(taken.Text, alias.Text, StringComparison.Ordinal)))
                continue;

            // "angular js" and "angular.js" are one path: the signs of both are allowed on it.
            if (ReferenceEquals(taken.Skill, alias.Skill))
                there[i] = taken with { Slashes = taken.Slashes | alias.Slashes, Dots = taken.Dots | alias.Dots };
            return false;
        }

        // Exact spellings are tried first: "IT" before "it".
        _ends[node] = alias.Exact ? [alias, .. there] : [.. there, alias];
        taken = alias;
        return true;
    }

    /// <summary>Makes the first step an array access; most words of a text start no skill.</summary>
    public void Seal(int vocabularySize)
    {
        _roots = new int[vocabularySize];
        for (int word = 0; word < vocabularySize; word++)
            _roots[word] = _edges.GetValueOrDefault(Edge(0, word));
    }

    /// <summary>The longest spelling that starts at <paramref name="first"/>, or null.</summary>
    public SkillAlias? Longest(string text, ReadOnlySpan<SkillToken> tokens, int first, SkillReading reading, out int last)
    {
        last = first;
        int node = _roots[tokens[first].Id];
        if (node == 0)
            return null;

        SkillAlias? best = null;
        uint slashes = 0;
        uint dots = 0;
        for (int i = first; ;)
        {
            if (_ends[node] is { } ends && Fitting(ends, text.AsSpan(tokens[first].Start..tokens[i].End), slashes, dots, reading) is { } fit)
            {
                best = fit;
                last = i;
            }

            i++;
            if (i >= tokens.Length || tokens[i].Id < 0 || tokens[i].Gap == TokenGap.Break || i - first >= 31)
                return best;
            slashes |= tokens[i].Gap == TokenGap.Slash ? 1u << (i - first) : 0;
            dots |= tokens[i].Gap == TokenGap.Dot ? 1u << (i - first) : 0;
            if (!_edges.TryGetValue(Edge(node, tokens[i].Id), out node))
                return best;
        }
    }

    private static SkillAlias? Fitting(SkillAlias[] ends, ReadOnlySpan<char> written, uint slashes, uint dots, SkillReading reading)
    {
        foreach (SkillAlias alias in ends)
        {
            if ((slashes & ~alias.Slashes) != 0 || (dots & ~alias.Dots) != 0)
                continue;
            if (!alias.Exact || reading == SkillReading.List || SameCase(alias.Text, written))
                return alias;
        }

        return null;
    }

    private static bool SameCase(string alias, ReadOnlySpan<char> written)
    {
        // "Go" written "Go1" or "Go 1" is still cased like "Go"; what follows is a version.
        if (written.StartsWith(alias, StringComparison.Ordinal))
            return true;
        return alias.Length >= 4 && written.Length == alias.Length && written.Equals(alias, StringComparison.OrdinalIgnoreCase)
            && IsAllCapitals(written);
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> written)
    {
        foreach (char c in written)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
