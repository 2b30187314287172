namespace HotGigs.Core.Reading.Pdf.Objects;

/// <summary>Escapes and line ends in literal strings (ISO 32000-1, 7.3.4.2).</summary>
internal static class LiteralString
{
    /// <param name="raw">What stands between the outer parentheses.</param>
    public static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var result = new byte[raw.Length];
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r')
            {
                result[count++] = (byte)'\n';
                if (i + 1 < raw.Length && raw[i + 1] == '\n')
                    i++;
                continue;
            }

            if (c != '\\')
            {
                result[count++] = c;
                continue;
            }

            if (++i >= raw.Length)
                break;
            c = raw[i];
            switch (c)
            {
                case (byte)'n':
                    result[count++] = (byte)'\n';
                    break;
                case (byte)'r':
                    result[count++] = (byte)'\r';
                    break;
                case (byte)'t':
                    result[count++] = (byte)'\t';
                    break;
                case (byte)'b':
                    result[count++] = (byte)'\b';
                    break;
                case (byte)'f':
                    result[count++] = (byte)'\f';
                    break;
                case (byte)'\n':
                    break;
                case (byte)'\r':
                    if (i + 1 < raw.Length && raw[i + 1] == '\n')
                        i++;
                    break;
                case >= (byte)'0' and <= (byte)'7':
                    var value = c - '0';
                    for (var digits = 1; digits < 3 && i + 1 < raw.Length && raw[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                        value = (value * 8) + raw[++i] - '0';
                    result[count++] = (byte)value;
                    break;
                default:
                    result[count++] = c;
                    break;
            }
        }

        return result[..count];
    }
}
