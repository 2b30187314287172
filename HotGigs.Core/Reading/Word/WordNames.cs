using HotGigs.Core.Reading.Packages;

namespace HotGigs.Core.Reading.Word;

/// <summary>Namespaces and values of WordprocessingML, transitional, strict and of 2003.</summary>
internal static class WordNames
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Word2003 = "http://schemas.microsoft.com/office/word/2003/wordml";

    public static bool IsWord(this XmlPart xml) => xml.Namespace is Transitional or Strict or Word2003;

    /// <summary>The namespace of features added by Word 2010.</summary>
    public static bool IsWord2010(this XmlPart xml) =>
        xml.Namespace.StartsWith("http://schemas.microsoft.com/office/word/2010/", StringComparison.Ordinal);

    public static string? Val(this XmlPart xml) => xml.Attribute("val");

    /// <summary>A toggle property: present without a value means on.</summary>
    public static bool IsOn(this XmlPart xml) => xml.Val() is not ("0" or "false" or "off" or "none");

    public static int? IntVal(this XmlPart xml) => ToInt(xml.Val());

    public static int? ToInt(string? value) => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
