using System.Text;
using HotGigs.Core.Seeding;

namespace HotGigs.Tests.Support;

/// <summary>Small synthetic files, each call another content.</summary>
internal static class MinimalFiles
{
    private static int _number = 100_000;

    internal static byte[] Docx() => SyntheticResume.Create(Interlocked.Increment(ref _number)).Content;

    /// <summary>A one-page PDF with one line of Helvetica for each line of text (ASCII).</summary>
    internal static byte[] Pdf(params string[] lines)
    {
        var content = new StringBuilder("BT /F1 12 Tf 72 720 Td 16 TL\n");
        foreach (var line in lines)
            content.Append('(').Append(line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")).Append(") Tj T*\n");
        content.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var xref = file.Length;
        file.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(offset.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        file.Append("trailer\n<< /Size ").Append(objects.Length + 1).Append(" /Root 1 0 R >>\nstartxref\n").Append(xref).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A résumé of an invented person as PDF.</summary>
    internal static byte[] ResumePdf(string name, string email) => Pdf(
        name, "Software Engineer", email + " | +1 415 555 0132 | Austin, TX", "", "EXPERIENCE",
        "Senior Engineer, Northlight Systems", "March 2019 - Present", "Built services in C# and PostgreSQL.", "",
        "EDUCATION", "Bachelor of Science, University of Eastmere, 2014", "", "SKILLS", "C#, PostgreSQL, Docker, Kubernetes");

    /// <summary>A file that begins as a PDF and is none, of exactly the length asked for.</summary>
    internal static byte[] PaddedPdf(int length)
    {
        var pdf = ResumePdf("Pad " + Some.Word(), Some.Email());
        var padded = new byte[length];
        pdf.CopyTo(padded, 0);
        return padded;
    }
}
