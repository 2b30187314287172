using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Dates;

/// <summary>The words dates are made of, in the languages résumés are read in.</summary>
internal static class DateWords
{
    public static PhraseTable<int> Months { get; } = new(
        Lexicon.Lines("months").SelectMany(line => line.Phrases.Select(name => (name, int.Parse(line.Key, System.Globalization.CultureInfo.InvariantCulture)))));

    public static PhraseTable<bool> Present { get; } = Lexicon.Phrases("date-words", "present");

    public static PhraseTable<bool> To { get; } = Lexicon.Phrases("date-words", "to");

    public static PhraseTable<bool> Since { get; } = Lexicon.Phrases("date-words", "since");

    /// <summary>"Since" that stands behind the date, as in Turkish.</summary>
    public static PhraseTable<bool> SinceBehind { get; } = Lexicon.Phrases("date-words", "beri");

    public static PhraseTable<bool> Seasons { get; } = Lexicon.Phrases("date-words", "season");

    public static PhraseTable<bool> Expected { get; } = Lexicon.Phrases("date-words", "expected");
}
