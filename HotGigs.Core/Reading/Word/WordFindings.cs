using HotGigs.Core.Reading.Flow;

namespace HotGigs.Core.Reading.Word;

/// <summary>What is noticed on the way through the parts of one document, beside its text.</summary>
internal sealed class WordFindings
{
    private const int MostNotes = 200;

    public int Paragraphs { get; set; }

    /// <summary>Pictures and filled shapes behind the text: over them, white letters can be seen.</summary>
    public int Backdrops { get; set; }

    /// <summary>Parts in other formats that the body takes in.</summary>
    public int Chunks { get; set; }

    public int TrackedChanges { get; set; }

    public int EmbeddedFiles { get; set; }

    public int ExternalReferences { get; set; }

    /// <summary>Colour of the page where the document sets one.</summary>
    public int? PageColor { get; set; }

    /// <summary>Headers and footers that pages really show, in order: relationship id and whether it is a header.</summary>
    public List<SectionStory> Shown { get; } = [];

    /// <summary>Headers and footers written inside the section itself, as Word 2003 XML does.</summary>
    public List<(bool Header, List<FlowLine> Lines)> Inline { get; } = [];

    /// <summary>Words that stand in the file but on no page: alternative texts, titles, keywords.</summary>
    public List<string> Notes { get; } = [];

    public void Note(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text) && Notes.Count < MostNotes)
            Notes.Add(text);
    }
}

/// <param name="Type"><c>default</c>, <c>first</c> or <c>even</c>.</param>
internal sealed record SectionStory(string RelationshipId, bool Header, string Type);
