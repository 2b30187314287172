using System.Text;

namespace HotGigs.Core.Reading.Rtf;

/// <summary>Fonts and colours a document declares at its start.</summary>
internal sealed class RtfTables
{
    private const int Most = 4_096;

    private readonly Dictionary<int, int> _codePages = [];
    private readonly HashSet<int> _symbolFonts = [];
    private readonly List<int?> _colors = [];
    private (int? Red, int? Green, int? Blue) _color;

    public Encoding Default { get; set; } = CodePages.Windows1252;

    public int Font { get; set; }

    public void AddFont(string word, int? number)
    {
        const int SymbolCharset = 2;
        if (word == "f")
            Font = number ?? 0;
        else if (word == "fcharset" && number == SymbolCharset)
            _symbolFonts.Add(Font);
        else if (word == "fcharset" && _codePages.Count < Most && CodePageOf(number ?? 0) is { } page)
            _codePages[Font] = page;
        else if (word == "cpg" && _codePages.Count < Most)
            _codePages[Font] = number ?? 0;
    }

    public void AddColor(string word, int? number)
    {
        var channel = Math.Clamp(number ?? 0, 0, 255);
        _color = word switch
        {
            "red" => _color with { Red = channel },
            "green" => _color with { Green = channel },
            "blue" => _color with { Blue = channel },
            _ => _color,
        };
    }

    /// <summary>A semicolon ends each colour; the first is often empty and means automatic.</summary>
    public void EndColor()
    {
        if (_colors.Count < Most)
            _colors.Add(_color is (null, null, null) ? null : ((_color.Red ?? 0) << 16) | ((_color.Green ?? 0) << 8) | (_color.Blue ?? 0));
        _color = default;
    }

    public int? Color(int? index) => index is { } at && at >= 0 && at < _colors.Count ? _colors[at] : null;

    public bool IsSymbol(int font) => _symbolFonts.Contains(font);

    public Encoding EncodingOf(int font) => _codePages.TryGetValue(font, out var page) ? CodePages.Get(page) ?? Default : Default;

    private static int? CodePageOf(int charset) => charset switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        0 => 1252,
        _ => null,
    };
}
