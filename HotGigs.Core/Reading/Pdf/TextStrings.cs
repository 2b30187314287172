using System.Text;

namespace HotGigs.Core.Reading.Pdf;

/// <summary>Decodes text strings outside content streams (ISO 32000-2, 7.9.2.2).</summary>
internal static class TextStrings
{
    /// <summary>PDFDocEncoding where it differs from Latin-1: 0x18-0x1F and 0x80-0xA0.</summary>
    private const string LowAccents = "˘ˇˆ˙˝˛˚˜";
    private const string HighSigns = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] switch
            {
                >= 0x18 and <= 0x1F => LowAccents[bytes[i] - 0x18],
                >= 0x80 and <= 0xA0 => HighSigns[bytes[i] - 0x80],
                _ => (char)bytes[i],
            };
        }

        return new string(text);
    }
}
