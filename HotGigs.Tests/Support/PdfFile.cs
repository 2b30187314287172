using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HotGigs.Tests.Support;

/// <summary>Builds small PDF files object by object, well-formed unless the test says otherwise.</summary>
internal sealed class PdfFile
{
    public const string Helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    public const int Catalog = 1;
    public const int PageTree = 2;
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private readonly List<int> _pages = [];
    private readonly List<(string Name, string Value)> _resources = [("Font", $"/F1 {Helvetica}")];
    private int _next = 3;

    public string CatalogEntries { get; set; } = "";

    public string TrailerEntries { get; set; } = "";

    /// <summary>Encrypts strings and streams of an object; the builder itself knows no cipher.</summary>
    public Func<int, byte[], byte[]>? Encrypt { get; set; }

    public string MediaBox { get; set; } = "[0 0 600 800]";

    /// <summary>One page that shows the content, with Helvetica as F1.</summary>
    public static byte[] Page(string content) => new PdfFile().AddPage(content).Build();

    /// <summary>One page with one line of text near its top.</summary>
    public static string Line(string text, double y = 700) => $"BT /F1 12 Tf 50 {y.ToString(CultureInfo.InvariantCulture)} Td ({text}) Tj ET\n";

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Deflate(byte[] data)
    {
        using var result = new MemoryStream();
        using (var zlib = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return result.ToArray();
    }

    public PdfFile WithResource(string category, string entry)
    {
        _resources.Add((category, entry));
        return this;
    }

    public int Add(string body) => Add(Latin1(body));

    public int Add(byte[] body)
    {
        _objects[_next] = body;
        return _next++;
    }

    public void Set(int number, string body) => _objects[number] = Latin1(body);

    public int AddStream(byte[] data, string entries = "")
    {
        var stored = Encrypt?.Invoke(_next, data) ?? data;
        return Add([.. Latin1($"<< {entries} /Length {stored.Length} >>\nstream\n"), .. stored, .. Latin1("\nendstream")]);
    }

    public int AddStream(string data, string entries = "") => AddStream(Latin1(data), entries);

    public PdfFile AddPage(string content, string entries = "") => AddPage(AddStream(content), entries);

    public PdfFile AddPage(int contents, string entries = "")
    {
        var resources = string.Concat(_resources.GroupBy(resource => resource.Name)
            .Select(group => $"/{group.Key} << {string.Join(' ', group.Select(resource => resource.Value))} >> "));
        _pages.Add(Add($"<< /Type /Page /Parent {PageTree} 0 R /MediaBox {MediaBox} /Resources << {resources} >> /Contents {contents} 0 R {entries} >>"));
        return this;
    }

    /// <summary>With a classic cross-reference table.</summary>
    public byte[] Build()
    {
        var (file, offsets) = Body();
        var start = file.Length;
        Write(file, $"xref\n0 {_next}\n0000000000 65535 f \n");
        for (var number = 1; number < _next; number++)
            Write(file, $"{offsets[number]:D10} 00000 n \n");
        Write(file, $"trailer\n<< /Size {_next} /Root {Catalog} 0 R {TrailerEntries} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>With a cross-reference stream; all objects that may go into an object stream do.</summary>
    public byte[] BuildCompressed()
    {
        AddStructure();
        var inside = _objects.Where(entry => !Encoding.Latin1.GetString(entry.Value).Contains("stream", StringComparison.Ordinal)).ToList();
        var bodies = new StringBuilder();
        var index = new StringBuilder();
        foreach (var (number, body) in inside)
        {
            index.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(Encoding.Latin1.GetString(body)).Append('\n');
            _objects.Remove(number);
        }

        var packed = Deflate(Latin1(index.ToString() + bodies));
        var container = AddStream(packed, $"/Type /ObjStm /N {inside.Count} /First {index.Length} /Filter /FlateDecode");
        var (file, offsets) = Body(structure: false);
        var rows = new MemoryStream();
        var self = _next;
        for (var number = 0; number <= self; number++)
        {
            var position = inside.FindIndex(entry => entry.Key == number);
            var (type, second, third) = number == 0 ? (0, 0, 0)
                : position >= 0 ? (2, container, position)
                : (1, number == self ? (int)file.Length : offsets[number], 0);
            rows.Write([(byte)type, (byte)(second >> 16), (byte)(second >> 8), (byte)second, (byte)third]);
        }

        var data = Deflate(rows.ToArray());
        var start = file.Length;
        Write(file, $"{self} 0 obj\n<< /Type /XRef /Size {self + 1} /W [1 3 1] /Root {Catalog} 0 R /Filter /FlateDecode /Length {data.Length} >>\nstream\n");
        file.Write(data);
        Write(file, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private void AddStructure()
    {
        _objects.TryAdd(Catalog, Latin1($"<< /Type /Catalog /Pages {PageTree} 0 R {CatalogEntries} >>"));
        var kids = string.Join(' ', _pages.Select(page => $"{page} 0 R"));
        _objects.TryAdd(PageTree, Latin1($"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>"));
    }

    private (MemoryStream File, Dictionary<int, int> Offsets) Body(bool structure = true)
    {
        if (structure)
            AddStructure();
        var file = new MemoryStream();
        var offsets = new Dictionary<int, int>();
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        foreach (var (number, body) in _objects)
        {
            offsets[number] = (int)file.Length;
            Write(file, $"{number} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        return (file, offsets);
    }

    private static void Write(MemoryStream file, string text) => file.Write(Latin1(text));
}
