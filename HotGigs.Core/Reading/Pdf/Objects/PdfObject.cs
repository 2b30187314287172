namespace HotGigs.Core.Reading.Pdf.Objects;

// A PDF value is null, bool, double (integers too), or one of these (ISO 32000-1, 7.3).

internal sealed record PdfName(string Value);

internal sealed record PdfReference(int Number, int Generation);

internal sealed class PdfString(byte[] bytes)
{
    /// <summary>Decrypted in place once its object has been read.</summary>
    public byte[] Bytes { get; set; } = bytes;
}

internal sealed class PdfArray : List<object?>;

internal sealed class PdfDictionary : Dictionary<string, object?>;

/// <summary>A stream as it stands in the file: still encrypted, still encoded.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, PdfReference id)
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public PdfReference Id { get; } = id;

    /// <summary>Kept only for streams that are used again and again and are small.</summary>
    public byte[]? Decoded { get; set; }
}
