using System.Runtime.InteropServices;
using System.Security.Cryptography;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Reads PDF files (ISO 32000) in managed code, within limits, whatever they hold.</summary>
/// <remarks>Keeps no state between files; one instance may be used by several threads at once.</remarks>
public sealed class PdfPageSource : IPageSource
{
    /// <summary>Bytes in which the header may begin (ISO 32000-1, annex H, note 13).</summary>
    private const int HeaderSearch = 1_024;

    /// <summary>Less than that is no text of use.</summary>
    private const int FewestLetters = 50;

    /// <inheritdoc/>
    public SourceDocument Open(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var header = content.Span[..Math.Min(content.Length, HeaderSearch + 4)].IndexOf("%PDF-"u8);
        if (header < 0)
            throw new ReadingException(ReadingFailure.TypeMismatch, "There is no PDF header.");
        if (content.Length > limits.MaxBytes)
            throw new ReadingException(ReadingFailure.TooComplex, "The file is too large.");
        var budget = new PdfBudget(limits, cancellationToken);
        try
        {
            return Read(Bytes(content[header..]), budget);
        }
        catch (PdfLimitException)
        {
            throw new ReadingException(ReadingFailure.TooComplex, "A limit was met before any page could be read.");
        }
        catch (Exception fault) when (fault is PdfDamageException or CryptographicException or ArithmeticException or ArgumentException
            or IndexOutOfRangeException or InvalidOperationException or InvalidDataException or NotSupportedException)
        {
            // Damage that no part of the reader expected: the file is at fault, and the caller knows only one kind of refusal.
            throw new ReadingException(ReadingFailure.Corrupt, "The file is damaged.");
        }
    }

    private static SourceDocument Read(byte[] bytes, PdfBudget budget)
    {
        var file = PdfFile.Open(bytes, budget);
        var nodes = PageTree.Pages(file);
        if (nodes.Count == 0)
            throw new ReadingException(ReadingFailure.Corrupt, "No page was found.");
        ActiveContent.Warn(file);
        var reader = new PageReader(file);
        var pages = new List<SourcePage>(nodes.Count);
        PdfLimitException? limit = null;
        for (var i = 0; i < nodes.Count && limit is null; i++)
            pages.Add(reader.Read(nodes[i], i + 1, out limit));
        if (limit is not null)
            budget.Warn(limit.Kind);
        // A limit that left nothing to read is a refusal, not a warning.
        if ((limit is not null || budget.HasWarned(ReadingWarningKind.SizeLimit)) && HasFewLetters(pages))
            throw new ReadingException(ReadingFailure.TooComplex, "A limit was met before any text was read.");
        return new SourceDocument(pages, limit is null ? DocumentInformation.Read(file) : new DocumentMetadata(null, null), budget.Warnings);
    }

    private static bool HasFewLetters(List<SourcePage> pages)
    {
        var letters = 0;
        foreach (var word in pages.SelectMany(page => page.Words))
        {
            letters += word.Hidden is null ? word.Text.Length : 0;
            if (letters >= FewestLetters)
                return false;
        }

        return true;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : content.ToArray();
}
