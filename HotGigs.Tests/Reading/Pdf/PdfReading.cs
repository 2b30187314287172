using HotGigs.Core.Reading;
using HotGigs.Core.Reading.Pdf;
using HotGigs.Tests.Support;

namespace HotGigs.Tests.Reading.Pdf;

/// <summary>Short words for what the tests ask of the PDF reader.</summary>
internal static class PdfReading
{
    public static SourceDocument Read(byte[] file, ReadingLimits? limits = null) =>
        new PdfPageSource().Open(file, limits ?? ReadingLimits.Default, CancellationToken.None);

    public static IReadOnlyList<SourceWord> Words(byte[] file) => [.. Read(file).Pages.SelectMany(page => page.Words)];

    public static IReadOnlyList<SourceWord> WordsOf(string content) => Words(PdfFile.Page(content));

    /// <summary>The visible words, separated by blanks.</summary>
    public static string Visible(SourceDocument document) =>
        string.Join(' ', document.Pages.SelectMany(page => page.Words).Where(word => word.Hidden is null).Select(word => word.Text));

    public static string Visible(byte[] file) => Visible(Read(file));

    public static ReadingFailure? FailureOf(byte[] file, ReadingLimits? limits = null)
    {
        try
        {
            Read(file, limits);
            return null;
        }
        catch (ReadingException refused)
        {
            return refused.Reason;
        }
    }

    public static bool Warns(SourceDocument document, ReadingWarningKind kind) => document.Warnings.Any(warning => warning.Kind == kind);
}
