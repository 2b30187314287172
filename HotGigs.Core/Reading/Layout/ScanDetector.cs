namespace HotGigs.Core.Reading.Layout;

/// <summary>Tells pages that are pictures of text from pages with text.</summary>
internal static class ScanDetector
{
    /// <summary>Fewer visible letters on a page than this are a stamp or a page number. Measured on scanned résumés.</summary>
    private const int FewestLetters = 50;

    /// <summary>Share of a page, 0-1; smaller pictures are logos and portraits.</summary>
    private const float SmallestPicture = 0.1f;

    /// <summary>Beside some letters only a picture over most of the page is a scan; a smaller one illustrates them.</summary>
    private const float SmallestScan = 0.5f;

    /// <summary>Pages that are pictures; others of the document may be text.</summary>
    public static int ImageOnlyPages(SourceDocument source) => source.Pages.Count(IsPicture);

    private static bool IsPicture(SourcePage page) => Letters(page) switch
    {
        0 => page.ImageCoverage >= SmallestPicture,
        < FewestLetters => page.ImageCoverage >= SmallestScan,
        _ => false,
    };

    private static int Letters(SourcePage page)
    {
        var letters = 0;
        foreach (var word in page.Words)
        {
            if (word.Hidden is not null)
                continue;
            foreach (var c in word.Text)
                letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }
}
