using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>Finds the objects of a damaged file by scanning for <c>N G obj</c>; the last of equal numbers counts.</summary>
internal static class CrossReferenceRepair
{
    private const int DictionaryHead = 512;

    public static CrossReferences FindObjects(PdfFile file)
    {
        var result = new CrossReferences();
        var bytes = file.Bytes.AsSpan();
        for (var at = 0; at < bytes.Length;)
        {
            file.Budget.Tick();
            var next = bytes[at..].IndexOf("obj"u8);
            if (next < 0)
                break;
            at += next;
            if (ObjectStart(bytes, at) is var (start, number))
                result.Entries[number] = new CrossReference(start, null);
            at += "obj".Length;
        }

        // Of several trailers the last one with a catalog is the newest.
        foreach (var trailer in Enumerable.Reverse(Trailers(file, result)))
            result.AddTrailer(trailer);
        return result;
    }

    /// <summary>Adds objects inside object streams; what stands in the file itself comes first.</summary>
    public static void AddCompressedObjects(PdfFile file, CrossReferences references)
    {
        foreach (var number in WithHead(file, references, "/ObjStm"u8))
        {
            try
            {
                if (file.Resolve(new PdfReference(number, 0)) is not PdfStream stream)
                    continue;
                var index = 0;
                foreach (var inner in ObjectStream.Open(file, stream).Numbers)
                    references.Entries.TryAdd(inner, new CrossReference(index++, number));
            }
            catch (PdfDamageException)
            {
                file.Budget.Warn(ReadingWarningKind.PartUnreadable);
            }
        }
    }

    /// <summary>Looks for the catalog, and failing that for a page tree, among all objects.</summary>
    public static void FindCatalog(PdfFile file, CrossReferences references)
    {
        PdfReference? root = null;
        foreach (var number in references.Entries.Keys.Order().ToList())
        {
            file.Budget.Tick();
            var reference = new PdfReference(number, 0);
            if (file.Resolve(reference) is PdfDictionary found && file.GetName(found, "Type") == "Catalog")
                root = reference;
        }

        if (root is not null)
            references.Trailer["Root"] = root;
    }

    /// <summary>Reads backwards from <c>obj</c> over the generation and the number.</summary>
    private static (int Start, int Number)? ObjectStart(ReadOnlySpan<byte> bytes, int keyword)
    {
        const int MaxDigits = 9;
        var at = SkipBlanksBack(bytes, keyword - 1);
        var generationEnd = at;
        while (at >= 0 && char.IsAsciiDigit((char)bytes[at]))
            at--;
        var gap = SkipBlanksBack(bytes, at);
        if (at == generationEnd || gap == at)
            return null;
        at = gap;
        int number = 0, factor = 1, digits = 0;
        for (; at >= 0 && char.IsAsciiDigit((char)bytes[at]) && digits < MaxDigits; at--, digits++)
        {
            number += (bytes[at] - '0') * factor;
            factor *= 10;
        }

        return digits == 0 ? null : (at + 1, number);
    }

    private static int SkipBlanksBack(ReadOnlySpan<byte> bytes, int at)
    {
        while (at >= 0 && PdfLexer.IsWhiteSpace(bytes[at]))
            at--;
        return at;
    }

    private static List<PdfDictionary> Trailers(PdfFile file, CrossReferences references)
    {
        var found = new List<PdfDictionary>();
        foreach (var number in WithHead(file, references, "/XRef"u8))
        {
            if (file.ReadObjectAt(references.Entries[number].Offset).Value is PdfStream stream)
                found.Add(stream.Dictionary);
        }

        for (var at = 0; at < file.Bytes.Length;)
        {
            file.Budget.Tick();
            var next = file.Bytes.AsSpan(at).IndexOf("trailer"u8);
            if (next < 0)
                break;
            at += next + "trailer".Length;
            var lexer = new PdfLexer(file.Bytes, at, file.Bytes.Length, file.Names);
            if (new PdfObjectParser(lexer, file.Budget).ReadValue() is PdfDictionary trailer)
                found.Add(trailer);
        }

        return found;
    }

    private static List<int> WithHead(PdfFile file, CrossReferences references, ReadOnlySpan<byte> mark)
    {
        var result = new List<int>();
        foreach (var (number, entry) in references.Entries)
        {
            var head = file.Bytes.AsSpan((int)entry.Offset);
            if (head[..Math.Min(head.Length, DictionaryHead)].IndexOf(mark) >= 0)
                result.Add(number);
        }

        return result;
    }
}
