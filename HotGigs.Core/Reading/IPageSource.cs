namespace HotGigs.Core.Reading;

/// <summary>Turns the bytes of a paged file into pages of positioned words; the seam where another PDF library can be plugged in.</summary>
public interface IPageSource
{
    /// <exception cref="ReadingException">The file cannot be read; says why.</exception>
    SourceDocument Open(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken);
}

public sealed record SourceDocument(IReadOnlyList<SourcePage> Pages, DocumentMetadata Metadata, IReadOnlyList<ReadingWarning> Warnings);

/// <param name="Width">In points, after rotation.</param>
/// <param name="Height">In points, after rotation.</param>
/// <param name="Words">In the order they were painted.</param>
/// <param name="ImageCoverage">Share of the page that pictures cover, 0-1.</param>
public sealed record SourcePage(
    int Number, float Width, float Height, IReadOnlyList<SourceWord> Words, IReadOnlyList<SourceLink> Links, float ImageCoverage)
{
    /// <summary>Paths filled or stroked; hundreds of them without words are letters drawn as outlines.</summary>
    public int PaintedPaths { get; init; }
}

/// <summary>A word as it was painted.</summary>
/// <param name="Baseline">Distance of the baseline from the page's top, in points.</param>
/// <param name="Font">The font's name without its subset prefix.</param>
/// <param name="Color">0xRRGGBB; null when not known.</param>
/// <param name="Angle">0, 90, 180 or 270 degrees clockwise.</param>
/// <param name="Hidden">Why nobody sees it; null for visible words.</param>
public sealed record SourceWord(
    string Text, Box Box, float Baseline, float FontSize, string Font, bool Bold, bool Italic, int? Color, int Angle, HiddenReason? Hidden);

public sealed record SourceLink(string Target, Box Box);

/// <summary>A file cannot be read, and why. Thrown and caught inside Reading only.</summary>
public sealed class ReadingException(ReadingFailure reason, string message) : Exception(message)
{
    public ReadingFailure Reason { get; } = reason;
}
