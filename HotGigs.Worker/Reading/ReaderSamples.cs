using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HotGigs.Worker.Reading;

/// <summary>Small invented résumés, made when asked, that warm a child up.</summary>
internal static class ReaderSamples
{
    public const int AsOfDay = 739_000;

    private static readonly string[] Lines =
    [
        "Robin Sample", "robin.sample@example.org | +1 555 0100 | Springfield, Illinois", "https://www.linkedin.com/in/robin-sample", "Summary",
        "Software engineer with ten years of experience in web services.", "Experience", "Senior Software Engineer, Example Systems",
        "January 2019 - Present", "Built services in C# and PostgreSQL on Kubernetes.", "Software Engineer, Sample Works",
        "March 2014 - December 2018", "Wrote Java and SQL.", "Education", "Bachelor of Science in Computer Science, Example University",
        "2010 - 2014", "Skills", "C#, PostgreSQL, Kubernetes, Docker, Java, SQL", "Languages", "English (native), German (B2)",
    ];

    public static IEnumerable<(byte[] Content, string Extension)> All() => [(Pdf(), ".pdf"), (Docx(), ".docx")];

    internal static byte[] Pdf()
    {
        var page = string.Concat(Lines.Select((line, i) => $"BT /F1 11 Tf 1 0 0 1 72 {740 - (i * 16)} Tm ({Escape(line)}) Tj ET\n"));
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var content in objects)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    internal static byte[] Docx()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Add(zip, "word/document.xml", $"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                {string.Concat(Lines.Select(line => $"<w:p><w:r><w:t>{line.Replace("&", "&amp;")}</w:t></w:r></w:p>"))}
                </w:body></w:document>
                """);
        }

        return bytes.ToArray();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
