using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Support;

/// <summary>Short forms for tests of the reader.</summary>
internal static class TestReader
{
    public static ReadResult Result(byte[] file, ReadingLimits? limits = null, string? extension = null) =>
        DocumentReader.Read(file, limits ?? ReadingLimits.Default, extension, CancellationToken.None);

    /// <summary>The document of a file that must be readable.</summary>
    public static Document Document(byte[] file, ReadingLimits? limits = null, string? extension = null)
    {
        var result = Result(file, limits, extension);
        Assert.That(result, Is.InstanceOf<ReadResult.Read>(), result.ToString());
        return ((ReadResult.Read)result).Document;
    }

    public static ReadingFailure? Failure(byte[] file, ReadingLimits? limits = null) => (Result(file, limits) as ReadResult.Failed)?.Reason;

    public static string[] Texts(this Document document) => [.. document.Lines.Select(line => line.Span.Quote(document.Text))];

    public static TextLine Line(this Document document, string text) =>
        document.Lines.Single(line => line.Span.Quote(document.Text) == text);

    public static bool Warns(this Document document, ReadingWarningKind kind) => document.Warnings.Any(warning => warning.Kind == kind);
}
