using System.Buffers.Binary;
using System.Text;
using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading;

/// <summary>Tells what a file is by its bytes, never by its name.</summary>
/// <remarks>
/// One rule for files that are several things at once: a container whose signature stands at the very first byte (ZIP, compound file,
/// RTF) is that container; else a PDF header within the first 1,024 bytes makes it a PDF, whatever stands before it; else pictures, PDF objects without a header,
/// then markup, then JSON Resume, then plain text.
/// </remarks>
public static class FileFormatSniffer
{
    /// <summary>Where PDF readers look for the header.</summary>
    private const int PdfHeaderWithin = 1_024;

    private const int HeadLength = 16 * 1024;

    private static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Whether a file of this format is taken in at all; reading may still find that it cannot be read.</summary>
    /// <param name="claimedExtension">
    /// With its dot or without. Formats without a signature of their own (ODT among ZIPs, HTML, JSON, plain text) are taken only under their own extension,
    /// since nearly anything can pass for them.
    /// </param>
    public static bool IsAcceptedUpload(FileFormat format, string? claimedExtension = null) => format switch
    {
        FileFormat.Pdf or FileFormat.Docx or FileFormat.Doc or FileFormat.EncryptedOffice => true,
        FileFormat.Rtf or FileFormat.WordXml or FileFormat.Mhtml => true,
        // Word opens web pages that are named .doc, and job sites hand résumés out so.
        FileFormat.Html when claimedExtension?.TrimStart('.').Equals("doc", StringComparison.OrdinalIgnoreCase) == true => true,
        FileFormat.Odt or FileFormat.Html or FileFormat.Text or FileFormat.JsonResume => claimedExtension is not null && HasExtension(format, claimedExtension),
        FileFormat.Unknown or FileFormat.Zip or FileFormat.Image or FileFormat.Empty => false,
    };

    /// <summary>Whether files of this format usually carry the extension; Word opens all of its own formats under .doc.</summary>
    public static bool HasExtension(FileFormat format, string extension)
    {
        var name = extension.TrimStart('.').ToLowerInvariant();
        return format switch
        {
            FileFormat.Pdf => name is "pdf",
            FileFormat.Docx => name is "docx" or "docm" or "dotx" or "dotm",
            FileFormat.Doc => name is "doc" or "dot",
            FileFormat.EncryptedOffice => name is "docx" or "docm" or "doc",
            FileFormat.WordXml => name is "xml" or "doc",
            FileFormat.Rtf => name is "rtf",
            FileFormat.Odt => name is "odt",
            FileFormat.Html => name is "html" or "htm" or "xhtml",
            FileFormat.Mhtml => name is "mht" or "mhtml",
            FileFormat.Text => name is "txt" or "text" or "md",
            FileFormat.JsonResume => name is "json",
            FileFormat.Zip => name is "zip",
            FileFormat.Image => name is "png" or "jpg" or "jpeg" or "gif" or "bmp" or "tif" or "tiff" or "webp",
            FileFormat.Unknown or FileFormat.Empty => false,
        };
    }

    public static FileFormat Sniff(ReadOnlyMemory<byte> content)
    {
        using var stream = ZipPackage.ToStream(content);
        return Sniff(stream);
    }

    /// <summary>Reads what it needs of the stream, at most a few hundred KB in memory at once, and leaves its position at 0.</summary>
    /// <param name="file">Readable and seekable.</param>
    public static FileFormat Sniff(Stream file)
    {
        if (file.Length == 0)
            return FileFormat.Empty;
        file.Position = 0;
        var buffer = new byte[(int)Math.Min(file.Length, HeadLength)];
        file.ReadExactly(buffer);
        var format = Sniff(file, buffer);
        file.Position = 0;
        return format;
    }

    private static FileFormat Sniff(Stream file, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return ZipSniffer.Sniff(file, head);
        if (head.StartsWith(CompoundSignature))
            return SniffCompound(file);
        if (head.StartsWith(@"{\rtf"u8))
            return FileFormat.Rtf;
        if (head[..Math.Min(head.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0)
            return FileFormat.Pdf;
        if (IsImage(head))
            return FileFormat.Image;
        return IsDamagedPdf(head) ? FileFormat.Pdf : SniffText(head);
    }

    /// <summary>The header is gone or broken, but what stands at the start can only be objects of a PDF.</summary>
    private static bool IsDamagedPdf(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, PdfHeaderWithin)];
        return start.StartsWith("%PDF"u8) || start.StartsWith("<<"u8) || (start.IndexOf(" obj"u8) > 0 && (start.IndexOf("endobj"u8) > 0 || start.IndexOf("trailer"u8) > 0));
    }

    /// <summary>Looks for directory entries, which always stand on a multiple of 128 bytes, so that a damaged sector chain hides nothing.</summary>
    private static FileFormat SniffCompound(Stream file)
    {
        const int EntryLength = 128;
        var buffer = new byte[64 * 1024];
        var encrypted = false;
        file.Position = 0;
        int read;
        while ((read = file.ReadAtLeast(buffer, buffer.Length, false)) >= EntryLength)
        {
            for (var at = 0; at + EntryLength <= read; at += EntryLength)
            {
                if (IsEntry(buffer.AsSpan(at, EntryLength), "WordDocument"))
                    return FileFormat.Doc;
                encrypted |= IsEntry(buffer.AsSpan(at, EntryLength), "EncryptedPackage");
            }
        }

        return encrypted ? FileFormat.EncryptedOffice : FileFormat.Unknown;
    }

    private static bool IsEntry(ReadOnlySpan<byte> entry, string name) =>
        entry[0] == name[0] && entry[2] == name[1]
        && BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) == 2 * (name.Length + 1)
        && Encoding.Unicode.GetString(entry[..(2 * name.Length)]) == name;

    private static bool IsImage(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8)
        || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)
        || (head.StartsWith("BM"u8) && head.Length > 14 && head[6] == 0 && head[7] == 0)
        || (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8));

    private static FileFormat SniffText(ReadOnlySpan<byte> head)
    {
        if (PlainText.Decode(head) is not { } text)
            return FileFormat.Unknown;
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
            return FileFormat.Unknown;
        if (start[0] == '<')
            return SniffMarkup(text);
        if (JsonResumeReader.IsJsonResume(text))
            return FileFormat.JsonResume;
        if (LooksLikeMime(text))
            return FileFormat.Mhtml;
        return PlainText.IsPlausible(head) ? FileFormat.Text : FileFormat.Unknown;
    }

    private static FileFormat SniffMarkup(string text)
    {
        var word = Has(text, "http://schemas.microsoft.com/office/word/2003/wordml") || Has(text, "http://schemas.microsoft.com/office/2006/xmlPackage");

        // Office never writes a document type; one in its XML is there to attack the reader.
        if (word)
            return Has(text, "<!DOCTYPE") || Has(text, "<!ENTITY") ? FileFormat.Unknown : FileFormat.WordXml;
        if (Has(text, "<html") || Has(text, "<!doctype html") || Has(text, "<body"))
            return FileFormat.Html;
        return FileFormat.Unknown;
    }

    private static bool LooksLikeMime(string text) =>
        Has(text[..Math.Min(text.Length, 2_000)], "MIME-Version:") && (Has(text, "multipart/related") || Has(text, "text/html"));

    private static bool Has(string text, string what) => text.Contains(what, StringComparison.OrdinalIgnoreCase);
}
