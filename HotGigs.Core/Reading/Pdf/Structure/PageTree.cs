using HotGigs.Core.Reading.Pdf.Objects;

namespace HotGigs.Core.Reading.Pdf.Structure;

/// <summary>Finds the pages in order (ISO 32000-1, 7.7.3) without recursion, each once, up to the page limit.</summary>
internal static class PageTree
{
    private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

    public static List<PdfDictionary> Pages(PdfFile file)
    {
        if (file.Catalog is { } untyped && file.GetName(untyped, "Type") != "Catalog")
            file.Budget.Warn(ReadingWarningKind.Repaired);
        var pages = file.Catalog is { } catalog && file.GetDictionary(catalog, "Pages") is { } root ? Walk(file, root) : [];
        if (pages.Count == 0)
        {
            pages = LoosePages(file);
            file.Budget.Warn(ReadingWarningKind.Repaired);
        }

        if (pages.Count > file.Budget.Limits.MaxPages)
        {
            file.Budget.Warn(ReadingWarningKind.PageLimit);
            pages.RemoveRange(file.Budget.Limits.MaxPages, pages.Count - file.Budget.Limits.MaxPages);
        }

        return pages;
    }

    /// <returns>Up to one page more than the limit, so that the caller can tell there are more.</returns>
    private static List<PdfDictionary> Walk(PdfFile file, PdfDictionary root)
    {
        var pages = new List<PdfDictionary>();
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance) { root };
        var open = new Stack<(PdfDictionary Node, PdfArray Kids, int Next)>();
        if (file.GetArray(root, "Kids") is not { } rootKids)
            return file.GetName(root, "Type") == "Page" ? [root] : [];
        open.Push((root, rootKids, 0));
        while (open.Count > 0 && pages.Count <= file.Budget.Limits.MaxPages)
        {
            file.Budget.Tick();
            var (node, kids, next) = open.Pop();
            if (next >= kids.Count)
                continue;
            open.Push((node, kids, next + 1));
            if (file.Resolve(kids[next]) is not PdfDictionary kid || !seen.Add(kid))
                continue;
            foreach (var key in Inheritable)
            {
                if (node.TryGetValue(key, out var value))
                    kid.TryAdd(key, value);
            }

            if (file.GetArray(kid, "Kids") is not { } more)
                pages.Add(kid);
            else if (open.Count < file.Budget.Limits.MaxDepth)
                open.Push((kid, more, 0));
            else
                file.Budget.Warn(ReadingWarningKind.DepthLimit);
        }

        return pages;
    }

    /// <summary>The tree is damaged: any page object will do.</summary>
    private static List<PdfDictionary> LoosePages(PdfFile file)
    {
        var pages = new List<PdfDictionary>();
        foreach (var number in file.ObjectNumbers.ToList())
        {
            file.Budget.Tick();
            if (file.Resolve(new PdfReference(number, 0)) is PdfDictionary found && file.GetName(found, "Type") == "Page")
                pages.Add(found);
            if (pages.Count > file.Budget.Limits.MaxPages)
                break;
        }

        return pages;
    }
}
