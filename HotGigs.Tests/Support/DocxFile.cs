using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HotGigs.Tests.Support;

/// <summary>Builds Word documents part by part; what a test does not say is as Word writes it.</summary>
internal sealed class DocxFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<(string Name, byte[] Content, CompressionLevel Level)> _parts = [];
    private readonly StringBuilder _relations = new();
    private readonly StringBuilder _roots = new();
    private string _body = "";
    private string _main = "word/document.xml";
    private string _namespace = Transitional;
    private string _contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private string _prolog = "";
    private bool _contentTypes = true;
    private bool _rootRelations = true;

    public static byte[] OfText(params string[] paragraphs) => new DocxFile().Paragraphs(paragraphs).ToBytes();

    public static byte[] OfBody(string body) => new DocxFile().Body(body).ToBytes();

    /// <summary>A paragraph of one run, with run properties when given.</summary>
    public static string P(string text, string runProperties = "", string paragraphProperties = "") =>
        $"<w:p>{(paragraphProperties.Length > 0 ? $"<w:pPr>{paragraphProperties}</w:pPr>" : "")}{R(text, runProperties)}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr>";

    public DocxFile Paragraphs(params string[] texts) => Body(string.Concat(texts.Select(text => P(text))));

    public DocxFile Body(string xml)
    {
        _body += xml;
        return this;
    }

    public DocxFile Prolog(string xml)
    {
        _prolog = xml;
        return this;
    }

    public DocxFile MainPart(string name)
    {
        _main = name;
        return this;
    }

    public DocxFile ContentType(string type)
    {
        _contentType = type;
        return this;
    }

    public DocxFile InNamespace(string name)
    {
        _namespace = name;
        return this;
    }

    public DocxFile WithoutContentTypes()
    {
        _contentTypes = false;
        return this;
    }

    public DocxFile WithoutRootRelations()
    {
        _rootRelations = false;
        return this;
    }

    /// <summary>A part the main part refers to; <c>w</c> and <c>r</c> are declared on its root by the caller through <see cref="Wrap"/>.</summary>
    public DocxFile Part(string type, string name, string content, string? id = null)
    {
        _relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id ?? "p" + _parts.Count}\" Type=\"{Types}{type}\" Target=\"{name}\"/>");
        return Raw("word/" + name, content);
    }

    public DocxFile Styles(string xml) => Part("styles", "styles.xml", Wrap("styles", xml));

    public DocxFile Header(string id, string xml) => Part("header", id + ".xml", Wrap("hdr", xml), id);

    public DocxFile Footer(string id, string xml) => Part("footer", id + ".xml", Wrap("ftr", xml), id);

    public DocxFile External(string type, string target, string id)
    {
        _relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"{Types}{type}\" Target=\"{target}\" TargetMode=\"External\"/>");
        return this;
    }

    public DocxFile CoreProperties(string xml)
    {
        _roots.Append(
            "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
        return Raw(
            "docProps/core.xml",
            $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{xml}</cp:coreProperties>");
    }

    public DocxFile Raw(string name, string content) => Raw(name, Encoding.UTF8.GetBytes(content));

    public DocxFile Raw(string name, byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        _parts.Add((name, content, level));
        return this;
    }

    public string Wrap(string root, string xml) =>
        $"<w:{root} xmlns:w=\"{_namespace}\" xmlns:r=\"{Types.TrimEnd('/')}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + $"xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">{xml}</w:{root}>";

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            if (_contentTypes)
                Write(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/{_main}\" ContentType=\"{_contentType}\"/></Types>");
            if (_rootRelations)
                Write(zip, "_rels/.rels", Relations($"<Relationship Id=\"main\" Type=\"{Types}officeDocument\" Target=\"{_main}\"/>{_roots}"));
            Write(zip, _main, _prolog + Wrap("document", $"<w:body>{_body}</w:body>"));
            var slash = _main.LastIndexOf('/') + 1;
            Write(zip, $"{_main[..slash]}_rels/{_main[slash..]}.rels", Relations(_relations.ToString()));
            foreach (var (name, content, level) in _parts)
                Write(zip, name, content, level);
        }

        return stream.ToArray();
    }

    private static string Relations(string xml) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{xml}</Relationships>";

    private static void Write(ZipArchive zip, string name, string content) =>
        Write(zip, name, Encoding.UTF8.GetBytes(content), CompressionLevel.Optimal);

    private static void Write(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(content);
    }
}
