using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Skills;

/// <summary>Our own dictionary of skills: finds them in text, knows their names, what they imply and their siblings.</summary>
/// <remarks>Immutable and safe to share between threads. Matches come in text order and never overlap: the longest spelling wins.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A dictionary as people know it: words and what they mean.")]
public sealed class SkillDictionary
{
    /// <summary>Grows with every change of data or rules that can change what is found.</summary>
    public const string Version = "1";

    private static readonly Lazy<SkillDictionary> Shipped = new(() => new(SkillFile.ReadAll()));

    private readonly Dictionary<string, Skill> _byId;
    private readonly Dictionary<string, Skill[]> _implied;
    private readonly Dictionary<string, Skill[]> _related;

    internal SkillDictionary(IReadOnlyList<SkillLine> lines)
    {
        _byId = lines.ToDictionary(line => line.Skill.Id, line => line.Skill, StringComparer.Ordinal);
        Index = SkillIndex.Build(lines);
        _implied = _byId.Values.Where(s => s.Implies.Count > 0).ToDictionary(s => s.Id, AllImplied, StringComparer.Ordinal);
        _related = RelatedBothWays();
        All = [.. lines.Select(line => line.Skill)];
    }

    /// <summary>The dictionary that ships with the product; built on first use.</summary>
    public static SkillDictionary Default => Shipped.Value;

    public IReadOnlyList<Skill> All { get; }

    internal SkillIndex Index { get; }

    public bool TryGet(string id, [NotNullWhen(true)] out Skill? skill) => _byId.TryGetValue(id, out skill);

    /// <summary>Everything the skill includes, nearest first (Next.js: React, JavaScript); empty for an unknown id.</summary>
    public IReadOnlyList<Skill> Implied(string id) => _implied.GetValueOrDefault(id, []);

    /// <summary>Its siblings; empty for an unknown id.</summary>
    public IReadOnlyList<Skill> Related(string id) => _related.GetValueOrDefault(id, []);

    /// <summary>
    /// Every mention within <paramref name="range"/>, also ambiguous and generic ones: see <see cref="SkillContext"/> for which of them count.
    /// Mentions inside web and e-mail addresses are left out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the text.</exception>
    public IReadOnlyList<SkillMatch> FindAll(string text, TextSpan range, SkillReading reading = SkillReading.Running)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range.Start);
        ArgumentOutOfRangeException.ThrowIfNegative(range.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, text.Length);

        (SkillToken[] rented, int count) = Index.Cut(text, range.Start, range.End);
        try
        {
            var found = new List<SkillMatch>();
            ReadOnlySpan<SkillToken> tokens = rented.AsSpan(0, count);
            for (int i = 0; i < count; i++)
            {
                if (Index.Longest(text, tokens, i, reading, out int last) is not { } alias)
                    continue;
                var span = TextSpan.Between(tokens[i].Start, tokens[last].End);
                if (!AddressRule.IsInside(text, span))
                    found.Add(new(alias.Skill.Id, alias.Skill.Name, span, alias.Class, alias.Text));
                i = last;
            }

            return found;
        }
        finally
        {
            ArrayPool<SkillToken>.Shared.Return(rented);
        }
    }

    public IReadOnlyList<SkillMatch> FindAll(string text) => FindAll(text, new(0, text.Length));

    /// <summary>The skill that an item of a skill list names as a whole ("Python (primary)", "MS Excel 2016"), whatever its class; null for none.</summary>
    public Skill? Lookup(string asWritten) => ListedSkill.Find(this, asWritten);

    /// <summary>The skill whose spelling covers the text from end to end.</summary>
    internal Skill? Whole(string text)
    {
        (SkillToken[] rented, int count) = Index.Cut(text, 0, text.Length);
        try
        {
            if (count == 0)
                return null;
            SkillAlias? alias = Index.Longest(text, rented.AsSpan(0, count), 0, SkillReading.List, out int last);
            return last == count - 1 ? alias?.Skill : null;
        }
        finally
        {
            ArrayPool<SkillToken>.Shared.Return(rented);
        }
    }

    private Skill[] AllImplied(Skill skill)
    {
        var all = new List<Skill>();
        var open = new Queue<Skill>([skill]);
        while (open.TryDequeue(out Skill? next))
        {
            foreach (string id in next.Implies)
            {
                if (id != skill.Id && _byId.TryGetValue(id, out Skill? implied) && !all.Contains(implied))
                {
                    all.Add(implied);
                    open.Enqueue(implied);
                }
            }
        }

        return [.. all];
    }

    private Dictionary<string, Skill[]> RelatedBothWays()
    {
        var pairs = from skill in _byId.Values
                    from id in skill.Related
                    where _byId.ContainsKey(id)
                    from pair in new[] { (From: skill, To: _byId[id]), (From: _byId[id], To: skill) }
                    select pair;
        return pairs.GroupBy(pair => pair.From.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.To).Distinct().ToArray(), StringComparer.Ordinal);
    }
}
