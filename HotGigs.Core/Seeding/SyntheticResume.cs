using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace HotGigs.Core.Seeding;

/// <summary>An invented résumé as a DOCX file, for trying the product without anybody's data. The same seed gives the same file.</summary>
public static class SyntheticResume
{
    private static readonly string[] FirstNames =
        ["Amara", "Bertil", "Celia", "Dario", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Leon", "Mira", "Nils", "Oksana", "Pavel"];

    private static readonly string[] LastNames =
        ["Abendroth", "Brightwater", "Castellan", "Dunmore", "Eklund", "Farrow", "Grünwald", "Hollister", "Ibarra", "Jankowski", "Kerrigan", "Lindqvist"];

    private static readonly (string Title, string[] Skills)[] Roles =
    [
        ("Software Engineer", ["C#", ".NET", "PostgreSQL", "Docker", "Azure", "Kubernetes"]),
        ("Data Analyst", ["Python", "SQL", "Tableau", "Power BI", "Statistics", "Excel"]),
        ("Registered Nurse", ["Patient Care", "Triage", "Electronic Health Records", "Medication Administration", "CPR"]),
        ("Accountant", ["Bookkeeping", "Accounts Payable", "IFRS", "SAP", "Financial Reporting"]),
        ("Marketing Manager", ["SEO", "Google Analytics", "Content Marketing", "Copywriting", "Budgeting"]),
        ("Mechanical Engineer", ["SolidWorks", "AutoCAD", "Finite Element Analysis", "GD&T", "MATLAB"]),
    ];

    private static readonly string[] Companies =
        ["Northlight Systems", "Harbour & Finch Ltd", "Quillon GmbH", "Mistral Foods", "Bluefen Clinic", "Tallgrass Logistics", "Ostara Bank"];

    private static readonly string[] Cities = ["Bremen, Germany", "Leeds, United Kingdom", "Porto, Portugal", "Austin, TX", "Ghent, Belgium", "Utrecht, Netherlands"];

    /// <param name="number">0 or more; each number is another person.</param>
    /// <returns>A file name and the bytes of a DOCX.</returns>
    public static (string FileName, byte[] Content) Create(int number)
    {
        // The numbers only have to differ and repeat; nothing secret hangs on them.
        var random = new Random(number * 7919 + 17);
        var first = FirstNames[number % FirstNames.Length];
        var last = LastNames[number / FirstNames.Length % LastNames.Length];
        var (title, skills) = Roles[random.Next(Roles.Length)];
        var lines = Compose(random, first, last, number, title, skills);
        return ($"{first}-{last}-{number}.docx", ToDocx(lines));
    }

    private static List<(string Text, bool Heading)> Compose(Random random, string first, string last, int number, string title, string[] skills)
    {
        var start = 2008 + random.Next(8);
        var middle = start + 2 + random.Next(4);
        var address = $"{Ascii(first)}.{Ascii(last)}{number}@example.com";
        return
        [
            ($"{first} {last}", true),
            ($"{title} | {Pick(random, Cities)} | {address} | +44 20 7946 {random.Next(1000):D4}", false),
            ("Experience", true),
            ($"Senior {title}, {Pick(random, Companies)}", false),
            (string.Create(CultureInfo.InvariantCulture, $"March {middle} – Present"), false),
            ($"Led a team of {2 + random.Next(9)}; worked with {skills[0]}, {skills[1]} and {skills[2]}.", false),
            ($"{title}, {Pick(random, Companies)}", false),
            (string.Create(CultureInfo.InvariantCulture, $"June {start} – February {middle}"), false),
            ($"Delivered {3 + random.Next(20)} projects with {skills[3]} and {skills[4]}.", false),
            ("Education", true),
            (string.Create(CultureInfo.InvariantCulture, $"Bachelor of Science, University of Eastmere, {start - 1}"), false),
            ("Skills", true),
            (string.Join(", ", skills), false),
        ];
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static string Ascii(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static byte[] ToDocx(List<(string Text, bool Heading)> lines)
    {
        const string Wordprocessing = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string Packages = "http://schemas.openxmlformats.org/package/2006";
        var body = string.Concat(lines.Select(line =>
            $"<w:p><w:r>{(line.Heading ? "<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr>" : "")}<w:t>{SecurityElement.Escape(line.Text)}</w:t></w:r></w:p>"));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml",
                $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add(zip, "_rels/.rels",
                $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add(zip, "word/document.xml", $"<w:document xmlns:w=\"{Wordprocessing}\"><w:body>{body}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        // A fixed time keeps the bytes, and so the content hash, the same on every run.
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }
}
