using System.Text;

namespace HotGigs.Core.Reading.Html;

/// <summary>Reads web pages saved as one MIME file (MHTML): the page itself; its pictures and frames are left alone.</summary>
internal static class MimeReader
{
    private const int MaxDepth = 4;
    private const int MaxParts = 200;

    public static Document Read(ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(FileFormat.Mhtml, limits);
        builder.BeginPage();
        var page = FindPage(content.Span) ?? throw new ReadingException(ReadingFailure.Corrupt, "The MIME file holds no page.");
        HtmlReader.Write(page, builder, cancellationToken);
        return builder.Build();
    }

    /// <summary>The first page in the file, decoded; null when there is none.</summary>
    public static string? FindPage(ReadOnlySpan<byte> file)
    {
        // Mail bodies are lines of ASCII; Latin-1 keeps every byte as one character until the part says what they mean.
        var entity = Encoding.Latin1.GetString(file).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', '\r', '\n', ' ');
        var left = MaxParts;
        return FindPage(entity, 0, ref left);
    }

    private static string? FindPage(string entity, int depth, ref int left)
    {
        if (depth > MaxDepth || --left < 0)
            return null;
        var (headers, body) = Split(entity);
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            return Decode(body, headers.GetValueOrDefault("content-transfer-encoding", ""), Parameter(type, "charset"));
        if (Parameter(type, "boundary") is not { Length: > 0 } boundary)
            return null;
        var at = body.IndexOf("--" + boundary, StringComparison.Ordinal);
        while (at >= 0)
        {
            var start = body.IndexOf('\n', at);
            var end = start < 0 ? -1 : body.IndexOf("--" + boundary, start, StringComparison.Ordinal);
            if (start < 0)
                return null;
            if (FindPage(body[(start + 1)..(end < 0 ? body.Length : end)], depth + 1, ref left) is { } page)
                return page;
            at = end;
        }

        return null;
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string entity)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        var at = 0;
        while (at < entity.Length)
        {
            var end = entity.IndexOf('\n', at);
            end = end < 0 ? entity.Length : end;
            var line = entity[at..end].TrimEnd('\r');
            at = Math.Min(entity.Length, end + 1);
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (char.IsWhiteSpace(line[0]) && last is not null)
                headers[last] += " " + line.Trim();
            else if (colon > 0)
                headers[last = line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return (headers, entity[at..]);
    }

    private static string? Parameter(string header, string name)
    {
        foreach (var part in header.Split(';').Skip(1))
        {
            var equal = part.IndexOf('=', StringComparison.Ordinal);
            if (equal > 0 && part[..equal].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return part[(equal + 1)..].Trim().Trim('"');
        }

        return null;
    }

    private static string Decode(string body, string transfer, string? charset)
    {
        var bytes = transfer.Trim().ToLowerInvariant() switch
        {
            "base64" => FromBase64(body),
            "quoted-printable" => FromQuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return charset is not null && CodePages.Get(charset) is { } encoding ? encoding.GetString(bytes) : HtmlReader.Decode(bytes);
    }

    private static byte[] FromBase64(string body)
    {
        var digits = string.Concat(body.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        var whole = digits.Length - (digits.Length % 4 == 1 ? 1 : 0);
        return Convert.FromBase64String(digits[..whole].PadRight((whole + 3) / 4 * 4, '='));
    }

    private static byte[] FromQuotedPrintable(string body)
    {
        var bytes = new MemoryStream(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
                bytes.WriteByte((byte)body[i]);
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.WriteByte(Convert.FromHexString(body.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (body.AsSpan(i + 1).StartsWith("\r\n"))
                i += 2;
            else if (body.AsSpan(i + 1).StartsWith("\n"))
                i++;
            else
                bytes.WriteByte((byte)'=');
        }

        return bytes.ToArray();
    }
}
