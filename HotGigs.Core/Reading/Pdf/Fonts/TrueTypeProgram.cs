namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>What an embedded TrueType or OpenType program tells about its glyphs: codes to glyphs, glyphs to characters.</summary>
internal sealed class TrueTypeProgram
{
    private const int MaxGlyphs = 1 << 16;
    private readonly Dictionary<int, int> _characterOfGlyph = [];
    private readonly Dictionary<int, int> _glyphOfCode = [];
    private readonly Dictionary<int, string> _nameOfGlyph = [];

    private TrueTypeProgram()
    {
    }

    /// <summary>Offset of the CFF table of an OpenType program; 0 without one.</summary>
    public (int Offset, int Length) CffTable { get; private set; }

    public static TrueTypeProgram Parse(byte[] bytes)
    {
        var program = new TrueTypeProgram();
        var data = new BigEndian(bytes);
        var tables = Math.Min(data.U16(4), 64);
        for (var i = 0; i < tables; i++)
        {
            var record = 12 + (i * 16);
            var offset = data.U32(record + 8);
            switch (data.Latin1(record, 4))
            {
                case "cmap":
                    program.ReadCharacterMaps(data, offset);
                    break;
                case "post":
                    program.ReadGlyphNames(data, offset, data.U32(record + 12));
                    break;
                case "CFF ":
                    program.CffTable = ((int)Math.Min(offset, bytes.Length), (int)Math.Min(data.U32(record + 12), bytes.Length - Math.Min(offset, bytes.Length)));
                    break;
            }
        }

        return program;
    }

    /// <summary>Text of a glyph by the program's Unicode map, else by its glyph name.</summary>
    public string? TextOfGlyph(int glyph)
    {
        if (_characterOfGlyph.TryGetValue(glyph, out var character))
            return char.ConvertFromUtf32(character);
        return _nameOfGlyph.TryGetValue(glyph, out var name) ? GlyphNames.ToText(name) : null;
    }

    /// <summary>Text of a one-byte code by the program's own (symbol or Macintosh) map.</summary>
    public string? TextOfCode(int code) => _glyphOfCode.TryGetValue(code, out var glyph) ? TextOfGlyph(glyph) : null;

    private void ReadCharacterMaps(BigEndian data, long table)
    {
        var count = Math.Min(data.U16(table + 2), 32);
        for (var i = 0; i < count; i++)
        {
            var record = table + 4 + (i * 8);
            var (platform, encoding) = (data.U16(record), data.U16(record + 2));
            var isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            var isSymbol = platform == 3 && encoding == 0;
            var subtable = table + data.U32(record + 4);
            foreach (var (code, glyph) in Mappings(data, subtable))
            {
                if (isUnicode && code <= 0x10FFFF && code is < 0xD800 or > 0xDFFF)
                    _characterOfGlyph.TryAdd(glyph, code);
                else if (isSymbol)
                    _glyphOfCode[code & 0xFF] = glyph;
                else if (platform == 1)
                    _glyphOfCode.TryAdd(code, glyph);
            }
        }
    }

    private static List<(int Code, int Glyph)> Mappings(BigEndian data, long at)
    {
        var result = new List<(int Code, int Glyph)>();
        switch (data.U16(at))
        {
            case 0:
                for (var code = 0; code < 256; code++)
                    Add(code, data.U8(at + 6 + code));
                break;
            case 4:
                var segments = data.U16(at + 6) / 2;
                for (var s = 0; s < segments && at + 14 + (s * 2) < data.Length; s++)
                    AddSegment(data, at, segments, s);
                break;
            case 6:
                var first = data.U16(at + 6);
                for (var i = 0; i < data.U16(at + 8) && at + 10 + (i * 2) < data.Length; i++)
                    Add(first + i, data.U16(at + 10 + (i * 2)));
                break;
            case 12:
                var groups = Math.Min(data.U32(at + 12), MaxGlyphs);
                for (var g = 0; g < groups && at + 16 + (g * 12) < data.Length && result.Count < MaxGlyphs; g++)
                {
                    var group = at + 16 + (g * 12);
                    var (start, end, glyph) = (data.U32(group), data.U32(group + 4), data.U32(group + 8));
                    for (var code = start; code <= end && result.Count < MaxGlyphs; code++)
                        Add((int)code, (int)(glyph + code - start));
                }

                break;
        }

        return result;

        void Add(int code, int glyph)
        {
            if (glyph > 0 && result.Count < MaxGlyphs)
                result.Add((code, glyph));
        }

        void AddSegment(BigEndian source, long table, int count, int segment)
        {
            var end = source.U16(table + 14 + (segment * 2));
            var start = source.U16(table + 16 + (count * 2) + (segment * 2));
            var delta = source.U16(table + 16 + (count * 4) + (segment * 2));
            var rangeAt = table + 16 + (count * 6) + (segment * 2);
            var range = source.U16(rangeAt);
            for (var code = start; code <= end && code < 0xFFFF && result.Count < MaxGlyphs; code++)
            {
                var glyph = range == 0 ? code : source.U16(rangeAt + range + ((code - start) * 2));
                Add(code, glyph == 0 && range != 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    /// <summary>Format 2 of the post table; indexes below 258 are the standard Macintosh names, which the maps cover.</summary>
    private void ReadGlyphNames(BigEndian data, long table, long length)
    {
        const int StandardNames = 258;
        if (data.U32(table) != 0x00020000)
            return;
        var count = data.U16(table + 32);
        var at = table + 34 + (count * 2L);
        var end = Math.Min(table + length, data.Length);
        var names = new List<string>();
        for (; at < end; at += 1 + data.U8(at))
            names.Add(data.Latin1(at + 1, data.U8(at)));
        for (var glyph = 0; glyph < count; glyph++)
        {
            var index = data.U16(table + 34 + (glyph * 2)) - StandardNames;
            if (index >= 0 && index < names.Count)
                _nameOfGlyph[glyph] = names[index];
        }
    }
}
