using HotGigs.Core.Reading.Html;
using HotGigs.Core.Reading.Layout;
using HotGigs.Core.Reading.Odt;
using HotGigs.Core.Reading.Pdf;
using HotGigs.Core.Reading.Rtf;
using HotGigs.Core.Reading.Word;
using HotGigs.Core.Reading.Word.Binary;

namespace HotGigs.Core.Reading;

/// <summary>Reads a résumé file of any supported format. The one entrance to Reading.</summary>
public static class DocumentReader
{
    /// <summary>Pages with fewer letters than this, and a picture, are scans.</summary>
    private const int LettersOfTextPage = 50;

    /// <summary>Stands for a letter whose meaning the file does not give.</summary>
    private const char Unmapped = '\uFFFD';

    /// <summary>Never throws for what the file holds.</summary>
    /// <param name="claimedExtension">Of the file's name, with or without its dot; only to report a mismatch. Null when there is no name.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; a passed deadline of the limits is a result instead.</exception>
    public static ReadResult Read(
        ReadOnlyMemory<byte> content, ReadingLimits limits, string? claimedExtension, CancellationToken cancellationToken)
    {
        if (content.Length > limits.MaxBytes)
            return new ReadResult.Failed(ReadingFailure.TooComplex);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Deadline);
        try
        {
            var format = FileFormatSniffer.Sniff(content);
            return Judge(WithExtension(Read(format, content, limits, deadline.Token), claimedExtension));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReadResult.Failed(ReadingFailure.TooComplex);
        }
        catch (ReadingException fault)
        {
            return new ReadResult.Failed(fault.Reason);
        }
        catch (OutOfMemoryException)
        {
            return new ReadResult.Failed(ReadingFailure.TooComplex);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever a reader stumbles over, it stumbles over the file: the file is what is wrong.
            return new ReadResult.Failed(ReadingFailure.Corrupt);
        }
    }

    private static Document Read(FileFormat format, ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken) =>
        format switch
        {
            FileFormat.Docx => DocxReader.Read(content, limits, cancellationToken),
            FileFormat.Doc => DocReader.Read(content, limits, cancellationToken),
            FileFormat.EncryptedOffice => throw new ReadingException(ReadingFailure.PasswordProtected, "An encrypted Office package."),
            FileFormat.Empty => throw new ReadingException(ReadingFailure.NoText, "The file is empty."),
            FileFormat.WordXml => WordXmlReader.Read(content, limits, cancellationToken),
            FileFormat.Html => HtmlReader.Read(content, limits, cancellationToken),
            FileFormat.Mhtml => MimeReader.Read(content, limits, cancellationToken),
            FileFormat.Text => PlainTextReader.Read(content, limits, cancellationToken),
            FileFormat.JsonResume => JsonResumeReader.Read(content, limits, cancellationToken),
            FileFormat.Rtf => RtfReader.Read(content, limits, cancellationToken),
            FileFormat.Odt => OdtReader.Read(content, limits, cancellationToken),
            FileFormat.Pdf => ReadPdf(content, limits, cancellationToken),
            FileFormat.Zip or FileFormat.Image or FileFormat.Unknown =>
                throw new ReadingException(ReadingFailure.TypeMismatch, "A file of this type is not read."),
        };

    private static Document ReadPdf(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var pages = new PdfPageSource().Open(content, limits, cancellationToken);
            return PageVerdict.Apply(content.Span, pages, DocumentAssembler.Assemble(pages, FileFormat.Pdf, limits, cancellationToken), limits);
        }
        catch (ReadingException fault) when (fault.Reason == ReadingFailure.TypeMismatch)
        {
            // Its bytes were a PDF's all the same: what is missing is the header.
            throw new ReadingException(ReadingFailure.Corrupt, fault.Message);
        }
    }

    private static Document WithExtension(Document document, string? claimedExtension)
    {
        if (string.IsNullOrWhiteSpace(claimedExtension) || FileFormatSniffer.HasExtension(document.Format, claimedExtension))
            return document;
        return document with { Warnings = [.. document.Warnings, new ReadingWarning(ReadingWarningKind.ExtensionMismatch, 1)] };
    }

    private static ReadResult Judge(Document document)
    {
        var letters = CountLetters(document);
        if (letters == 0 && (Has(ReadingWarningKind.Repaired) || Has(ReadingWarningKind.PartUnreadable)))
            return new ReadResult.Failed(ReadingFailure.Corrupt);

        // What the reader leaves alone on purpose may be all there is; a person who sees the warning can tell.
        if (letters == 0 && Has(ReadingWarningKind.EmbeddedFileIgnored) && document.Format == FileFormat.Pdf)
            return new ReadResult.Read(document);
        if (Has(ReadingWarningKind.ImageOnlyPages) && letters < LettersOfTextPage * Math.Max(1, document.Pages.Count))
            return new ReadResult.NeedsOcr(document);
        return letters > 0 ? new ReadResult.Read(document) : new ReadResult.Failed(ReadingFailure.NoText);

        bool Has(ReadingWarningKind kind) => document.Warnings.Any(warning => warning.Kind == kind);
    }

    private static int CountLetters(Document document)
    {
        var letters = 0;
        foreach (var line in document.Lines)
        {
            if (line.Kind == LineKind.LinkTarget)
                continue;
            foreach (var c in document.Text.AsSpan(line.Span.Start, line.Span.Length))
                letters += char.IsLetterOrDigit(c) || c == Unmapped ? 1 : 0;
        }

        return letters;
    }
}
