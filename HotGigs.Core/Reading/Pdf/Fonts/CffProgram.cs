namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>The built-in encoding and the glyph names of a Compact Font Format program (Adobe Technical Note 5176).</summary>
internal sealed class CffProgram
{
    private const int StandardStrings = 391;

    /// <summary>Characters of the standard strings 1-228; the rest are expert glyphs.</summary>
    private const string StandardText =
        " !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~" +
        "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß" +
        "¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž";

    private readonly string?[] _textOfGlyph;

    private CffProgram(string?[] textOfGlyph, string?[]? encoding) => (_textOfGlyph, Encoding) = (textOfGlyph, encoding);

    /// <summary>Text of the 256 codes; null when the program uses the standard encoding or is keyed by CID.</summary>
    public string?[]? Encoding { get; }

    public string? TextOfGlyph(int glyph) => glyph >= 0 && glyph < _textOfGlyph.Length ? _textOfGlyph[glyph] : null;

    /// <summary>Null when it cannot be read, or is keyed by CID and so has no glyph names.</summary>
    public static CffProgram? Parse(ReadOnlySpan<byte> bytes)
    {
        var data = new BigEndian(bytes);
        if (data.U8(0) != 1)
            return null;
        var names = Index(data, data.U8(2));
        var dictionaries = Index(data, names.End);
        var strings = Index(data, dictionaries.End);
        if (dictionaries.Offsets.Length < 2)
            return null;
        var top = TopDictionary(data, dictionaries.Offsets[0], dictionaries.Offsets[1]);
        if (top.IsCidKeyed || top.CharStrings == 0)
            return null;
        var glyphs = ReadCharset(data, top.Charset, data.U16(top.CharStrings), strings.Offsets);
        return new CffProgram(glyphs, top.Encoding <= 1 ? null : ReadEncoding(data, top.Encoding, glyphs));
    }

    private static (long[] Offsets, long End) Index(BigEndian data, long at)
    {
        var count = data.U16(at);
        if (count == 0)
            return ([], at + 2);
        var size = data.U8(at + 2);
        if (size is < 1 or > 4)
            return ([], at + 2);
        var offsets = new long[count + 1];
        var start = at + 2 + ((count + 1L) * size);
        for (var i = 0; i <= count; i++)
            offsets[i] = start + data.Unsigned(at + 3 + ((long)i * size), size);
        return (offsets, offsets[count]);
    }

    private static (long Charset, long Encoding, long CharStrings, bool IsCidKeyed) TopDictionary(BigEndian data, long at, long end)
    {
        const int CharsetOperator = 15, EncodingOperator = 16, CharStringsOperator = 17, Escape = 12, Ros = 30;
        long charset = 0, encoding = 0, charStrings = 0, operand = 0;
        var isCidKeyed = false;
        end = Math.Min(end, data.Length);
        while (at < end)
        {
            var b = data.U8(at++);
            switch (b)
            {
                case CharsetOperator:
                    charset = operand;
                    break;
                case EncodingOperator:
                    encoding = operand;
                    break;
                case CharStringsOperator:
                    charStrings = operand;
                    break;
                case Escape:
                    isCidKeyed |= data.U8(at++) == Ros;
                    break;
                case 28:
                    operand = (short)data.U16(at);
                    at += 2;
                    break;
                case 29:
                    operand = (int)data.U32(at);
                    at += 4;
                    break;
                case 30:
                    while (at < end && (data.U8(at) & 15) != 15 && data.U8(at) >> 4 != 15)
                        at++;
                    at++;
                    break;
                case >= 32 and <= 246:
                    operand = b - 139;
                    break;
                case >= 247 and <= 250:
                    operand = ((b - 247) * 256) + data.U8(at++) + 108;
                    break;
                case >= 251 and <= 254:
                    operand = -((b - 251) * 256) - data.U8(at++) - 108;
                    break;
            }
        }

        return (charset, encoding, charStrings, isCidKeyed);
    }

    private static string?[] ReadCharset(BigEndian data, long at, int glyphs, long[] strings)
    {
        var result = new string?[glyphs];
        if (at <= 2)
        {
            for (var glyph = 1; glyph < glyphs; glyph++)
                result[glyph] = Text(data, glyph, strings);
            return result;
        }

        var format = data.U8(at++);
        for (var glyph = 1; glyph < glyphs && at < data.Length;)
        {
            var first = data.U16(at);
            at += 2;
            var more = 0;
            if (format == 1)
                more = data.U8(at++);
            else if (format == 2)
                (more, at) = (data.U16(at), at + 2);
            for (var i = 0; i <= more && glyph < glyphs; i++)
                result[glyph++] = Text(data, first + i, strings);
        }

        return result;
    }

    private static string?[] ReadEncoding(BigEndian data, long at, string?[] glyphs)
    {
        var result = new string?[256];
        var format = data.U8(at++) & 0x7F;
        var count = data.U8(at++);
        for (int i = 0, glyph = 1; i < count; i++)
        {
            var first = data.U8(at++);
            var more = format == 1 ? data.U8(at++) : 0;
            for (var code = first; code <= first + more && code < 256 && glyph < glyphs.Length; code++)
                result[code] = glyphs[glyph++];
        }

        return result;
    }

    private static string? Text(BigEndian data, int stringId, long[] strings)
    {
        if (stringId <= StandardText.Length)
            return stringId == 0 ? null : StandardText[stringId - 1].ToString();
        var index = stringId - StandardStrings;
        return index >= 0 && index + 1 < strings.Length
            ? GlyphNames.ToText(data.Latin1(strings[index], strings[index + 1] - strings[index]))
            : null;
    }
}
