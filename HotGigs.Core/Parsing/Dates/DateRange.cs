using HotGigs.Core.Parsing.Text;
using HotGigs.Core.Reading;

namespace HotGigs.Core.Parsing.Dates;

/// <summary>One date as it stands in the text.</summary>
internal readonly record struct FoundDate(PartialDate Date, TextSpan Span);

/// <summary>A date or a stretch of time as it stands in the text.</summary>
internal sealed record DateRange
{
    public FoundDate? Start { get; init; }

    public FoundDate? End { get; init; }

    /// <summary>The words that say it goes on.</summary>
    public TextSpan? Present { get; init; }

    /// <summary>Everything the dates take up, with words such as "since" and the dash between.</summary>
    public required Slice Slice { get; init; }

    /// <summary>Where the second half stands when a narrow column broke the range; null when all of it is in <see cref="Slice"/>.</summary>
    public Slice? Rest { get; init; }

    /// <summary>A template's "20XX" stands where a year belongs: it sets entries apart but says nothing.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>A stretch of time rather than one date.</summary>
    public bool IsRange => IsPlaceholder || (Start is not null && (End is not null || Present is not null));
}
