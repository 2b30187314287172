namespace HotGigs.Core.Reading;

/// <summary>Judges by its pages what a paged document without much text is: a scan, a drawing, a blank sheet, or an attack.</summary>
internal static class PageVerdict
{
    /// <summary>Shapes from which on a page without words shows words as outlines.</summary>
    private const int OutlinedText = 300;

    /// <summary>Words from which on a text that only repeats itself is no text.</summary>
    private const int ManyWords = 5_000;

    private const int DistinctShare = 100;

    private const int FewLetters = 50;

    /// <exception cref="ReadingException">A limit was met, or the damage was such, that what was read means nothing.</exception>
    public static Document Apply(ReadOnlySpan<byte> content, SourceDocument source, Document document, ReadingLimits limits)
    {
        var met = Has(ReadingWarningKind.SizeLimit) || Has(ReadingWarningKind.TimeLimit) || Has(ReadingWarningKind.TextLimit);
        if (met && OnlyRepeats(document.Text))
            throw new ReadingException(ReadingFailure.TooComplex, "A limit was met by repeating the same words.");

        // Millions of characters painted, a handful to read: they were painted over each other.
        var letters = document.Text.Count(char.IsLetterOrDigit);
        if ((Has(ReadingWarningKind.TextLimit) && letters < limits.MaxCharacters / DistinctShare) || (Has(ReadingWarningKind.TimeLimit) && letters < FewLetters))
            throw new ReadingException(ReadingFailure.TooComplex, "A limit was met before any text worth the name was found.");
        if (letters < FewLetters && Has(ReadingWarningKind.Repaired) && Has(ReadingWarningKind.MissingFont)
            && content.Count("endobj"u8) < content.Count(" obj"u8))
            throw new ReadingException(ReadingFailure.Corrupt, "Of objects that do not end only a word in an unknown font is left.");
        if (letters == 0 && Has(ReadingWarningKind.DepthLimit))
            throw new ReadingException(ReadingFailure.TooComplex, "A limit was met before any text was found.");
        return letters == 0 && !Has(ReadingWarningKind.ImageOnlyPages) && (ShowsOutlines(source) || IsBlankSheet(source))
            ? document with { Warnings = [.. document.Warnings, new ReadingWarning(ReadingWarningKind.ImageOnlyPages, source.Pages.Count)] }
            : document;

        bool Has(ReadingWarningKind kind) => document.Warnings.Any(warning => warning.Kind == kind);
    }

    private static bool ShowsOutlines(SourceDocument source) =>
        source.Pages.Any(page => page.Words.Count == 0 && page.PaintedPaths >= OutlinedText);

    /// <summary>One empty page is what a scanner or printer leaves when it fails; a person should look.</summary>
    private static bool IsBlankSheet(SourceDocument source) =>
        source.Pages is [{ Words.Count: 0, PaintedPaths: 0 }] && source.Warnings.All(warning => warning.Kind != ReadingWarningKind.Repaired);

    private static bool OnlyRepeats(string text)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\n'))
        {
            if (range.End.Value <= range.Start.Value)
                continue;
            words++;
            distinct.Add(text[range]);
        }

        return words >= ManyWords ? distinct.Count * DistinctShare < words : distinct.Count <= 3 && text.Length > 2 * ManyWords;
    }
}
