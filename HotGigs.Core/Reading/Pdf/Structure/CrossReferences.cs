using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>Where one object stands.</summary>
/// <param name="Offset">Bytes from the header; for an object inside a stream its index there; -1 for a free entry.</param>
/// <param name="ObjectStream">Number of the stream that holds it; null when it stands in the file itself.</param>
internal readonly record struct CrossReference(long Offset, int? ObjectStream)
{
    public static CrossReference Free { get; } = new(-1, null);

    public bool IsFree => Offset < 0;
}

/// <summary>Where each object of a file stands, with the trailer entries that matter.</summary>
internal sealed class CrossReferences
{
    private static readonly string[] TrailerKeys = ["Root", "Encrypt", "ID", "Info"];

    public Dictionary<int, CrossReference> Entries { get; } = [];

    public PdfDictionary Trailer { get; } = [];

    /// <summary>Takes over what is not known yet: the newest section is read first.</summary>
    public void AddTrailer(PdfDictionary section)
    {
        foreach (var key in TrailerKeys)
        {
            if (section.TryGetValue(key, out var value))
                Trailer.TryAdd(key, value);
        }
    }
}
