using System.Collections.Frozen;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Contact;

/// <summary>Our tables of countries, regions and larger cities.</summary>
internal static class Places
{
    /// <summary>Country names to ISO 3166-1 alpha-2.</summary>
    public static PhraseTable<string> Countries { get; } =
        new(Lexicon.Lines("countries").SelectMany(line => line.Phrases.Select(name => (name, line.Key[..2]))));

    public static FrozenDictionary<string, string> CallingCodes { get; } =
        Lexicon.Lines("countries").ToFrozenDictionary(line => line.Key[..2], line => line.Key[3..], StringComparer.Ordinal);

    /// <summary>Full region names to their country.</summary>
    public static PhraseTable<string> Regions { get; } = new(RegionLines().Select(entry => (entry.Name, entry.Country)));

    /// <summary>Region abbreviations in capitals to their country; the first country that uses one has it.</summary>
    public static FrozenDictionary<string, string> RegionCodes { get; } = RegionLines()
        .Where(entry => entry.Code is not null)
        .DistinctBy(entry => entry.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Code!, entry => entry.Country, StringComparer.Ordinal);

    public static PhraseTable<string> Cities { get; } =
        new(Lexicon.Lines("cities").SelectMany(line => line.Phrases.Select(name => (name, line.Key))));

    /// <summary>Calling code to country; the largest country of a shared code.</summary>
    public static FrozenDictionary<string, string> CountryOfCallingCode { get; } = Lexicon.Lines("countries")
        .Select(line => (Country: line.Key[..2], Code: line.Key[3..]))
        .DistinctBy(pair => pair.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Code, pair => pair.Country, StringComparer.Ordinal);

    private static IEnumerable<(string Country, string? Code, string Name)> RegionLines()
    {
        foreach (var (country, entries) in Lexicon.Lines("regions", ';'))
        {
            foreach (var entry in entries)
            {
                var equals = entry.IndexOf('=', StringComparison.Ordinal);
                yield return equals < 0 ? (country, null, entry) : (country, entry[..equals].ToUpperInvariant(), entry[(equals + 1)..]);
            }
        }
    }
}
