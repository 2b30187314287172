using HotGigs.Core.Reading.Pdf.Objects;
using HotGigs.Core.Reading.Pdf.Structure;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>What a font's name and descriptor tell about its looks.</summary>
internal sealed record FontStyle(string Name, bool Bold, bool Italic, bool IsIcons)
{
    private const int ItalicFlag = 1 << 6;
    private const int ForceBoldFlag = 1 << 18;
    private const int SemiBoldWeight = 600;

    private static readonly string[] BoldMarks = ["bold", "black", "heavy", "semibold", "demi", "cmbx", "sfbx"];
    private static readonly string[] ItalicMarks = ["ital", "obli", "slant", "cmti", "cmsl"];

    private static readonly string[] IconMarks =
    [
        "awesome", "wingdings", "webdings", "dingbats", "icon", "glyphicons", "material", "entypo", "fontello", "icomoon", "marvosym",
        "academicons", "typicons", "foundation-", "fabrands", "devicon", "simpleicons",
    ];

    public static FontStyle Of(PdfFile file, PdfDictionary font, PdfDictionary? descriptor)
    {
        var name = WithoutSubsetPrefix(file.GetName(font, "BaseFont") ?? file.GetName(font, "Name") ?? "");
        var flags = descriptor is null ? 0 : (int)file.GetNumber(descriptor, "Flags");
        var bold = HasAny(name, BoldMarks)
            || (flags & ForceBoldFlag) != 0
            || (descriptor is not null && file.GetNumber(descriptor, "FontWeight") >= SemiBoldWeight);
        var italic = HasAny(name, ItalicMarks)
            || (flags & ItalicFlag) != 0
            || (descriptor is not null && file.GetNumber(descriptor, "ItalicAngle") is not 0 and > -45 and < 45);
        return new FontStyle(name, bold, italic, HasAny(name, IconMarks));
    }

    private static string WithoutSubsetPrefix(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;

    private static bool HasAny(string name, string[] marks) =>
        marks.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
