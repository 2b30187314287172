using System.Buffers.Binary;
using System.Text;

namespace HotGigs.Core.Reading.Word.Binary;

/// <summary>Title and author from the property set that compound files carry.</summary>
internal static class SummaryInformation
{
    private const int CodePage = 1;
    private const int Title = 2;
    private const int Author = 4;
    private const int MaxLength = 2_000;

    public static DocumentMetadata Read(byte[]? bytes)
    {
        if (bytes is null || Int(bytes, 44) is not (>= 48 and var set) || set + 8 > bytes.Length)
            return new DocumentMetadata(null, null);
        string? title = null, author = null;
        var encoding = CodePages.Windows1252;
        var count = Math.Min(Int(bytes, set + 4), 64);
        for (var i = 0; i < count; i++)
        {
            var at = (long)set + Int(bytes, set + 12 + (i * 8));
            if (at < set || at + 8 > bytes.Length)
                continue;
            switch (Int(bytes, set + 8 + (i * 8)))
            {
                case CodePage:
                    encoding = CodePages.Get(Int(bytes, (int)at + 4) & 0xFFFF) ?? encoding;
                    break;
                case Title:
                    title = Text(bytes, (int)at, encoding);
                    break;
                case Author:
                    author = Text(bytes, (int)at, encoding);
                    break;
            }
        }

        return new DocumentMetadata(title, author);
    }

    private static string? Text(byte[] bytes, int at, Encoding encoding)
    {
        const int AnsiString = 0x1E;
        const int UnicodeString = 0x1F;
        var type = Int(bytes, at);
        var length = Int(bytes, at + 4);
        if (type is not (AnsiString or UnicodeString) || length is <= 0 or > MaxLength)
            return null;
        var width = type == UnicodeString ? 2 : 1;
        var value = bytes.AsSpan(at + 8, Math.Min(length * width, bytes.Length - at - 8));
        var text = (type == UnicodeString ? Encoding.Unicode : encoding).GetString(value).TrimEnd('\0').Trim();
        return text.Length == 0 ? null : text;
    }

    private static int Int(byte[] bytes, int at) => at >= 0 && at + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) : -1;
}
