using System.Buffers;

namespace HotGigs.Core.Reading.Pdf.Objects;

internal enum PdfToken
{
    End,
    Number,
    Name,
    String,
    Keyword,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
}

/// <summary>Cuts bytes into tokens (ISO 32000-1, 7.2), forgiving what producers get wrong; never reads past the end, never throws.</summary>
internal sealed class PdfLexer(byte[] bytes, int position, int end, NameCache names)
{
    private static readonly SearchValues<byte> NotRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public byte[] Bytes { get; } = bytes;

    public int Position { get; set; } = Math.Clamp(position, 0, bytes.Length);

    public int End { get; } = Math.Clamp(end, 0, bytes.Length);

    /// <summary>Value of the last <see cref="PdfToken.Number"/>.</summary>
    public double Number { get; private set; }

    /// <summary>The last <see cref="PdfToken.Name"/> (without slash) or <see cref="PdfToken.Keyword"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The last <see cref="PdfToken.String"/>, unescaped; may be a part of <see cref="Bytes"/>.</summary>
    public ReadOnlyMemory<byte> String { get; private set; }

    public PdfToken Read()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (Position >= End)
                return PdfToken.End;
            var c = Bytes[Position];
            switch (c)
            {
                case (byte)'/':
                    ReadName();
                    return PdfToken.Name;
                case (byte)'(':
                    ReadLiteralString();
                    return PdfToken.String;
                case (byte)'<' when Peek(1) == '<':
                    Position += 2;
                    return PdfToken.DictionaryStart;
                case (byte)'<':
                    ReadHexString();
                    return PdfToken.String;
                case (byte)'>' when Peek(1) == '>':
                    Position += 2;
                    return PdfToken.DictionaryEnd;
                case (byte)'[':
                    Position++;
                    return PdfToken.ArrayStart;
                case (byte)']':
                    Position++;
                    return PdfToken.ArrayEnd;
                case (byte)'{' or (byte)'}' or (byte)')' or (byte)'>':
                    Position++;
                    continue;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' when TryReadNumber():
                    return PdfToken.Number;
                default:
                    ReadKeyword();
                    return PdfToken.Keyword;
            }
        }
    }

    public void SkipWhiteSpace()
    {
        while (Position < End)
        {
            var c = Bytes[Position];
            if (c is 0 or 9 or 10 or 12 or 13 or 32)
            {
                Position++;
            }
            else if (c == '%')
            {
                var line = Bytes.AsSpan(Position, End - Position).IndexOfAny((byte)'\n', (byte)'\r');
                Position = line < 0 ? End : Position + line;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>True and past it when <paramref name="keyword"/> stands at the position, white space skipped.</summary>
    public bool TrySkipKeyword(ReadOnlySpan<byte> keyword)
    {
        SkipWhiteSpace();
        if (!Bytes.AsSpan(Position, End - Position).StartsWith(keyword))
            return false;
        Position += keyword.Length;
        return true;
    }

    public static bool IsWhiteSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>-1 for what is no hexadecimal digit.</summary>
    public static int HexValue(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private int Peek(int ahead) => Position + ahead < End ? Bytes[Position + ahead] : -1;

    private bool IsRegular(int at) => at < End && !NotRegular.Contains(Bytes[at]);

    private ReadOnlySpan<byte> TakeRegular()
    {
        var rest = Bytes.AsSpan(Position, End - Position);
        var length = rest.IndexOfAny(NotRegular);
        var taken = length < 0 ? rest : rest[..length];
        Position += taken.Length;
        return taken;
    }

    private void ReadKeyword() => Text = names.Get(TakeRegular());

    private void ReadName()
    {
        Position++;
        var raw = TakeRegular();
        if (!raw.Contains((byte)'#'))
        {
            Text = names.Get(raw);
            return;
        }

        var unescaped = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && HexValue(raw[i + 1]) >= 0 && HexValue(raw[i + 2]) >= 0)
            {
                unescaped[length++] = (byte)((HexValue(raw[i + 1]) * 16) + HexValue(raw[i + 2]));
                i += 2;
            }
            else
            {
                unescaped[length++] = raw[i];
            }
        }

        Text = names.Get(unescaped.AsSpan(0, length));
    }

    /// <summary>Takes also what printers accept: several signs, digits behind a minus inside (0.00-35), an exponent.</summary>
    private bool TryReadNumber()
    {
        var at = Position;
        var negative = false;
        while (at < End && Bytes[at] is (byte)'-' or (byte)'+')
            negative |= Bytes[at++] == '-';
        double value = 0;
        var digits = false;
        for (; at < End && Bytes[at] is >= (byte)'0' and <= (byte)'9'; at++, digits = true)
            value = (value * 10) + (Bytes[at] - '0');
        if (at < End && Bytes[at] == '.')
        {
            at++;
            double scale = 0.1;
            for (; at < End && Bytes[at] is >= (byte)'0' and <= (byte)'9'; at++, digits = true)
            {
                value += scale * (Bytes[at] - '0');
                scale *= 0.1;
            }
        }

        while (digits && at < End && Bytes[at] == '-')
        {
            at++;
            while (at < End && Bytes[at] is >= (byte)'0' and <= (byte)'9')
                at++;
        }

        if (!digits && IsRegular(at))
            return false;
        if (digits && at < End && Bytes[at] is (byte)'e' or (byte)'E' && (at + 1 >= End || Bytes[at + 1] != 'n'))
        {
            while (IsRegular(at))
                at++;
        }

        Position = at;
        Number = negative ? -value : value;
        return true;
    }

    private void ReadHexString()
    {
        Position++;
        var rest = Bytes.AsSpan(Position, End - Position);
        var length = rest.IndexOf((byte)'>');
        var body = length < 0 ? rest : rest[..length];
        Position += body.Length + (length < 0 ? 0 : 1);
        var result = new byte[(body.Length + 1) / 2];
        int count = 0, high = -1;
        foreach (var c in body)
        {
            var digit = HexValue(c);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
            }
            else
            {
                result[count++] = (byte)((high * 16) + digit);
                high = -1;
            }
        }

        if (high >= 0)
            result[count++] = (byte)(high * 16);
        String = result.AsMemory(0, count);
    }

    private void ReadLiteralString()
    {
        var start = ++Position;
        var depth = 1;
        var escaped = false;
        var at = start;
        for (; at < End; at++)
        {
            var c = Bytes[at];
            if (c == '\\')
            {
                escaped = true;
                at++;
            }
            else if (c == '(')
            {
                depth++;
            }
            else if (c == ')' && --depth == 0)
            {
                break;
            }
            else if (c == '\r')
            {
                escaped = true;
            }
        }

        at = Math.Min(at, End);
        Position = Math.Min(at + 1, End);
        String = escaped ? LiteralString.Unescape(Bytes.AsSpan(start, at - start)) : Bytes.AsMemory(start, at - start);
    }
}
