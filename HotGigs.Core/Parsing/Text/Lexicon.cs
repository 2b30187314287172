using System.Collections.Frozen;

namespace HotGigs.Core.Parsing.Text;

/// <summary>Reads the word tables embedded beside the parser: lines of <c>key: phrase, phrase</c>, comments with #.</summary>
internal static class Lexicon
{
    /// <summary>Every line's key as written, and its phrases folded.</summary>
    public static IEnumerable<(string Key, string[] Phrases)> Lines(string name, char separator = ',')
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"HotGigs.Core.Parsing.Lexicons.{name}.txt")
            ?? throw new InvalidOperationException("A word table of the parser is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith('#') || colon < 0)
                continue;
            var phrases = Folding.Fold(line[(colon + 1)..].Normalize()).Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            yield return (line[..colon].Trim(), phrases);
        }
    }

    public static PhraseTable<string> Table(string name) =>
        new(Lines(name).SelectMany(line => line.Phrases.Select(phrase => (phrase, line.Key))));

    public static IReadOnlyList<string> Words(string name, string key) =>
        [.. Lines(name).Where(line => line.Key == key).SelectMany(line => line.Phrases)];

    public static FrozenSet<string> Set(string name, string key) => Words(name, key).ToFrozenSet(StringComparer.Ordinal);

    public static PhraseTable<bool> Phrases(string name, string key) => new(Words(name, key).Select(word => (word, true)));
}
