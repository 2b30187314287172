using HotGigs.Core.Parsing.Sections;
using HotGigs.Core.Parsing.Text;

namespace HotGigs.Core.Parsing.Lists;

/// <summary>Reads the languages a person speaks, from language sections and from lines labelled "Languages".</summary>
internal static class LanguageReader
{
    private static readonly PhraseTable<string> Names = Lexicon.Table("languages");

    private static readonly PhraseTable<bool> Levels = Lexicon.Phrases("proficiency", "level");

    public static List<SpokenLanguage> Read(IReadOnlyList<Section> sections)
    {
        var found = new List<SpokenLanguage>();
        var own = sections.Where(section => section.Kind == SectionKind.Languages).ToList();
        foreach (var line in own.SelectMany(section => section.Lines))
            Collect(line.Content, found);
        foreach (var line in sections.Where(section => section.Kind is not (SectionKind.Languages or SectionKind.Experience or SectionKind.Projects)).SelectMany(section => section.Lines))
        {
            var mark = line.Content.Raw.IndexOfAny(':', '：', '\t');
            if (mark > 0 && (Headings.Exact(line.Content.Sub(0, mark)) == SectionKind.Languages || IsTongueLabel(line.Content)))
                Collect(line.Content.From(mark + 1), found);
        }

        return found;
    }

    /// <summary>The words name a spoken language first.</summary>
    public static bool BeginsWithLanguage(Slice text) => Names.TryMatchAt(text.Folded, 0, out _, out _);

    /// <summary>Rows of the European form: "Mother tongue(s)", "Other language(s)".</summary>
    public static bool IsTongueLabel(Slice text)
    {
        foreach (var label in (ReadOnlySpan<string>)["mother tongue", "other language", "madrelingua", "altre lingue", "lengua materna", "otros idiomas", "muttersprache", "weitere sprache", "langue maternelle", "autres langues"])
        {
            if (text.Folded.StartsWith(label, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Collect(Slice text, List<SpokenLanguage> found)
    {
        var matches = Names.FindAll(text).ToList();
        for (var i = 0; i < matches.Count; i++)
        {
            var (start, length, code) = matches[i];
            if (found.Exists(known => known.Name.Spans[0].Start == start) || found.Exists(known => Folding.Fold(known.Name.Value) == text.Source.Folded.Substring(start, length)))
                continue;
            var next = i + 1 < matches.Count ? matches[i + 1].Start : text.End;
            var level = Level(text.Source.Between(start + length, next));
            found.Add(new SpokenLanguage(new Field<string>(text.Source.Text.Substring(start, length), [new Reading.TextSpan(start, length)], code == "xx" ? 0.7 : 0.95), level));
        }
    }

    private static Field<string>? Level(Slice rest)
    {
        foreach (var (start, length, _) in Levels.FindAll(rest))
        {
            var end = start + length;

            // "native or bilingual proficiency (C2)" is one level.
            foreach (var more in Levels.FindAll(rest.After(end)))
            {
                if (rest.Source.Between(end, more.Start).TrimEdges().Length > 4)
                    break;
                end = more.Start + more.Length;
            }

            var slice = rest.Source.Between(start, end).TrimEdges();
            return new Field<string>(slice.Value, [slice.Span], 0.85);
        }

        return null;
    }
}
