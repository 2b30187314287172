namespace HotGigs.Core.Reading;

/// <summary>What a file is, judged by its bytes alone.</summary>
public enum FileFormat
{
    Unknown,
    Pdf,
    Docx,

    /// <summary>Word 97-2003 binary.</summary>
    Doc,

    /// <summary>Word 2003 XML or flat OPC, often named .doc.</summary>
    WordXml,
    Rtf,
    Odt,
    Html,

    /// <summary>A web page in one MIME file, often named .doc.</summary>
    Mhtml,
    Text,

    /// <summary>A JSON file in the schema of jsonresume.org.</summary>
    JsonResume,

    /// <summary>An encrypted Office Open XML package inside a compound file.</summary>
    EncryptedOffice,
    Zip,
    Image,
    Empty,
}
