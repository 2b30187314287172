using System.Text;

namespace HotGigs.Core.Reading.Pdf.Fonts;

/// <summary>Predefined CMaps for Chinese, Japanese and Korean (ISO 32000-1, 9.7.5.2), as far as their codes are those of a known encoding.</summary>
internal sealed class PredefinedCMap
{
    private readonly Encoding _encoding;
    private readonly bool _utf16;
    private readonly Func<byte, bool> _isLeadByte;

    private PredefinedCMap(Encoding encoding, bool utf16, Func<byte, bool> isLeadByte) =>
        (_encoding, _utf16, _isLeadByte) = (encoding, utf16, isLeadByte);

    /// <summary>Null for Identity and for maps that no code page stands behind.</summary>
    public static PredefinedCMap? Find(string name)
    {
        if (name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal))
            return new PredefinedCMap(Encoding.BigEndianUnicode, utf16: true, _ => true);
        var codePage = name switch
        {
            _ when name.StartsWith("GB", StringComparison.Ordinal) => 936,
            _ when name.StartsWith("90", StringComparison.Ordinal) => 932,
            "EUC-H" or "EUC-V" => 51_932,
            _ when name.StartsWith("ETen", StringComparison.Ordinal) || name.StartsWith("B5", StringComparison.Ordinal) => 950,
            _ when name.StartsWith("KSC", StringComparison.Ordinal) => 949,
            _ => 0,
        };
        if (codePage == 0)
            return null;
        return new PredefinedCMap(
            CodePagesEncodingProvider.Instance.GetEncoding(codePage)!,
            utf16: false,
            codePage == 932 ? b => b is (>= 0x81 and <= 0x9F) or >= 0xE0 : b => b >= 0x81);
    }

    public int NextCode(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        if (_utf16 || _isLeadByte(text[at]))
        {
            if (_utf16 && at + 3 < text.Length && (text[at] & 0xFC) == 0xD8)
            {
                length = 4;
                var pair = (text[at] << 24) | (text[at + 1] << 16) | (text[at + 2] << 8) | text[at + 3];
                at += 4;
                return pair;
            }

            return CMap.TwoBytes(text, ref at, out length);
        }

        length = 1;
        return text[at++];
    }

    public string? Text(int code)
    {
        var text = code switch
        {
            < 0 or > 0xFFFF => _encoding.GetString([(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code]),
            _ when _utf16 || code > 0xFF => _encoding.GetString([(byte)(code >> 8), (byte)code]),
            _ => _encoding.GetString([(byte)code]),
        };
        return text.Length == 0 || text[0] is '\0' or '\uFFFD' ? null : text;
    }
}
