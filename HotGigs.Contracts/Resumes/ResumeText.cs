using HotGigs.Contracts.Common;

namespace HotGigs.Contracts.Resumes;

/// <summary>The canonical text that all spans point into.</summary>
/// <param name="Language">ISO 639-1; null when unsure.</param>
public sealed record ResumeText(Guid ResumeId, string Text, string? Language, IReadOnlyList<ResumePageSummary> Pages);

/// <param name="Width">Points; null where the format has no pages.</param>
/// <param name="Height">Points; null where the format has no pages.</param>
/// <param name="Span">The page's part of the text; null for a page without text.</param>
public sealed record ResumePageSummary(int Number, float? Width, float? Height, Span? Span);

/// <summary>One page's lines with their places, for highlighting.</summary>
public sealed record ResumePage(int Number, float? Width, float? Height, IReadOnlyList<ResumeLine> Lines);

/// <param name="Box">Points, origin top left; null where the format has no positions.</param>
/// <param name="Words">Stretches of one style with their own boxes.</param>
public sealed record ResumeLine(Span Span, PageBox? Box, IReadOnlyList<ResumeWords> Words);

public sealed record ResumeWords(Span Span, PageBox? Box);

public readonly record struct PageBox(float X, float Y, float Width, float Height);
