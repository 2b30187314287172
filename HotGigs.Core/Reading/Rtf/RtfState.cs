using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfTarget
{
    Body,
    Fonts,
    Colors,
    Skipped,
    Instruction,
    Header,
    Note,
    Title,
    Author,
}

/// <summary>What a group may change, and what its end gives back.</summary>
internal readonly record struct RtfState
{
    public RtfTarget Target { get; init; }

    public FlowStyle Style { get; init; }

    public int? Background { get; init; }

    public int Font { get; init; }

    public int? Heading { get; init; }

    public int SkipAfterUnicode { get; init; }

    public bool Deleted { get; init; }

    public bool First { get; init; }

    public bool Optional { get; init; }

    public bool OpensField { get; init; }
}
