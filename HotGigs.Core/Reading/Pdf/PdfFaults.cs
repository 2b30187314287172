namespace HotGigs.Core.Reading.Pdf;

/// <summary>A part of the file is damaged; whoever reads that part goes on without it.</summary>
internal sealed class PdfDamageException(string message) : Exception(message);

/// <summary>A limit that holds for the whole file is met; reading ends with what there is.</summary>
internal sealed class PdfLimitException(ReadingWarningKind kind) : Exception(kind.ToString())
{
    public ReadingWarningKind Kind { get; } = kind;
}
