using System.Text;

namespace HotGigs.Core.Reading;

/// <summary>Text without markup: its encoding, and whether bytes are text at all.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>By byte order mark, then UTF-8 when the bytes are, else Windows-1252; null for bytes that are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.Contains((byte)0))
            return null;
        try
        {
            // A cut at the end of the buffer may split a character; that alone does not make it another encoding.
            return StrictUtf8.GetString(bytes[..WholeCharacters(bytes)]);
        }
        catch (DecoderFallbackException)
        {
            return CodePages.Windows1252.GetString(bytes);
        }
    }

    /// <summary>At least 9 of 10 characters are printable, and there are words.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> bytes)
    {
        if (Decode(bytes) is not { Length: > 1 } text)
            return false;
        var odd = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')))
                odd++;
            else if (char.IsLetter(c))
                letters++;
        }

        return letters > 0 && odd * 10 <= text.Length;
    }

    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80)
                continue;
            var needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return needed > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }
}
